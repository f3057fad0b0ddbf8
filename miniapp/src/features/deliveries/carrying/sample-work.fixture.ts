import type { DeliveryView, LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import type { ActionRule } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';

/** Invented work of an invented county, and a server that knows just enough of it to be carried to the door. */

const id = (end: string) => `999999-${end.padStart(26, '0')}`;
export const deliveryId = id('d1');
export const offerId = id('d2');
const runId = id('r1');
const shop = { id: id('s1'), name: '惠民超市' };
const iso = (minutes: number, now = Date.now()) => new Date(now + minutes * 60_000).toISOString();

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

const catalogue = {
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
    createdAt: iso(-90),
    updatedAt: iso(-10),
    household: {
      id: id('h1'),
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
    next: { code: 'BEGIN', who: 'CARRIER', by: iso(50) },
    actions: [],
    ...change,
  };
  // ids are branded by the parser; these are written by hand
  return withActions(view as unknown as DeliveryView);
}

const table = new Map<string, ActionRule<string>>(Object.entries(deliveryLifecycle.actions));

function withActions(view: DeliveryView): DeliveryView {
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
  const offer = { expiresAt: iso(minutes), reason };
  return withActions({ ...open, id: offerId, offer } as unknown as DeliveryView);
};

const codes = ['A1', 'A2', 'A3', 'A4'];

/** A run of four doors. */
export function sampleRun(state: 'ACCEPTED' | 'SHOPPING' | 'DOORS'): RunView {
  const member = { ACCEPTED: 'ACCEPTED', SHOPPING: 'SHOPPING', DOORS: 'IN_TRANSIT' }[state];
  const deliveries = codes.map((code, index) => {
    const own = {
      id: id(`e${index + 1}`),
      code,
      run: runId,
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
    window: { from: iso(-60), to: iso(60), cutOff: iso(-120) },
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

export const sampleMe = {
  person: id('p1'),
  county: '999999',
  name: '李建国',
  phoneMasked: '100****0001',
  grants: [{ role: 'VOLUNTEER', area: '999999001003-g02', team: 'VETERAN' }],
  households: [],
  workspaces: ['volunteer'],
};
export const sampleTokens = { accessToken: 'sample', accessExpiresAt: iso(30), refreshToken: 'sample' };

const volunteer = {
  team: 'VETERAN',
  area: '999999001003-g02',
  areaNames: ['天宁社区', '第二网格'],
  skills: [],
  onDuty: true,
  dutySince: iso(-60),
  dutyUntil: iso(180),
  healthHold: false,
  openSeats: 2,
  seatLimit: 6,
  doneToday: 3,
  owedToMeFen: 8640,
};

const pooled = (end: string, waited: number, priority: string, late: boolean) => ({
  id: id(end),
  kind: end === 'q1' ? 'MEDICINE' : 'GROCERY',
  state: 'TRIAGED',
  priority,
  code: 'C03',
  area: '999999001003-g02',
  areaName: '第二网格',
  waitingSince: iso(-waited),
  late,
  needs: late ? ['ELDER_ALONE'] : [],
  flags: [],
  lineCount: 5,
  summary: '大米×1、白菜×2、豆腐×1',
  estimateFen: 8650,
  next: { code: 'FIND_CARRIER', who: 'SYSTEM' },
  revision: 2,
  actions: ['claim'],
});

const ledgerRow = (end: string, amountFen: number, more: object) => ({
  id: end,
  kind: 'ADVANCED',
  amountFen,
  code: 'A07',
  at: iso(-1500),
  overdue: false,
  who: '王**',
  ...more,
});

type Reply = { readonly status: number; readonly body: unknown };
const ok = (body: unknown): Reply => ({ status: 200, body });
/** What a test may look at and turn. */
export type SampleServer = {
  readonly handle: (method: string, path: string, body: unknown) => Reply;
  /** Acts that were stored, by name, each opId once. */
  readonly stored: { readonly action: string; readonly record: string; readonly body: Record<string, unknown> }[];
  readonly change: (record: string, change: Partial<DeliveryView>) => void;
  readonly refuse: (action: string, type: string) => void;
};

/** A server with this work: acts move a delivery along the table, a repeated opId changes nothing. */
export function sampleServer(work: readonly DeliveryView[], runs: readonly RunView[] = []): SampleServer {
  const views = new Map(work.map((view) => [String(view.id), view]));
  const stored: SampleServer['stored'] = [];
  const seen = new Set<string>();
  const refused = new Map<string, string>();

  const change = (record: string, part: Partial<DeliveryView>) => {
    const view = views.get(record);
    if (view) views.set(record, withActions({ ...view, ...part, revision: view.revision + 1 }));
  };
  const move = (view: DeliveryView, rule: ActionRule<string>, action: string, body: Record<string, unknown>) => {
    const state = rule.to === 'SAME' ? view.state : String([rule.to].flat()[0]);
    const lines = view.lines.map((each) => (each.line === body.line ? { ...each, ...reported(action, body) } : each));
    const asked = action === 'askSubstitution' ? { substitution: question(view, body) } : {};
    const put = action === 'drop' ? { undoUntil: iso(2) } : {};
    change(view.id, { state, lines, ...asked, ...put } as Partial<DeliveryView>);
  };
  const answer = (record: string, action: string): Reply => {
    const { state = '', revision = 0, ...rest } = views.get(record) ?? {};
    return ok({ receipt: { action, to: state, revision, recordedAt: iso(0) }, view: { ...rest, state, revision } });
  };
  const act = (record: string, action: string, body: Record<string, unknown>): Reply => {
    const view = views.get(record);
    const rule = table.get(action);
    const problem = refused.get(action);
    if (problem) return refusal(problem);
    if (!view || !rule) return { status: 404, body: { type: '/problems/not-found' } };
    if (seen.has(String(body.opId))) return answer(record, action);
    if (!rule.from.includes(view.state)) return refusal('transition-not-allowed', view.state);
    seen.add(String(body.opId));
    stored.push({ action, record, body });
    move(view, rule, action, body);
    return answer(record, action);
  };
  const lists: Record<string, () => unknown> = {
    '/volunteers/me': () => volunteer,
    '/work/offers': () => ({ items: [...views.values()].filter(({ state }) => state === 'OFFERED') }),
    '/work/mine': () => ({ items: [...views.values()].filter(({ state }) => state !== 'OFFERED') }),
    '/work/runs': () => ({ items: runs }),
    '/work/pool': () => ({ items: [pooled('q1', 95, 'P1', true), pooled('q2', 12, 'P2', false)] }),
    '/ledger/mine': () => ({
      owedToMeFen: 8640,
      items: [ledgerRow('l1', 8640, { overdue: true }), ledgerRow('l2', 4730, { settledAt: iso(-200), code: 'B02' })],
    }),
    '/badges/mine': () => ({
      surname: '李',
      team: 'VETERAN',
      post: '天宁社区 · 买菜送菜',
      validUntil: iso(180),
      digits: '480217',
      qr: 'GR1.999999-000000000000000000000000p1.29000000.abcdefghijklmnopqrstuv',
      rotatesAt: iso(0.6),
      showing: true,
    }),
  };
  const one = (resource: string, record: string): unknown => {
    if (resource === 'runs') return runs.find((run) => run.id === record);
    return resource === 'shops' ? catalogue : views.get(record);
  };
  const handle = (method: string, path: string, body: unknown): Reply => {
    const [plain = ''] = path.split('?');
    const [, resource = '', record = '', action = ''] = plain.split('/');
    const name = action.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    if (method === 'POST' && resource === 'deliveries') return act(record, name, { ...(body as object) });
    const found = lists[plain]?.() ?? one(resource, record);
    return found === undefined ? { status: 404, body: { type: '/problems/not-found' } } : ok(found);
  };
  return { handle, stored, change, refuse: (action, type) => void refused.set(action, type) };
}

const refusal = (type: string, state?: string): Reply => ({
  status: 409,
  body: { type: `/problems/${type}`, status: 409, ...(state !== undefined && { state }) },
});

function reported(action: string, body: Record<string, unknown>) {
  if (action === 'askSubstitution') return { outcome: 'ASKED' };
  if (action !== 'reportLine') return {};
  const { opId, occurredAt, line: own, ...report } = body;
  return report;
}

function question(view: DeliveryView, { line: own, offeredName, offeredPriceFen }: Record<string, unknown>) {
  const wanted = view.lines.find((each) => each.line === own);
  const extraFen = Number(offeredPriceFen) - (wanted?.estimateFen ?? 0);
  return { line: own, name: wanted?.name, offeredName, offeredPriceFen, extraFen, askedAt: iso(0), answerBy: iso(10) };
}
