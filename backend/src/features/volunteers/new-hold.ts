import type { HoldCause } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { notice } from '../../notice-entry';
import { entriesOf } from '../../outbox';
import type { VolunteerRecord } from './volunteer';
import type { NewHold } from './volunteer.repository';
import type { VolunteerDeps } from './volunteer-deps';

interface Unwell {
  readonly opId: string;
  readonly cause: HoldCause;
  readonly words?: string;
}

/**
 * A hold, of which the doctors of the place hear (handbook 2.6). It begins once: saying again that one is ill does not
 * move the days that are asked about. undefined: the person is on one already.
 */
export async function newHold(
  deps: Pick<VolunteerDeps, 'seal'>,
  { county, area, healthHold, sickAt }: VolunteerRecord,
  { opId, cause, words }: Unwell,
  now: Date,
): Promise<NewHold | undefined> {
  if (healthHold && sickAt) return undefined;
  const told = notice({ role: 'DOCTOR', area }, 'HEALTH_HOLD', {}, { urgent: true });
  const sealed = words ? { words: await deps.seal(county, words) } : {};
  return { at: now, cause, ...sealed, entries: entriesOf(opId, [told], now) };
}
