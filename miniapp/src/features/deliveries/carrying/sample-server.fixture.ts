import { heldByMe, offeredToMe, pool } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { myRuns, type RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import type { ActionRule } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { catalogue, sampleId, sampleTime, table, withActions } from './sample-work.fixture';

export const sampleMe = {
  person: sampleId('p1'),
  county: '999999',
  name: '李建国',
  phoneMasked: '100****0001',
  grants: [{ role: 'VOLUNTEER', area: '999999001003-g02', team: 'VETERAN' }],
  households: [],
  workspaces: ['volunteer'],
};
export const sampleTokens = { accessToken: 'sample', accessExpiresAt: sampleTime(30), refreshToken: 'sample' };

const volunteer = {
  team: 'VETERAN',
  area: '999999001003-g02',
  areaNames: ['天宁社区', '第二网格'],
  skills: [],
  onDuty: true,
  dutySince: sampleTime(-60),
  dutyUntil: sampleTime(180),
  healthHold: false,
  openSeats: 2,
  seatLimit: 6,
  doneToday: 3,
  owedToMeFen: 8640,
};

const pooled = (end: string, waited: number, priority: string, late: boolean) => ({
  id: sampleId(end),
  kind: end === 'q1' ? 'MEDICINE' : 'GROCERY',
  state: 'TRIAGED',
  priority,
  code: 'C03',
  area: '999999001003-g02',
  areaName: '第二网格',
  waitingSince: sampleTime(-waited),
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
  at: sampleTime(-1500),
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
  /** `state`: where the record is by then. */
  readonly refuse: (action: string, type: string, state?: string) => void;
};

const badge = () => ({
  surname: '李',
  team: 'VETERAN',
  post: '天宁社区 · 买菜送菜',
  validUntil: sampleTime(180),
  digits: '480217',
  qr: 'GR1.999999-000000000000000000000000p1.29000000.abcdefghijklmnopqrstuv',
  rotatesAt: sampleTime(0.6),
  showing: true,
});

/**
 * A server with this work: acts move a delivery along the table, a repeated opId changes nothing.
 * @param duty what is different about the volunteer's duty
 */
export function sampleServer(work: readonly DeliveryView[], runs: readonly RunView[] = [], duty = {}): SampleServer {
  const views = new Map(work.map((view) => [String(view.id), view]));
  const stored: SampleServer['stored'] = [];
  const seen = new Set<string>();
  const refused = new Map<string, Reply>();

  const change = (record: string, part: Partial<DeliveryView>) => {
    const view = views.get(record);
    if (view) views.set(record, withActions({ ...view, ...part, revision: view.revision + 1 }));
  };
  const move = (view: DeliveryView, rule: ActionRule<string>, action: string, body: Record<string, unknown>) => {
    const state = rule.to === 'SAME' ? view.state : String([rule.to].flat()[0]);
    const lines = view.lines.map((each) => (each.line === body.line ? { ...each, ...reported(action, body) } : each));
    const asked = action === 'askSubstitution' ? { substitution: question(view, body) } : {};
    const put = action === 'drop' ? { undoUntil: sampleTime(2) } : {};
    const placed = action === 'placeForPickup' ? { place: body.place } : {};
    change(view.id, { state, lines, ...asked, ...put, ...placed } as Partial<DeliveryView>);
  };
  const answer = (record: string, action: string): Reply => {
    const { state = '', revision = 0, ...rest } = views.get(record) ?? {};
    return ok({
      receipt: { action, to: state, revision, recordedAt: sampleTime(0) },
      view: { ...rest, state, revision },
    });
  };
  const act = (record: string, action: string, body: Record<string, unknown>): Reply => {
    const view = views.get(record);
    const rule = table.get(action);
    const problem = refused.get(action);
    if (problem) return problem;
    if (!view || !rule) return { status: 404, body: { type: '/problems/not-found' } };
    if (seen.has(String(body.opId))) return answer(record, action);
    if (!rule.from.includes(view.state)) return refusal('transition-not-allowed', view.state);
    seen.add(String(body.opId));
    stored.push({ action, record, body });
    move(view, rule, action, body);
    return answer(record, action);
  };
  const lists: Record<string, () => unknown> = {
    '/volunteers/me': () => ({ ...volunteer, ...duty }),
    [offeredToMe.path]: () => ({ items: [...views.values()].filter(({ state }) => state === 'OFFERED') }),
    [heldByMe.path]: () => ({ items: [...views.values()].filter(({ state }) => state !== 'OFFERED') }),
    [myRuns.path]: () => ({ items: runs }),
    [pool.path]: () => ({ items: [pooled('q1', 95, 'P1', true), pooled('q2', 12, 'P2', false)] }),
    '/ledger/mine': () => ({
      owedToMeFen: 8640,
      items: [
        ledgerRow('l1', 8640, { overdue: true }),
        ledgerRow('l2', 4730, { settledAt: sampleTime(-200), code: 'B02' }),
      ],
    }),
    '/badges/mine': badge,
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
    const isRefused = method === 'POST' ? refused.get(name) : undefined;
    if (isRefused) return isRefused;
    const found = lists[plain]?.() ?? one(resource, record);
    return found === undefined ? { status: 404, body: { type: '/problems/not-found' } } : ok(found);
  };
  return { handle, stored, change, refuse: (action, type, state) => void refused.set(action, refusal(type, state)) };
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
  return {
    line: own,
    name: wanted?.name,
    offeredName,
    offeredPriceFen,
    extraFen,
    askedAt: sampleTime(0),
    answerBy: sampleTime(10),
  };
}
