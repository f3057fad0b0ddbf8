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
  /** Of a fever: what was stated then, in tenths of a degree. */
  readonly temperatureTenths?: number;
}

/**
 * A hold, of which the doctors of the place hear (handbook 2.6). It begins once: saying again that one is ill does not
 * move the days that are asked about. undefined: the person is on one already.
 */
export async function newHold(
  deps: Pick<VolunteerDeps, 'seal'>,
  { county, area, healthHold, sickAt }: VolunteerRecord,
  { opId, cause, words, temperatureTenths }: Unwell,
  now: Date,
): Promise<NewHold | undefined> {
  if (healthHold && sickAt) return undefined;
  const told = notice({ role: 'DOCTOR', area }, 'HEALTH_HOLD', {}, { urgent: true });
  const sealed = words ? { words: await deps.seal(county, words) } : {};
  const fever = cause === 'FEVER' && temperatureTenths !== undefined ? { temperatureTenths } : {};
  return { at: now, cause, ...sealed, ...fever, entries: entriesOf(opId, [told], now) };
}
