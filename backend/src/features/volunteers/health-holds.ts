import type { QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import { PersonId } from '@grid-relief/shared-types/primitives/ids';
import type { healthHolds as contract } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { pageOfRows } from '../../http/page-of-rows';
import { areasOf, type PersonActor } from '../../lifecycle';
import { type HeldVolunteer, healthHoldRepository } from './health-hold.repository';
import type { VolunteerDeps } from './volunteer-deps';

type Page = ResponseOf<typeof contract>;

/** Volunteers on hold in the doctor's areas, longest first, with why; each look at a person is recorded first. */
export async function healthHolds(
  deps: VolunteerDeps,
  actor: PersonActor,
  query: QueryOf<typeof contract>,
  now: Date,
): Promise<Page> {
  const { county } = actor;
  const held = await healthHoldRepository(deps.connection).onHold(county, areasOf(actor, 'DOCTOR', now));
  const { rows, ...more } = pageOfRows(held, ({ sickAt, _id }) => [sickAt.getTime(), _id], query);
  const people = rows.map(({ _id }) => _id);
  for (const person of people) await deps.recordLook(actor, person, now, 'DOCTOR');
  const labels = await deps.labelsOf(county, people);
  return { items: await Promise.all(rows.map((each) => presentOne(deps, each, labels.get(each._id)?.label))), ...more };
}

async function presentOne(deps: VolunteerDeps, volunteer: HeldVolunteer, label = ''): Promise<Page['items'][number]> {
  const { _id, county, area, team, sickAt, sickCause, sickWords, sickTenths } = volunteer;
  const words = sickWords ? await deps.unseal(county, sickWords) : undefined;
  return {
    person: PersonId.parse(_id),
    label,
    team,
    areaName: deps.areaName(area),
    since: sickAt.toISOString(),
    ...(sickCause ? { cause: sickCause } : {}),
    ...(sickTenths === undefined ? {} : { temperatureTenths: sickTenths }),
    ...(words ? { words } : {}),
  };
}
