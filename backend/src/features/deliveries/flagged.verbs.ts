import type { Role } from '@grid-relief/shared-types/roles';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import type { DeliveryDetail } from './delivery';
import type { DeliveryInList } from './delivery-in-list';
import { over } from './doctor.verbs';
import { fireAfter, toRole } from './entries';
import { unfedFlags } from './post.verbs';
import { doctorFlags } from './triage.rules';
import type { Verb } from './verb';

/** So long a flagged request waits for its grid, and as long again for each who hears of it then (handbook 2.1). Minutes. */
export const flaggedMinutes = 30;
const climbs: readonly Role[] = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER'];

/** Whether the grid has to look at it, beside a doctor. Pure. */
export const isFlagged = ({ flags }: Pick<DeliveryDetail, 'flags'>) =>
  flags.some((flag) => !doctorFlags.includes(flag));

/** Tells the grid that somebody has to look, and whom else when nobody does. */
export function askGrid(area: string, code: string, now: Date): NewEntry[] {
  return [
    notice({ gridOf: area }, 'FLAGGED', { code }, { urgent: true }),
    fireAfter(flaggedMinutes, 'triageOverdue', now, ['SUBMITTED']),
  ];
}

/** What waits for a doctor alone climbs by the doctor's own time, and what was looked at not at all. */
const triageOverdue: Verb = (delivery, { now }) => {
  const { flagTold = 0 } = delivery.detail;
  const role = climbs[flagTold];
  if (!role || !isFlagged(delivery.detail)) throw over(delivery);
  const again = flagTold + 1 < climbs.length;
  return {
    inc: { 'detail.flagTold': 1 },
    emit: [
      toRole(role, delivery, 'FLAG_OVERDUE'),
      ...(again ? [fireAfter(flaggedMinutes, 'triageOverdue', now, ['SUBMITTED'])] : []),
    ],
  };
};

/** Why the grid should look at it, for its queue: also that nobody has in time. Pure. */
export function flagsForGrid(delivery: Pick<DeliveryInList, 'state' | 'detail'>): string[] {
  const { state, detail } = delivery;
  const isLate = state === 'SUBMITTED' && (detail.flagTold ?? 0) > 0 && isFlagged(detail);
  return [...detail.flags, ...(isLate ? ['TRIAGE_LATE'] : []), ...unfedFlags(delivery)];
}

/** Requests that a person looks at before anything is set off (handbook 2.1). */
export const flaggedVerbs = { triageOverdue };
