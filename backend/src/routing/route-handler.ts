import { type AreaId, areaId } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { act, fire, recordsIn } from '../lifecycle';
import { notice } from '../notice-entry';
import type { NewEntry } from '../outbox';
import { stillMeans } from '../outbox';
import type { Clock } from '../platform/clock';
import { derivedId } from '../platform/ids';
import { type EntryHandler, taskMachines } from '../tasks';
import { routeEntry } from './assignment-fields';
import type { RouteTask } from './candidate';
import { type Found, findCandidates } from './find-candidates';
import { rowOf } from './hard-filters';
import { everybodyToTell, lookAgainMinutes, rungAt, rungOf, stagesToTell } from './ladder';
import type { StageTells } from './policy';
import { pickAmongEquals, type Ranked } from './rank';
import type { CandidateDeps } from './read-candidates';
import { relocate } from './relocate';
import { asRouteTask, type RoutableTask, routableProjection } from './route-task';

export interface RouterDeps extends CandidateDeps {
  readonly now: Clock;
  /** A source of numbers in [0, 1). */
  readonly random: () => number;
  /** The area in force in which something lies that was put into this one; absent: every area stays. */
  readonly openAreaOf?: (area: AreaId) => AreaId;
}

/** One routing of one task: what was read, and the operation it is done under. */
interface Routing {
  readonly deps: RouterDeps;
  readonly stored: RoutableTask;
  readonly task: RouteTask;
  readonly opId: string;
  readonly now: Date;
}

/** The handlers of the router, by kind of outbox entry. */
export function routingHandlers(deps: RouterDeps): { readonly route: EntryHandler } {
  return {
    /** Offers a waiting task to one person. A second delivery of the entry is the same operation and changes nothing. */
    route: async (document, entry) => {
      const opId = derivedId(document.county, document._id, entry.id);
      const stored = await recordsIn<RoutableTask>(deps.connection.collection('tasks')).findOne(
        { _id: document._id, county: document.county },
        { projection: routableProjection },
      );
      if (!stored || !isWaiting(stored) || !stillMeans(entry, { ...stored, outbox: [] })) return;
      // brought to another place it looks from there, by an entry of its own
      if (await isBroughtOn(deps, stored)) return;
      if (stored.history.some((earlier) => earlier.opId === opId)) return;
      const now = deps.now();
      const task = asRouteTask(stored);
      const routing = { deps, stored, task, opId, now };
      const found = await findCandidates(deps, stored.county, task, now);
      const chosen = pickAmongEquals(found.ranked, deps.random);
      // who was faster (a claim, a dispatcher, a cancelling) leaves nothing to do here
      await fire(() => (chosen ? offer(routing, found, chosen) : nobody(routing, found)));
    },
  };
}

/** Work that was held while its area ended, or came late, goes to the area that has come in its place. */
async function isBroughtOn(deps: RouterDeps, record: RoutableTask): Promise<boolean> {
  const area = areaId(record.area);
  const to = deps.openAreaOf?.(area) ?? area;
  if (to === area) return false;
  const collection = deps.connection.collection('tasks');
  return relocate({ collection, machine: taskMachines[record.kind], record, to, now: deps.now() });
}

function isWaiting({ kind, state }: RoutableTask): boolean {
  return taskMachines[kind].actions.offer?.from.includes(state) ?? false;
}

async function offer({ deps, stored, task, opId, now }: Routing, found: Found, chosen: Ranked): Promise<unknown> {
  const { person } = chosen.candidate;
  const minutes = rowOf(task, deps.policy).offerMinutes;
  const expiresAt = addMinutes(now, minutes);
  const stage = stagesToTell(task, stored.assignment.told ?? 0, deps.policy, now);
  const rung = rungAt(rungOf(task, chosen.candidate, deps.policy, deps.neighbours));
  const { score, parts } = chosen;
  const values = { expiresAt: expiresAt.toISOString(), priority: `P${task.priority}` };
  const urgent = task.priority <= 1;
  return act({
    ...common(deps, stored, opId, now),
    action: 'offer',
    actor: { system: 'router', county: stored.county },
    guard: { 'assignment.excluded': { $ne: person } },
    limitMinutes: minutes,
    set: {
      'assignment.offeredTo': person,
      'assignment.expiresAt': expiresAt,
      'assignment.rung': found.rung,
      'assignment.told': stage.told,
      'assignment.reason': { rung, score, parts, considered: found.ranked.length, how: 'OFFER' },
    },
    emit: [
      notice({ person }, 'OFFER', values, { urgent }),
      ...stage.tell.map((role) => nobodyYet(stored, role, urgent)),
    ],
  });
}

/** The ladder is exhausted for now: people are told, the pool stays open, and the router looks again later. */
async function nobody({ deps, stored, task, opId, now }: Routing, found: Found): Promise<unknown> {
  const everybody = everybodyToTell(rowOf(task, deps.policy));
  const told = stored.assignment.told ?? 0;
  const again = addMinutes(now, lookAgainMinutes(task, deps.policy, now));
  return act({
    ...common(deps, stored, opId, now),
    action: 'escalate',
    actor: { system: 'timer', county: stored.county },
    set: { 'assignment.rung': found.rung, 'assignment.told': Math.max(told, everybody.length) },
    emit: [...everybody.slice(told).map((role) => nobodyYet(stored, role, true)), routeEntry([stored.state], again)],
  });
}

function nobodyYet(stored: RoutableTask, role: StageTells, urgent: boolean): NewEntry {
  return notice({ role, area: stored.area }, 'NOBODY_YET', {}, { urgent, life: stored.priority === 0 });
}

function common(deps: RouterDeps, stored: RoutableTask, opId: string, now: Date) {
  return {
    collection: deps.connection.collection('tasks'),
    machine: taskMachines[stored.kind],
    kind: stored.kind,
    id: stored._id,
    opId,
    now,
    visible: () => true,
  };
}
