import type { BodyOf } from '@grid-relief/shared-types/contract';
import type {
  goOffDuty as offContract,
  goOnDuty as onContract,
  VolunteerMe,
} from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { Problem } from '../../http/problem';
import { fingerprintOf, type PersonActor } from '../../lifecycle';
import { clearedLately } from './clear-hold';
import { newHold } from './new-hold';
import type { Duty, DutyOperation, VolunteerRecord } from './volunteer';
import { presentMe } from './volunteer.presenter';
import type { NewHold } from './volunteer.repository';
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
  const unwell = isUnwell(body);
  const { opId, temperatureTenths, symptoms } = body;
  const hash = fingerprintOf(actor, 'goOnDuty', { until: body.until, temperatureTenths, symptoms });
  const cause = temperatureTenths >= feverTenths ? 'FEVER' : 'SYMPTOM';
  return change(deps, actor, { opId, inputHash: hash }, now, async (before) => {
    if (until <= now) {
      throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/until', detail: 'in the past' }] });
    }
    // who is on hold stays on hold, however well they feel: clearing it is a doctor's decision
    const on = !unwell && !before.healthHold;
    const duty = on ? { on, since: now, until, temperatureTenths } : { on, temperatureTenths };
    const hold = unwell ? await newHold(deps, before, { opId, cause, temperatureTenths }, now) : undefined;
    return { duty, ...(hold ? { hold } : {}) };
  });
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
  const operation = { opId, inputHash: fingerprintOf(actor, 'goOffDuty', { sick, ...said }) };
  const me = await change(deps, actor, operation, now, async (before) => {
    const hold = sick ? await newHold(deps, before, { opId, cause: 'SICK', ...said }, now) : undefined;
    return { duty: { on: false }, ...(hold ? { hold } : {}) };
  });
  if (!sick) return me;
  await deps.leaveHeldWork(actor, opId, now);
  return volunteerMe(deps, actor, now);
}

/** So often a doctor, or another phone of the same person, may come in between. */
const attempts = 8;

/** Decides from the person as they are, writes while they are still on hold or not as then, and decides anew otherwise. */
async function change(
  deps: VolunteerDeps,
  actor: PersonActor,
  operation: DutyOperation,
  now: Date,
  decide: (before: VolunteerRecord) => Promise<Decided>,
): Promise<VolunteerMe> {
  const { county, personId } = actor;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await enrolled(deps, actor);
    const earlier = earlierOf(before, operation.opId);
    if (earlier && earlier.inputHash !== operation.inputHash) throw new Problem('op-id-reused');
    if (earlier) return present(deps, before, now);
    const { duty, hold } = await decide(before);
    const wanted = { duty: { ...duty, ...operation }, ...(hold ? { hold } : {}) };
    const changed = await deps.volunteers.changeDuty(county, personId, wanted, before);
    if (changed) return present(deps, changed, now);
  }
  throw new Problem('changed-meanwhile', undefined, { next: 'refresh' });
}

/** What a change of duty comes to. */
interface Decided {
  readonly duty: Duty;
  readonly hold?: NewHold;
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
