import { episodeActions } from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodeRow } from '@grid-relief/shared-types/quarantine/episode.schema';
import { SendingNote, useAct } from '@/api';
import { useText } from '@/text';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { Button } from '@/ui';

/** One tap a swab, kept on the phone without a network; two kits are two taps, a room is sampled with its person. */
export function SwabButtons({ row }: { readonly row: EpisodeRow }) {
  const t = useText(quarantineDeskText);
  const doing = useAct(row.id);
  if (!row.actions.includes('swab')) return null;
  const swab = (more: { kit?: 'A' | 'B'; withRoom?: true }) => void doing.act(episodeActions.swab, more);
  return (
    <>
      <SendingNote of={doing} />
      {row.isDouble ? (
        (['A', 'B'] as const).map((kit) => (
          <Button key={kit} look="main" icon="check" label={t(`swab-kit-${kit}`)} onPress={() => swab({ kit })} />
        ))
      ) : (
        <Button look="main" icon="check" label={t('swab')} onPress={() => swab({})} />
      )}
      {row.placement === 'CENTRAL' && (
        <Button
          label={t('with-room')}
          onPress={() => swab(row.isDouble ? { kit: 'A', withRoom: true } : { withRoom: true })}
        />
      )}
    </>
  );
}
