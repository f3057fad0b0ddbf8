import type { QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import { HouseholdId, PersonId } from '@grid-relief/shared-types/primitives/ids';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { exposedDoors as contract } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { areasOf, type PersonActor } from '../../lifecycle';
import type { VolunteerRecord } from './volunteer';
import type { VolunteerDeps } from './volunteer-deps';

type Page = ResponseOf<typeof contract>;

/** Before somebody fell ill, the doors of so long are listed for the investigator (handbook 2.12). Minutes. */
const exposedMinutes = 48 * 60;
const pageSize = 20;
/** On hold at one time in a county. */
const readAtMost = 500;

/** Volunteers on hold in the investigator's areas, with the doors of the two days before; each look is recorded. */
export async function exposedDoors(
  deps: VolunteerDeps,
  actor: PersonActor,
  { after, limit = pageSize }: QueryOf<typeof contract>,
  now: Date,
): Promise<Page> {
  const areas = areasOf(actor, 'CDC_INVESTIGATOR', now);
  const all = await deps.volunteers.onHold(actor.county, areas, readAtMost);
  const sick = all.flatMap((volunteer) => (volunteer.sickAt ? [{ ...volunteer, sickAt: volunteer.sickAt }] : []));
  const from = after === undefined ? 0 : sick.findIndex(({ _id }) => _id === after) + 1;
  const page = sick.slice(from, from + limit);
  const people = page.map(({ _id }) => _id);
  for (const person of people) await deps.recordLook(actor, person, now, 'CDC_INVESTIGATOR');
  const labels = await deps.labelsOf(actor.county, people);
  const items = await Promise.all(
    page.map((volunteer) => presentOne(deps, volunteer, labels.get(volunteer._id)?.label)),
  );
  const last = page.at(-1);
  return { items, ...(sick.length > from + limit && last ? { next: last._id } : {}) };
}

async function presentOne(
  deps: VolunteerDeps,
  { _id: person, county, area, sickAt }: VolunteerRecord & { readonly sickAt: Date },
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
