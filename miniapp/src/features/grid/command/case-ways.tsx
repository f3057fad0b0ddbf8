import { useText } from '@/text';
import { commandText } from '@/text/command';
import { WayCard } from '@/ui';

/** Who goes to people who say no, beside the grid. */
export const refusalRoles = ['VILLAGE_SECRETARY', 'DOCTOR', 'POLICE', 'TOWNSHIP_DISPATCHER'];

/** The ways to people who say no, and to cases; the second for investigators alone. */
export function CaseWays({ holds }: { readonly holds: (roles: readonly string[]) => boolean }) {
  const t = useText(commandText);
  return (
    <>
      {holds(refusalRoles) && (
        <WayCard icon="message" title={t('refusals')} note={t('refusals-note')} page="/packages/grid/refusals/index" />
      )}
      {holds(['CDC_INVESTIGATOR']) && (
        <WayCard icon="search" title={t('cases')} note={t('cases-note')} page="/packages/command/cases/index" />
      )}
    </>
  );
}
