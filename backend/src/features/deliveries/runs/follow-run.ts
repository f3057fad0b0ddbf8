import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { type Actor, act, bareActor, fire, recordsIn } from '../../../lifecycle';
import { notice } from '../../../notice-entry';
import type { OutboxEntry, WithOutbox } from '../../../outbox';
import { derivedId } from '../../../platform/ids';
import { taskModel } from '../../../tasks';
import { passedOn } from '../custody.verbs';
import type { Delivery } from '../delivery';
import { deliveryRepository } from '../delivery.repository';
import type { Performance } from '../perform';
import type { Run } from './run';
import type { RunDeps } from './run.deps';
import { runRepository } from './run.repository';

/** A delivery action as the feature of deliveries does it, with everything that follows from it. */
export type PerformOnMember = (performance: Performance) => Promise<unknown>;

/** One following: of which entry of which run, as the run is now. */
interface Following {
  readonly deps: RunDeps;
  readonly perform: PerformOnMember;
  readonly entry: OutboxEntry;
  readonly run: Run;
}

/**
 * Delivers `runMoved`: every member does what its run did, by acts of its own that are named after the entry, so that a
 * second delivery changes nothing. Follows the run as it is now; an older entry finds its members past it.
 */
export async function followRun(
  deps: RunDeps,
  perform: PerformOnMember,
  entry: OutboxEntry,
  document: WithOutbox,
): Promise<void> {
  const runs = runRepository(deps.connection);
  const run = await runs.byId(document.county, document._id);
  if (!run) return;
  for (const member of await runs.membersOf(run.county, run._id)) await follow({ deps, perform, entry, run }, member);
}

async function follow(following: Following, member: Delivery): Promise<void> {
  const { run } = following;
  if (['LOCKED', 'OFFERED'].includes(run.state)) return backToList(following, member);
  if (run.state === 'DISSOLVED') {
    await backToList(following, member);
    return does(following, member, 'unbatch', { system: 'outbox', county: run.county });
  }
  const { assignee } = run.assignment;
  if (!assignee) return;
  if (member.state === 'BATCHED') await takeUp(following, member);
  else await copyHolder(following.deps, run, member, assignee);
  // allowed by holding them, and by nothing else
  const carrier = bareActor(run.county, assignee);
  if (run.state === 'SHOPPING') await does(following, member, 'startShopping', carrier);
  if (run.state === 'DOORS') await does(following, member, 'depart', { system: 'outbox', county: run.county });
}

/** Only who holds nothing paid goes back; a door that is on its way stays with whoever has the bags. */
async function backToList(following: Following, member: Delivery): Promise<void> {
  if (!['ACCEPTED', 'SHOPPING'].includes(member.state)) return;
  const { county } = following.run;
  await does(following, member, 'giveBack', { system: 'timer', county }, 'RUN_GIVEN_BACK');
}

/** The member's holder is its run's, with the run's revision; it keeps no claim of its own, because the run has the seat. */
async function takeUp({ deps, entry, run }: Following, member: Delivery): Promise<void> {
  const { county, assignment, revision } = run;
  const { household, detail } = member;
  await fire(() =>
    act({
      collection: taskModel(deps.connection).collection,
      machine: deliveryLifecycle,
      kind: 'DELIVERY',
      action: 'followRun',
      id: member._id,
      actor: { system: 'outbox', county },
      opId: derivedId(county, member._id, entry.id, 'followRun'),
      now: deps.now(),
      guard: { run: run._id, ...olderThan(revision) },
      set: {
        'assignment.assignee': assignment.assignee,
        'assignment.reason': { ...(assignment.reason ?? byHand), how: 'RUN' },
        'detail.runRevision': revision,
      },
      unset: ['assignment.claimOp'],
      emit: [notice({ household }, 'CARRIER_FOUND', { code: detail.code })],
      visible: () => true,
    }),
  );
}

const byHand = { rung: 'OWN_GRID', score: 0, parts: [], considered: 0 } as const;

/**
 * A change of carrier under way: the copy says which revision of the run it comes from, and an older one never wins. A
 * door with a claim of its own was taken over or assigned by itself, and is not the run's to give away.
 */
async function copyHolder(deps: RunDeps, run: Run, member: Delivery, carrier: string): Promise<void> {
  const { revision } = member;
  const done = await recordsIn<Delivery>(taskModel(deps.connection).collection).updateOne(
    {
      _id: member._id,
      county: run.county,
      run: run._id,
      state: { $in: deliveryLifecycle.held },
      'assignment.claimOp': { $exists: false },
      ...olderThan(run.revision),
      revision,
    },
    {
      // goods, money and a household's card go on together
      $set: {
        'assignment.assignee': carrier,
        'detail.runRevision': run.revision,
        ...passedOn(member, carrier),
      },
      $inc: { revision: 1 },
    } as object, // the driver's type knows no paths into this record's detail
  );
  if (done.matchedCount > 0) return;
  const now = await deliveryRepository(deps.connection).byId(run.county, member._id);
  // somebody wrote meanwhile: whether it still follows is seen from what is there now
  if (now && now.revision !== revision) await copyHolder(deps, run, now, carrier);
}

function olderThan(revision: number) {
  return { 'detail.runRevision': { $not: { $gte: revision } } };
}

async function does(
  { perform, entry, run }: Following,
  member: Delivery,
  action: Performance['action'],
  actor: Actor,
  reason?: string,
): Promise<void> {
  const { county } = run;
  const opId = derivedId(county, member._id, entry.id, action);
  const request = { action, county, id: member._id, actor, opId, body: {}, guard: { run: run._id } };
  // what has moved on by itself is left alone: one door never undoes the others
  await fire(() => perform({ ...request, ...(reason ? { reason } : {}) }));
}
