import { listLateFacts } from '@grid-relief/shared-types/deliveries/late-fact.contract';
import { useRead } from '@/api';
import { useText } from '@/text';
import { lateFactsText } from '@/text/late-facts';
import { uiText } from '@/text/ui';
import { WayCard } from '@/ui';
import { gridPage } from './grid-bar';

/**
 * The way to facts that came too late; draws nothing while there are none to compare.
 * @param climbed only those that nobody has decided on for a day: for whoever they have climbed to
 */
export function LateFactsEntry({ climbed = false }: { readonly climbed?: boolean }) {
  const t = useText(lateFactsText);
  const tUi = useText(uiText);
  const { data, problem } = useRead(listLateFacts, { query: {} }, { everySeconds: 60 });
  const count = data?.items.filter(({ told }) => !climbed || told !== undefined).length ?? 0;
  // what did not come is not nothing
  const isUnread = data === undefined && problem !== undefined;
  if (count === 0 && !isUnread) return null;
  const note = isUnread ? tUi('not-read') : t(climbed ? 'entry-climbed' : 'entry-note', { count });
  const tone = isUnread ? 'plain' : climbed ? 'danger' : 'amber';
  return <WayCard icon="clock" tone={tone} title={t('entry')} note={note} page={gridPage('late')} />;
}
