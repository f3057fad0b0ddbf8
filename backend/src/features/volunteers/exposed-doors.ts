import type { QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import { HouseholdId, PersonId } from '@grid-relief/shared-types/primitives/ids';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { exposedDoors as contract } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { pageOfRows } from '../../http/page-of-rows';
import { areasOf, type PersonActor } from '../../lifecycle';
import { type HeldVolunteer, healthHoldRepository } from './health-hold.repository';
import type { VolunteerDeps } from './volunteer-deps';

type Page = ResponseOf<typeof contract>;

/** Before somebody fell ill, the doors of so long are listed for the investigator (handbook 2.12). Minutes. */
const exposedMinutes = 48 * 60;

/** Volunteers on hold in the investigator's areas, with the doors of the two days before; each look is recorded. */
export async function exposedDoors(
  deps: VolunteerDeps,
  actor: PersonActor,
  query: QueryOf<typeof contract>,
  now: Date,
): Promise<Page> {
  const { county } = actor;
  const sick = await healthHoldRepository(deps.connection).onHold(county, areasOf(actor, 'CDC_INVESTIGATOR', now));
  const { rows, ...more } = pageOfRows(sick, ({ sickAt, _id }) => [-sickAt.getTime(), _id], query);
  const people = rows.map(({ _id }) => _id);
  for (const person of people) await deps.recordLook(actor, person, now, 'CDC_INVESTIGATOR');
  const labels = await deps.labelsOf(county, people);
  return { items: await Promise.all(rows.map((each) => presentOne(deps, each, labels.get(each._id)?.label))), ...more };
}

async function presentOne(
  deps: VolunteerDeps,
  { _id: person, county, area, sickAt }: HeldVolunteer,
  label = '',
): Promise<Page['items'][number]> {
  const doors = await deps.visitedDoors({
    county,
    person,
    area,
    from: addMinutes(sickAt, -exposedMinutes),
    to: sickAt,
  });
  return {
    person: PersonId.parse(person),
    label,
    areaName: deps.areaName(area),
    sickAt: sickAt.toISOString(),
    doors: doors.map(({ household, at, ...door }) => ({
      ...door,
      household: HouseholdId.parse(household),
      at: at.toISOString(),
    })),
  };
}
