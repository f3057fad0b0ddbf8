import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { PickupSlotView } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import type { ActionRule } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { pickupSlotLifecycle } from '@grid-relief/shared-types/lifecycles/pickup-slot.lifecycle';
import type { FakeAnswer } from '@/api/testing/fake-server';
import { sampleServer } from '../carrying/sample-server.fixture';
import { deliveryId, sampleDelivery, sampleId, sampleTime } from '../carrying/sample-work.fixture';

/** Invented turns at an invented pick-up place, and a server that moves them along the table. */

export const slotId = sampleId('k1');
/** Another turn, beside the first. */
export const secondId = sampleId('k2');
const began = Date.now();
/** So many minutes from the beginning of the test: the same instant for screen and expectation. */
export const slotTime = (minutes: number): string => sampleTime(minutes, began);

const rules = new Map<string, ActionRule<string>>(Object.entries(pickupSlotLifecycle.actions));
const relations: Readonly<Record<string, string>> = { HOUSEHOLD: 'own', PLACE: 'eligible', GRID: 'inArea' };

type Change = Partial<Record<keyof PickupSlotView, unknown>>;

/** The actions of this part, as the server lists them for somebody who comes to the place. */
function actionsOf({ state, part, bagThere, missed }: Change): string[] {
  const pointless: Readonly<Record<string, boolean>> = {
    pickUp: !bagThere,
    cancel: Boolean(bagThere),
    miss: true,
    reserveAgain: Number(missed) > 1,
    toDoor: part === 'HOUSEHOLD' && !(state === 'MISSED' && Number(missed) > 1),
  };
  return [...rules]
    .filter(([, { from }]) => from.includes(String(state)))
    .filter(([, { by }]) => by.some((who) => 'role' in who && who.relation === relations[String(part)]))
    .map(([action]) => action)
    .filter((action) => !pointless[action]);
}

/** A turn as this part sees it; what the change leaves out is one whose bag is still to come. */
export function sampleSlot(change: Change = {}): PickupSlotView {
  const slot = {
    id: slotId,
    state: 'RESERVED',
    revision: 2,
    delivery: deliveryId,
    code: 'A207',
    area: '999999001003-g02',
    areaName: '第二网格',
    place: '南门广场',
    from: slotTime(20),
    to: slotTime(23),
    until: slotTime(35),
    bagThere: false,
    missed: 0,
    part: 'HOUSEHOLD',
    since: slotTime(-4),
    ...change,
  };
  // ids are branded by the parser; these are written by hand
  return { actions: actionsOf(slot), ...slot } as unknown as PickupSlotView;
}

/** The same with its bag on number 7, the household called. */
export const calledSlot = (change: Change = {}): PickupSlotView =>
  sampleSlot({ state: 'CALLED', bagThere: true, number: 7, ...change });

/** A request that its household fetches. */
export const sampleFetched = (change: Partial<DeliveryView> = {}): DeliveryView => {
  const { household, ...open } = sampleDelivery({ state: 'IN_TRANSIT', code: 'A207', ...change });
  return { ...open, mode: 'SLOT' };
};

export type SlotServer = {
  readonly answer: (method: string, path: string, body?: Record<string, unknown>) => FakeAnswer;
  /** What was asked of turns, in order; `reserve` is the choice of a first time. */
  readonly acts: { readonly action: string; readonly body: Record<string, unknown> }[];
  /** What was read, by path. */
  readonly asked: string[];
  /** What was done to the requests themselves. */
  readonly work: ReturnType<typeof sampleServer>;
  /** The next such act is refused once, with this beside the type. */
  readonly refuseOnce: (action: string, type: string, more: object) => void;
  readonly change: (id: string, change: Change) => void;
};

type Stage = { readonly slots?: readonly PickupSlotView[]; readonly work?: readonly DeliveryView[] };
type More = { readonly runs?: readonly RunView[]; readonly times?: readonly number[] };

/** Answers lists and single records of these, and does what is asked of a turn. */
export function slotServer({
  slots = [],
  work = [],
  runs = [],
  times = [30, 33, 36, 39, 42],
}: Stage & More): SlotServer {
  const views = new Map(slots.map((slot) => [String(slot.id), slot]));
  const rest = sampleServer(work, runs);
  const acts: SlotServer['acts'] = [];
  const asked: string[] = [];
  const refusals = new Map<string, object>();
  const ofDelivery = (id: string) => [...views.values()].find(({ delivery }) => delivery === id);
  const change = (id: string, part: Change) => {
    const slot = views.get(id);
    if (!slot) return;
    const { actions, ...before } = slot;
    views.set(id, sampleSlot({ ...before, revision: slot.revision + 1, ...part }));
  };
  const refusal = (action: string): FakeAnswer | undefined => {
    const body = refusals.get(action);
    refusals.delete(action);
    return body && { status: 'errors' in body ? 422 : 409, body };
  };
  const timesView = () => ({
    area: '999999001003-g02',
    place: '南门广场',
    day: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    items: times.map((minutes) => ({ from: slotTime(minutes), to: slotTime(minutes + 3) })),
  });
  const reserve = (delivery: string, body: Record<string, unknown>): FakeAnswer => {
    acts.push({ action: 'reserve', body });
    const refused = refusal('reserve');
    if (refused) return refused;
    const at = String(body.at);
    const slot = sampleSlot({ delivery, from: at, to: new Date(Date.parse(at) + 180_000).toISOString() });
    views.set(slot.id, slot);
    return { status: 200, body: slot };
  };
  const act = (slot: PickupSlotView, action: string, body: Record<string, unknown>): FakeAnswer => {
    const rule = rules.get(action);
    acts.push({ action, body });
    const refused = refusal(action);
    if (refused) return refused;
    if (!rule?.from.includes(slot.state)) return { status: 409, body: { type: '/problems/transition-not-allowed' } };
    const state = rule.to === 'SAME' ? slot.state : String(rule.to);
    const at = typeof body.at === 'string' ? { from: body.at, to: body.at } : {};
    const there = typeof body.number === 'number' ? { number: body.number, bagThere: true } : {};
    change(slot.id, { state, ...at, ...there });
    const view = views.get(slot.id);
    const receipt = { action, to: state, revision: view?.revision, recordedAt: slotTime(0) };
    return { status: 200, body: { receipt, view } };
  };
  const onTurn = (method: string, id: string, word: string, body: Record<string, unknown>) => {
    const slot = views.get(id);
    const name = word.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return method === 'POST' && slot ? act(slot, name, body) : found(slot);
  };
  return {
    acts,
    asked,
    work: rest,
    change,
    refuseOnce: (action, type, more) => void refusals.set(action, { type: `/problems/${type}`, ...more }),
    answer: (method, path, body = {}) => {
      const [plain = ''] = path.split('?');
      if (method === 'GET') asked.push(path);
      const [, resource, id = '', word = ''] = plain.split('/');
      if (lists.includes(plain)) return { status: 200, body: { items: [...views.values()] } };
      if (word === 'pickup-times') return { status: 200, body: timesView() };
      if (word === 'pickup-slot') return method === 'POST' ? reserve(id, body) : found(ofDelivery(id));
      return resource === 'pickup-slots' ? onTurn(method, id, word, body) : rest.handle(method, path, body);
    },
  };
}

const lists: readonly string[] = ['/work/pickup-slots', '/pickup-slots'];

const found = (slot: PickupSlotView | undefined): FakeAnswer =>
  slot ? { status: 200, body: slot } : { status: 404, body: { type: '/problems/not-found' } };
