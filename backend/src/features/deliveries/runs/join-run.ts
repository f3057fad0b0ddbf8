import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../../../http/problem';
import { act, beginRecord } from '../../../lifecycle';
import type { OutboxEntry, WithOutbox } from '../../../outbox';
import { derivedId } from '../../../platform/ids';
import { gridOf } from '../../../routing';
import { taskModel } from '../../../tasks';
import type { Delivery } from '../delivery';
import { weightOf, windowFor } from './batching.rules';
import type { Run, RunMember, RunWindow } from './run';
import type { RunDeps } from './run.deps';
import { runRepository } from './run.repository';
import { runPlaces, takesMembers } from './run-places.repository';

/** Each attempt finds a place or begins a new run; only a crowd that fills it at once makes another one necessary. */
const attempts = 20;

/**
 * Delivers `batch`: the request joins a run of its grid, shop and window that still takes requests, or begins one
 * (handbook 4.5). Two writes, the run's place first; the request's own act is the truth, and what a crash leaves in the
 * list of a run is no more than a place nobody uses.
 */
export async function joinRun(deps: RunDeps, entry: OutboxEntry, document: WithOutbox): Promise<void> {
  const delivery = await taskModel(deps.connection)
    .findOne({ _id: document._id, county: document.county })
    .lean<Delivery>()
    .exec();
  if (delivery?.state !== 'TRIAGED') return;
  const member = memberOf(delivery);
  const run = await placeFor(deps, delivery, member);
  const { county } = delivery;
  try {
    await act({
      collection: taskModel(deps.connection).collection,
      machine: deliveryLifecycle,
      kind: 'DELIVERY',
      action: 'batch',
      id: delivery._id,
      actor: { system: 'outbox', county },
      opId: derivedId(county, delivery._id, entry.id),
      now: deps.now(),
      set: { run },
      // how far it had followed another run says nothing about this one
      unset: ['detail.runRevision'],
      visible: () => true,
    });
  } catch (error) {
    // anything else may have taken place
    if (!(error instanceof Problem) || error.type === 'outcome-unknown') throw error;
    // cancelled or put on hold meanwhile
    await runPlaces(deps.connection).leave(county, run, member);
  }
}

async function placeFor(deps: RunDeps, delivery: Delivery, member: RunMember): Promise<string> {
  const { county } = delivery;
  const places = runPlaces(deps.connection);
  const window = windowFor(deps.now(), deps.batching);
  const first = newRun(delivery, window, 0, deps.now());
  for (let attempt = 0; attempt < attempts; attempt++) {
    const runs = await places.ofWindow(first);
    for (const { _id, state } of runs) {
      if (takesMembers.includes(state) && (await places.join(county, _id, member, deps.batching))) return _id;
    }
    // several who come here at once begin the same run: its id is derived from its number
    await runRepository(deps.connection).insert(newRun(delivery, window, runs.length, deps.now()));
  }
  throw new Error('no run takes this request');
}

function memberOf({ _id, household, priority, detail }: Delivery): RunMember {
  const { code, lines, estimateFen } = detail;
  return { delivery: _id, household, code, priority, estimateFen, weightGrams: weightOf(lines) };
}

/** The run of a grid, shop and window with this number, as it begins; its id is the same whoever makes it. */
function newRun({ county, area, detail }: Delivery, window: RunWindow, serial: number, now: Date): Run {
  const grid = gridOf(area) ?? areaId(area);
  const { shop = '', shopName } = detail;
  const _id = derivedId(county, 'run', grid, shop, window.from.toISOString(), String(serial));
  const beginning = { _id, county, kind: 'RUN' as const, state: 'PLANNED', area: grid, scope: scopeOf(grid) };
  return {
    ...beginRecord(beginning, [{ kind: 'follow', payload: { action: 'open' } }], now),
    kind: 'RUN',
    assignment: { excluded: [], rung: 0 },
    priority: 2,
    createdAt: now,
    waitingSince: now,
    dueAt: window.to,
    detail: {
      shop,
      ...(shopName ? { shopName } : {}),
      window,
      members: [],
      weightGrams: 0,
      estimateFen: 0,
      floatFen: 0,
    },
  };
}
