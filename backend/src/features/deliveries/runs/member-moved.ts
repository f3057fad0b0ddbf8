import { fire } from '../../../lifecycle';
import type { OutboxEntry, WithOutbox } from '../../../outbox';
import { derivedId } from '../../../platform/ids';
import type { Delivery } from '../delivery';
import { actOnRun } from './act-on-run';
import type { Run } from './run';
import type { RunDeps } from './run.deps';
import { runRepository } from './run.repository';
import { doorDone } from './run.verbs';
import { runPlaces } from './run-places.repository';
import type { RunAction } from './run-verb';

/**
 * Delivers `memberMoved` of a request that travels, or travelled, with a run: frees its place on an open list,
 * dissolves a run that everybody has left, and settles one whose last door is done (handbook 2.1a).
 */
export async function memberMoved(deps: RunDeps, document: WithOutbox, entry: OutboxEntry): Promise<void> {
  const { run: id } = entry.payload;
  if (typeof id !== 'string') throw new Error('memberMoved names the run');
  const runs = runRepository(deps.connection);
  const run = await runs.byId(document.county, id);
  if (!run) return;
  const members = await runs.membersOf(run.county, id);
  const place = run.detail.members.find(({ delivery }) => delivery === document._id);
  const gone = !members.some(({ _id }) => _id === document._id);
  if (gone && place) await runPlaces(deps.connection).leave(run.county, id, place);
  const action = whatNow(run, members);
  if (!action) return;
  const { county } = run;
  const opId = derivedId(county, id, entry.id, action);
  const reason = action === 'dissolve' ? { reason: 'NOTHING_LEFT' } : {};
  await fire(() => actOnRun(deps, { county, id, action, actor: { system: 'outbox', county }, opId, ...reason }));
}

/** An open list may be empty: somebody may still join until the cut-off. Pure. */
function whatNow({ state }: Run, members: readonly Delivery[]): RunAction | undefined {
  if (members.length === 0 && ['LOCKED', 'OFFERED', 'ACCEPTED', 'SHOPPING'].includes(state)) return 'dissolve';
  const done = members.every((member) => doorDone.includes(member.state));
  return done && ['DOORS', 'SHOPPING'].includes(state) ? 'settleDoors' : undefined;
}
