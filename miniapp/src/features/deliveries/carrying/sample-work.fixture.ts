import type { DeliveryView, LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import type { ActionRule } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';

/** Invented work of an invented county, and a server that knows just enough of it to be carried to the door. */

/** An invented id. */
export const sampleId = (end: string) => `999999-${end.padStart(26, '0')}`;
export const deliveryId = sampleId('d1');
export const offerId = sampleId('d2');
const runId = sampleId('r1');
const shop = { id: sampleId('s1'), name: '惠民超市' };
/** So many minutes from now. */
export const sampleTime = (minutes: number, now = Date.now()) => new Date(now + minutes * 60_000).toISOString();

/** Line ids have at least four characters. */
const line = (name: string, picture: string, aisle: string, more: Partial<LineView> = {}): LineView => ({
  line: `line${picture}`,
  sku: picture,
  name,
  picture,
  aisle,
  unit: '盒',
  quantity: 1,
  estimateFen: 1280,
  substitution: { rule: 'ASK' },
  controlledFour: false,
  cold: false,
  outcome: 'OPEN',
  ...more,
});

const goods = (sku: string, name: string, picture: string, aisle: string, priceFen: number) => ({
  sku,
  name,
  nameEn: name,
  picture,
  aisle,
  unit: '盒',
  priceFen,
  cold: false,
  weightGrams: 500,
  controlledFour: false,
});

/** The goods of the sample's shop. */
export const catalogue = {
  shop: { ...shop, kind: 'SUPERMARKET', area: '999999001', open: '08:00-20:00', aisles: ['蛋奶', '蔬菜', '粮油'] },
  goods: [
    goods('eggs', '鸡蛋', 'eggs', '蛋奶', 1280),
    goods('eggs-free', '柴鸡蛋', 'eggs', '蛋奶', 1480),
    goods('milk', '牛奶', 'milk', '蛋奶', 1500),
    goods('spinach', '菠菜', 'spinach', '蔬菜', 450),
    goods('cabbage', '白菜', 'cabbage', '蔬菜', 400),
  ],
};

const reason = {
  rung: 'OWN_GRID',
  score: 62,
  parts: [
    { code: 'SAME_BUILDING', points: 40 },
    { code: 'LOAD', points: 16 },
    { code: 'ON_TIME', points: 6 },
  ],
  considered: 7,
  how: 'OFFER',
} as const;

/** One request for groceries, held by the volunteer of the sample. */
export function sampleDelivery(change: Partial<DeliveryView> = {}): DeliveryView {
  const lines = [
    line('鸡蛋', 'eggs', '蛋奶'),
    line('牛奶', 'milk', '蛋奶', {
      estimateFen: 3000,
      quantity: 2,
      cold: true,
      substitution: { rule: 'SIMILAR', maxExtraPercent: 10 },
    }),
    line('菠菜', 'spinach', '蔬菜', { estimateFen: 450, unit: '把', substitution: { rule: 'NONE' } }),
  ];
  const view = {
    id: deliveryId,
    kind: 'GROCERY',
    state: 'ACCEPTED',
    revision: 4,
    priority: 'P1',
    mode: 'DOOR',
    code: 'A07',
    area: '999999001003-g02',
    areaNames: ['青禾县', '天宁镇', '天宁社区', '第二网格'],
    createdAt: sampleTime(-90),
    updatedAt: sampleTime(-10),
    household: {
      id: sampleId('h1'),
      name: '王桂兰',
      phone: '10000000007',
      masked: false,
      address: { compound: '天宁小区', building: '3 号楼', unit: '2 单元', floor: 5, room: '502' },
    },
    needs: ['ELDER_ALONE', 'CHRONIC_MEDICINE'],
    flags: [],
    shop,
    lines,
    doorWords: '请放小凳子上，奶奶耳背，多敲几下',
    estimateFen: 4730,
    payMode: 'VOLUNTEER_ADVANCE',
    rung: 0,
    timeline: [],
    next: { code: 'BEGIN', who: 'CARRIER', by: sampleTime(50) },
    actions: [],
    ...change,
  };
  // ids are branded by the parser; these are written by hand
  return withActions(view as unknown as DeliveryView);
}

/** The table that real and sample server share. */
export const table = new Map<string, ActionRule<string>>(Object.entries(deliveryLifecycle.actions));

/** What the holder, or whoever it is offered to, may do in its state. */
export function withActions(view: DeliveryView): DeliveryView {
  const relation = view.state === 'OFFERED' ? 'offeredTo' : 'assignee';
  const actions = [...table]
    .filter(([, rule]) => rule.from.includes(view.state) && (rule.variants?.includes(view.kind) ?? true))
    .filter(([, { by }]) => by.some((each) => 'relation' in each && each.relation === relation))
    .map(([action]) => action);
  return { ...view, actions };
}

/** An offer that stands for so many minutes. */
export const sampleOffer = (minutes = 8): DeliveryView => {
  const { household, doorWords, ...open } = sampleDelivery({ state: 'OFFERED', code: 'B12' });
  const offer = { expiresAt: sampleTime(minutes), reason };
  return withActions({ ...open, id: offerId, offer } as unknown as DeliveryView);
};

const codes = ['A1', 'A2', 'A3', 'A4'];

/** A run of four doors. */
export function sampleRun(state: 'ACCEPTED' | 'SHOPPING' | 'DOORS'): RunView {
  const member = { ACCEPTED: 'ACCEPTED', SHOPPING: 'SHOPPING', DOORS: 'IN_TRANSIT' }[state];
  const deliveries = codes.map((code, index) => {
    const [unit, floor, room] = [`${index + 1} 单元`, index + 2, `${index + 2}0${index + 1}`];
    const address = { compound: '天宁小区', building: '3 号楼', unit, floor, room };
    const own = {
      id: sampleId(`e${index + 1}`),
      code,
      run: runId,
      household: { id: sampleId(`h${index + 1}`), name: '王桂兰', masked: false, address },
      state: state === 'DOORS' && index === 0 ? 'DROPPED' : member,
    };
    const view = sampleDelivery(own as unknown as Partial<DeliveryView>);
    const done = view.lines.map((each) => ({ ...each, outcome: 'FOUND' as const, actualFen: each.estimateFen }));
    return state === 'DOORS' ? { ...view, lines: done, actualFen: 4730, bags: 2 } : view;
  });
  const doors = deliveries.map((view, order) => ({
    delivery: view.id,
    code: view.code,
    state: view.state,
    order,
    itemCount: 3,
    notes: order === 1 ? ['ELDER_ALONE', 'VOICE'] : [],
    door: `3 号楼 ${order + 1} 单元 ${order + 2}0${order + 1}`,
    cold: true,
  }));
  const picking = (deliveries[0]?.lines ?? []).map(
    ({ aisle = '', name, picture, unit, quantity, cold, estimateFen, line: own }) => ({
      aisle,
      name,
      picture,
      unit,
      quantity: quantity * codes.length,
      cold,
      estimateFen: estimateFen * codes.length,
      bags: deliveries.map((view) => ({ code: view.code, delivery: view.id, line: own, quantity })),
    }),
  );
  const run = {
    id: runId,
    state,
    revision: 3,
    area: '999999001003-g02',
    areaNames: ['青禾县', '天宁镇', '天宁社区', '第二网格'],
    shop,
    priority: 'P2',
    window: { from: sampleTime(-60), to: sampleTime(60), cutOff: sampleTime(-120) },
    doorCount: codes.length,
    weightGrams: 18_500,
    estimateFen: 4730 * codes.length,
    advancedFen: 0,
    floatFen: 50_000,
    picking,
    doors,
    deliveries,
    next: { code: 'BUY', who: 'CARRIER' },
    actions: Object.entries(runLifecycle.actions)
      .filter(
        ([, { from, by }]) =>
          (from as readonly string[]).includes(state) &&
          by.some((each) => 'relation' in each && each.relation === 'assignee'),
      )
      .map(([action]) => action),
  };
  return run as unknown as RunView;
}
