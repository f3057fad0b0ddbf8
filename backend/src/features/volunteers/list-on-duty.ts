import type { QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { PersonId } from '@grid-relief/shared-types/primitives/ids';
import type { onDuty as contract } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { Problem } from '../../http/problem';
import { areasOf, type PersonActor } from '../../lifecycle';
import type { VolunteerDeps } from './volunteer-deps';

const dispatcherRoles = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] as const;
const pageSize = 50;

/**
 * Who is on duty in the caller's area, and how loaded.
 * @throws Problem not-allowed for an area outside the caller's own
 */
export async function listOnDuty(
  deps: VolunteerDeps,
  actor: PersonActor,
  query: QueryOf<typeof contract>,
  now: Date,
): Promise<ResponseOf<typeof contract>> {
  const limit = query.limit ?? pageSize;
  const areas = within(actor, query.area, now);
  const { after } = query;
  const found = await deps.volunteers.onDuty({
    county: actor.county,
    areas,
    limit: limit + 1,
    now,
    ...(after === undefined ? {} : { after }),
  });
  const page = found.slice(0, limit);
  const labels = await deps.labelsOf(
    actor.county,
    page.map(({ _id }) => _id),
  );
  const items = page.map((volunteer) => {
    const { team, area, seats, seatLimit, healthHold, duty } = volunteer;
    const person = PersonId.parse(volunteer._id);
    const { label = '', phoneMasked = '' } = labels.get(volunteer._id) ?? {};
    const load = { openSeats: seats.length, seatLimit, healthHold };
    const until = duty.until ? { dutyUntil: duty.until.toISOString() } : {};
    return { person, label, phoneMasked, team, area, areaName: deps.areaName(area), ...load, ...until };
  });
  const last = page.at(-1);
  return { items, ...(found.length > limit && last ? { next: last._id } : {}) };
}

function within(actor: PersonActor, asked: QueryOf<typeof contract>['area'], now: Date): AreaId[] {
  const own = dispatcherRoles.flatMap((role) => areasOf(actor, role, now));
  if (asked === undefined) return own;
  if (!scopeOf(asked).some((area) => own.includes(area))) throw new Problem('not-allowed');
  return [asked];
}
