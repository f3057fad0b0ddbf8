import type { BodyOf } from '@grid-relief/shared-types/contract';
import type {
  goOffDuty as offContract,
  goOnDuty as onContract,
  VolunteerMe,
} from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { Problem } from '../../http/problem';
import { inputHash, type PersonActor } from '../../lifecycle';
import { clearedLately } from './clear-hold';
import { newHold } from './new-hold';
import type { VolunteerRecord } from './volunteer';
import { presentMe } from './volunteer.presenter';
import type { DutyChange } from './volunteer.repository';
import { feverTenths, isUnwell } from './volunteer.rules';
import type { VolunteerDeps } from './volunteer-deps';

/**
 * My duty, load and skills.
 * @throws Problem not-found for a person who was never enrolled
 */
export async function volunteerMe(deps: VolunteerDeps, actor: PersonActor, now: Date): Promise<VolunteerMe> {
  return present(deps, await enrolled(deps, actor), now);
}

/**
 * Begins duty with the person's own temperature; a fever (37.3 °C) or a symptom puts them on hold instead, until a
 * doctor clears it. Safe to repeat.
 * @throws Problem invalid-input when the end lies in the past, op-id-reused, not-found
 */
export async function goOnDuty(
  deps: VolunteerDeps,
  actor: PersonActor,
  body: BodyOf<typeof onContract>,
  now: Date,
): Promise<VolunteerMe> {
  const until = new Date(body.until);
  const before = await enrolled(deps, actor);
  const unwell = isUnwell(body);
  const { opId, temperatureTenths, symptoms } = body;
  const hash = inputHash('goOnDuty', { until: body.until, temperatureTenths, symptoms });
  if (!earlierOf(before, opId) && until <= now) {
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/until', detail: 'in the past' }] });
  }
  // who is on hold stays on hold, however well they feel: clearing it is a doctor's decision
  const on = !unwell && !before.healthHold;
  const stated = { temperatureTenths, opId, inputHash: hash };
  const duty = on ? { on, since: now, until, ...stated } : { on, ...stated };
  const cause = temperatureTenths >= feverTenths ? 'FEVER' : 'SYMPTOM';
  const hold = unwell ? await newHold(deps, before, { opId, cause }, now) : undefined;
  return present(deps, await change(deps, actor, { duty, ...(hold ? { hold } : {}) }), now);
}

/**
 * Ends duty. What is held stays held and is counted in the answer; who leaves sick gives back what is not paid, and
 * what is paid waits to be handed over. Safe to repeat, also half done.
 * @throws Problem op-id-reused, not-found
 */
export async function goOffDuty(
  deps: VolunteerDeps,
  actor: PersonActor,
  body: BodyOf<typeof offContract>,
  now: Date,
): Promise<VolunteerMe> {
  const { opId, sick = false, words } = body;
  const said = words ? { words } : {};
  const duty = { on: false, opId, inputHash: inputHash('goOffDuty', { sick, ...said }) };
  const before = await enrolled(deps, actor);
  const hold = sick ? await newHold(deps, before, { opId, cause: 'SICK', ...said }, now) : undefined;
  await change(deps, actor, { duty, ...(hold ? { hold } : {}) });
  if (sick) await deps.leaveHeldWork(actor, opId, now);
  return present(deps, await enrolled(deps, actor), now);
}

async function change(deps: VolunteerDeps, actor: PersonActor, wanted: DutyChange): Promise<VolunteerRecord> {
  const changed = await deps.volunteers.changeDuty(actor.county, actor.personId, wanted);
  if (changed) return changed;
  const present = await enrolled(deps, actor);
  if (earlierOf(present, wanted.duty.opId)?.inputHash !== wanted.duty.inputHash) throw new Problem('op-id-reused');
  return present;
}

function earlierOf({ dutyOps = [] }: VolunteerRecord, opId: string) {
  return dutyOps.find((earlier) => earlier.opId === opId);
}

async function enrolled(deps: VolunteerDeps, actor: PersonActor): Promise<VolunteerRecord> {
  const volunteer = await deps.volunteers.byId(actor.county, actor.personId);
  if (!volunteer) throw new Problem('not-found');
  return volunteer;
}

async function present(deps: VolunteerDeps, volunteer: VolunteerRecord, now: Date): Promise<VolunteerMe> {
  const [owedToMeFen, holdCleared] = await Promise.all([
    deps.owedTo(volunteer.county, volunteer._id),
    clearedLately(deps, volunteer, now),
  ]);
  return presentMe(volunteer, { areaNames: deps.areaNames(volunteer.area), owedToMeFen, holdCleared, now });
}
