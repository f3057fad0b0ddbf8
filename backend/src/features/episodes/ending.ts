import type { NewEntry } from '../../outbox';
import { linksMoved, whereChanged } from './entries';
import type { EpisodeDetail } from './episode';
import { detailOf, type EpisodeAttempt, type EpisodeEffects } from './verb';

interface Ending {
  readonly changes?: Partial<EpisodeDetail>;
  readonly emit?: readonly NewEntry[];
  readonly push?: NonNullable<EpisodeEffects['push']>;
}

/** An end: nothing is late any more, door rules and supply clock go, the chain hears. */
export function ended(
  { record, now }: EpisodeAttempt,
  { changes = {}, emit = [], push = {} }: Ending = {},
): EpisodeEffects {
  const notPlaced = record.detail.placement
    ? []
    : (['PLACEMENT', 'NOTICE', 'DELIVERY_PLAN'] as const).map(
        (link) => ({ link, how: 'skip', reason: 'ENDED' }) as const,
      );
  return {
    push,
    set: detailOf({ ...changes, endedAt: now }),
    unset: ['dueAt', 'detail.alert', 'detail.block', 'detail.reportMissing'],
    emit: [whereChanged, linksMoved({ link: 'EPISODE', how: 'finish' }, ...notPlaced), ...emit],
  };
}
