import type { QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import { PersonId } from '@grid-relief/shared-types/primitives/ids';
import type { healthHolds as contract } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { areasOf, type PersonActor } from '../../lifecycle';
import type { VolunteerRecord } from './volunteer';
import type { VolunteerDeps } from './volunteer-deps';

type Page = ResponseOf<typeof contract>;

const pageSize = 20;
/** On hold at one time in a county. */
const readAtMost = 500;

/** Volunteers on hold in the doctor's areas, longest first, with why; each look at a person is recorded first. */
export async function healthHolds(
  deps: VolunteerDeps,
  actor: PersonActor,
  { after, limit = pageSize }: QueryOf<typeof contract>,
  now: Date,
): Promise<Page> {
  const { county } = actor;
  const latestFirst = await deps.volunteers.onHold(county, areasOf(actor, 'DOCTOR', now), readAtMost);
  const held = latestFirst
    .flatMap((volunteer) => (volunteer.sickAt ? [{ ...volunteer, sickAt: volunteer.sickAt }] : []))
    .reverse();
  const from = after === undefined ? 0 : held.findIndex(({ _id }) => _id === after) + 1;
  const page = held.slice(from, from + limit);
  const people = page.map(({ _id }) => _id);
  for (const person of people) await deps.recordLook(actor, person, now, 'DOCTOR');
  const labels = await deps.labelsOf(county, people);
  const items = await Promise.all(page.map((each) => presentOne(deps, each, labels.get(each._id)?.label)));
  const last = page.at(-1);
  return { items, ...(held.length > from + limit && last ? { next: last._id } : {}) };
}

async function presentOne(
  deps: VolunteerDeps,
  volunteer: VolunteerRecord & { readonly sickAt: Date },
  label = '',
): Promise<Page['items'][number]> {
  const { _id, county, area, team, sickAt, sickCause, sickWords, duty } = volunteer;
  const words = sickWords ? await deps.unseal(county, sickWords) : undefined;
  const { temperatureTenths } = duty;
  return {
    person: PersonId.parse(_id),
    label,
    team,
    areaName: deps.areaName(area),
    since: sickAt.toISOString(),
    ...(sickCause ? { cause: sickCause } : {}),
    ...(sickCause === 'FEVER' && temperatureTenths !== undefined ? { temperatureTenths } : {}),
    ...(words ? { words } : {}),
  };
}
