import type { BodyOf } from '@grid-relief/shared-types/contract';
import type { lateFactActions } from '@grid-relief/shared-types/deliveries/late-fact.contract';
import { lateFactLifecycle as machine } from '@grid-relief/shared-types/lifecycles/late-fact.lifecycle';
import type { Role } from '@grid-relief/shared-types/roles';
import { Problem } from '../../../http/problem';
import { type Actor, act, areasOf, isAllowed, isSystem, type LateFact, type PersonActor } from '../../../lifecycle';
import { notice } from '../../../notice-entry';
import type { NewEntry } from '../../../outbox';
import { lateFactRepository, type Reading } from './late-fact.repository';
import { type LateFactDeps, readStanding } from './read-late-facts';

export type LateFactAction = keyof typeof lateFactActions;
type Body = BodyOf<(typeof lateFactActions)[LateFactAction]>;

/** Who compares late facts; a county looks at what nobody below has decided on. */
const reconcilers: readonly (readonly [Role, toldAtLeast: number])[] = [
  ['GRID_WORKER', 0],
  ['GRID_LEADER', 0],
  ['TOWNSHIP_DISPATCHER', 0],
  ['COUNTY_DISPATCHER', 2],
];

/** Where this person reads late facts. */
export function readingsOf(actor: PersonActor, now: Date): Reading[] {
  return reconcilers.flatMap(([role, toldAtLeast]) => {
    const areas = areasOf(actor, role, now);
    return areas.length > 0 ? [{ areas, toldAtLeast }] : [];
  });
}

/** Whether a late fact lies where this viewer compares them. */
export function isIn({ scope }: LateFact, viewer: Actor, now: Date): boolean {
  if (isSystem(viewer)) return true;
  return readingsOf(viewer, now).some(({ areas }) => areas.some((area) => scope.includes(area)));
}

/**
 * A person says of a late fact that it counts, or takes note of it with the reason; what follows is in the outbox of
 * the fact itself.
 * @throws Problem as `act`; transition-not-allowed with `next: note` when nothing can follow
 */
export async function decideLateFact(
  deps: LateFactDeps,
  action: LateFactAction,
  actor: PersonActor,
  id: string,
  { opId, occurredAt, reason, revision }: Body,
) {
  const now = deps.now();
  const facts = lateFactRepository(deps.connection);
  const found = await facts.byId(actor.county, id);
  const decides = found && isOpenTo(found, action, actor, opId, now);
  if (decides && action === 'apply') await mustFollow(deps, found);
  return act<string, string, LateFact>({
    collection: facts.collection,
    machine,
    ...{ action, id, actor, opId, now },
    ...(occurredAt ? { occurredAt: new Date(occurredAt) } : {}),
    ...(reason ? { reason: reason.code } : {}),
    ...(revision === undefined ? {} : { revision }),
    emit: found ? [{ kind: 'lateFact' }, ...toReporter(found, action)] : [],
    visible: (late, viewer) => isIn(late, viewer, now),
  });
}

/** If not, the engine alone knows the answer: a repeat or a refusal. */
function isOpenTo(late: LateFact, action: LateFactAction, actor: PersonActor, opId: string, now: Date): boolean {
  const rule = machine.actions[action];
  const repeated = late.history.some((entry) => entry.opId === opId);
  return !repeated && rule.from.some((state) => state === late.state) && isAllowed(rule, late, actor, now);
}

async function mustFollow(deps: LateFactDeps, late: LateFact): Promise<void> {
  const { what } = await readStanding(deps, late);
  if (what.follows !== 'NOTHING') return;
  const { state, revision } = late;
  throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'note', because: what.because });
}

/** What a household says of its own goods is compared with what it sees; a carrier hears what became of a report. */
function toReporter({ fact }: LateFact, action: LateFactAction): NewEntry[] {
  if (fact.recordKind !== 'DELIVERY' || fact.action === 'pickedUp') return [];
  const entry = notice({ person: fact.by }, action === 'apply' ? 'LATE_FACT_APPLIED' : 'LATE_FACT_NOTED', {});
  return [{ ...entry, payload: { ...entry.payload, record: fact.record } }];
}
