import type { DeliveryView, Somebody } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { ShopId, TaskId } from '@grid-relief/shared-types/primitives/ids';
import type * as z from '@grid-relief/shared-types/zod';
import { type PersonActor, permittedActions } from '../../../lifecycle';
import { type Delivery, known } from '../delivery';
import { heldFen } from './handover-cash.rules';
import { pickingList } from './picking.rules';
import type { HandoverCash, Run } from './run';
import { isCarrier } from './run.policy';

/** Everything a view is made of, read beforehand. */
export interface RunFacts {
  readonly members: readonly Delivery[];
  /** The members as this viewer may see them. */
  readonly views: readonly DeliveryView[];
  readonly areaNames: string[];
  readonly aisles: readonly string[];
  readonly carrier?: z.infer<typeof Somebody>;
  readonly now: Date;
}

const priorities = ['P0', 'P1', 'P2', 'P3'] as const;

/** A run for one viewer; a door is named only to the carrier while carrying. Pure. */
export function presentRun(run: Run, actor: PersonActor, facts: RunFacts): RunView {
  const { detail, assignment, state } = run;
  const { members, carrier, now } = facts;
  const asked = state === 'OFFERED' && assignment.offeredTo === actor.personId;
  const { window, shop, shopName } = detail;
  return {
    id: TaskId.parse(run._id),
    state,
    revision: run.revision,
    area: areaId(run.area),
    areaNames: facts.areaNames,
    ...(shop ? { shop: { id: ShopId.parse(shop), name: shopName ?? '' } } : {}),
    priority: priorities[run.priority] ?? 'P3',
    window: instants(window),
    doorCount: members.length,
    weightGrams: detail.weightGrams,
    estimateFen: sum(members.map((member) => member.detail.estimateFen)),
    advancedFen: paidByFen(members, assignment.assignee),
    floatFen: detail.floatFen,
    ...(detail.floatReturnedFen === undefined ? {} : { floatReturnedFen: detail.floatReturnedFen }),
    ...handoverOf(run),
    ...cashOf(run, members),
    picking: pickingList(
      members.map(({ _id, detail: { code, lines } }) => ({ delivery: _id, code, lines })),
      facts.aisles,
    ),
    doors: inOrder(run, members).map((member, i) => door(member, i, facts.views, isCarrier(run, actor.personId))),
    deliveries: [...facts.views],
    ...(carrier ? { carrier } : {}),
    ...(asked && assignment.expiresAt && assignment.reason
      ? { offer: { expiresAt: assignment.expiresAt.toISOString(), reason: assignment.reason } }
      : {}),
    ...(assignment.reason ? { reason: assignment.reason } : {}),
    next: nextOf(run),
    actions: permittedActions(runLifecycle, run, actor, now),
  };
}

function handoverOf({ detail: { handovers, handoverCount } }: Run): Pick<RunView, 'handover'> {
  const last = handovers?.at(-1);
  if (!last) return {};
  const counted = handoverCount ? { countedBags: handoverCount.bags } : {};
  // parsed as a file's id when it came in
  const photo = last.photo === undefined ? {} : { photo: last.photo as NonNullable<RunView['handover']>['photo'] };
  return { handover: { bags: last.bags, ...counted, at: last.at.toISOString(), ...photo } };
}

/** What one carrier paid for doors of a run; what another did is that one's. Pure. */
function paidByFen(members: readonly Delivery[], person: string | undefined): number {
  const own = members.filter(({ detail }) => person !== undefined && detail.advancedBy === person);
  return sum(own.map(({ detail }) => detail.actualFen ?? 0));
}

/** The names of who passed it on are the grid's to look up, not the carrier's. */
function cashOf(
  { detail, assignment: { assignee } }: Run,
  members: readonly Delivery[],
): Pick<RunView, 'handoverCash' | 'cashHeldFen' | 'cashExpectedFen'> {
  if (detail.floatFen === 0) return {};
  const held = heldFen(detail);
  const spent = paidByFen(members, assignee);
  return {
    ...(detail.handoverCash ? { handoverCash: presentCash(detail.handoverCash) } : {}),
    cashHeldFen: held,
    cashExpectedFen: Math.max(0, held - spent),
  };
}

/** Cash of a change of carrier, as both sides and the grid see it. Pure. */
export function presentCash({
  statedFen,
  countedFen,
  agreedFen,
  toCashier,
}: HandoverCash): NonNullable<RunView['handoverCash']> {
  return { statedFen, ...known({ countedFen, agreedFen, toCashier }) };
}

function instants({ from, to, cutOff }: Run['detail']['window']): RunView['window'] {
  return { from: from.toISOString(), to: to.toISOString(), cutOff: cutOff.toISOString() };
}

/** In walking order once it is fixed; whoever came in another way stands at the end. */
function inOrder({ detail: { order = [] } }: Run, members: readonly Delivery[]): Delivery[] {
  const place = ({ _id }: Delivery) => (order.includes(_id) ? order.indexOf(_id) : order.length);
  return [...members].sort((a, b) => place(a) - place(b));
}

function door(
  { _id, detail, state }: Delivery,
  order: number,
  views: readonly DeliveryView[],
  carries: boolean,
): RunView['doors'][number] {
  const view = views.find(({ id }) => id === _id);
  const address = view?.household?.address;
  return {
    delivery: TaskId.parse(_id),
    code: detail.code,
    state,
    order,
    itemCount: detail.lines.length,
    ...(detail.bags === undefined ? {} : { bags: detail.bags }),
    // as far as this viewer sees what is remarked at a door: not before holding the run
    notes: (view?.timeline ?? []).flatMap(({ action, reason }) => (action === 'note' && reason ? [reason] : [])),
    ...(carries && address
      ? { door: `${address.compound} ${address.building}-${address.unit}-${address.floor}-${address.room}` }
      : {}),
    cold: detail.lines.some(({ cold }) => cold),
  };
}

function nextOf({ state, assignment, detail }: Run): RunView['next'] {
  const steps: Readonly<Record<string, RunView['next']>> = {
    PLANNED: { code: 'RUN_OPENS', who: 'SYSTEM' },
    OPEN: { code: 'RUN_LOCKS', who: 'SYSTEM', by: detail.window.cutOff.toISOString() },
    LOCKED: { code: 'FIND_CARRIER', who: 'SYSTEM' },
    OFFERED: {
      code: 'ANSWER_OFFER',
      who: 'CARRIER',
      ...(assignment.expiresAt ? { by: assignment.expiresAt.toISOString() } : {}),
    },
    ACCEPTED: { code: 'START_SHOPPING', who: 'CARRIER' },
    SHOPPING: { code: 'BUY', who: 'CARRIER' },
    DOORS: { code: 'DELIVER', who: 'CARRIER', by: detail.window.to.toISOString() },
    SETTLING: assignment.assignee ? { code: 'SETTLE', who: 'CARRIER' } : { code: 'TAKE_CASH', who: 'CASHIER' },
  };
  return steps[state] ?? { code: 'NOTHING', who: 'NOBODY' };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
