import { episodeActions } from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodeRow } from '@grid-relief/shared-types/quarantine/episode.schema';
import type { Act, Command } from '@/api';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { Button } from '@/ui';

type SwabProps = {
  readonly of: Pick<EpisodeRow, 'revision' | 'actions' | 'placement'>;
  readonly isDouble: boolean;
  readonly doing: Act;
};

/** One tap a swab, kept on the phone without a network; two kits are two taps, a room is sampled with its person. */
export function SwabButtons({ of: { revision, actions, placement }, isDouble, doing }: SwabProps) {
  const t = useText(quarantineDeskText);
  const isOnItsWay = useOnItsWay(doing, revision)(episodeActions.swab);
  if (!actions.includes('swab')) return null;
  const swab = (more: { kit?: 'A' | 'B'; withRoom?: true }) => void doing.act(episodeActions.swab, more);
  // a second kit is taken right after the first; the same tap twice is one swab
  const taken = isOnItsWay ? doing.commands.flatMap(kitIn) : [];
  const kits = (['A', 'B'] as const).filter((kit) => !taken.includes(kit));
  return (
    <>
      {isDouble &&
        kits.map((kit) => (
          <Button key={kit} look="main" icon="check" label={t(`swab-kit-${kit}`)} onPress={() => swab({ kit })} />
        ))}
      {!isDouble && !isOnItsWay && <Button look="main" icon="check" label={t('swab')} onPress={() => swab({})} />}
      {placement === 'CENTRAL' && !isOnItsWay && (
        <Button
          label={t('with-room')}
          onPress={() => swab(isDouble ? { kit: 'A', withRoom: true } : { withRoom: true })}
        />
      )}
    </>
  );
}

/** The kit of a swab, as it stands in what was sent. */
function kitIn({ name, state, body }: Command): string[] {
  const { kit }: { kit?: unknown } = { ...(typeof body === 'object' ? body : {}) };
  return name === episodeActions.swab.name && state !== 'refused' && typeof kit === 'string' ? [kit] : [];
}
