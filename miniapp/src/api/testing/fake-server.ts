import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { DeliveryDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import * as z from '@grid-relief/shared-types/zod';

/** An invented id of the sample county, with a word to know it by. */
export const sampleId = (word: string): string => `141122-${word.padEnd(26, '0')}`;
const id = sampleId;
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 6, minutes)).toISOString();
const area = '141122100201-g03-b12';

/** An invented household, its shop, and one person who may sign in. */
export const sample = {
  phone: '10000000001',
  carrierPhone: '10000000003',
  code: '482913',
  household: id('h1'),
  shop: id('s1'),
  open: id('d1'),
  me: {
    person: id('p1'),
    county: '141122',
    name: '王桂兰',
    phoneMasked: '100****0001',
    grants: [],
    households: [{ household: id('h1'), relation: 'OWN', label: '自己家 · 天宁小区' }],
    workspaces: ['resident'],
  },
} as const;

const good = (
  sku: string,
  name: string,
  nameEn: string,
  picture: string,
  aisle: string,
  unit: string,
  priceFen: number,
) => ({
  sku,
  name,
  nameEn,
  picture,
  aisle,
  unit,
  priceFen,
  cold: false,
  weightGrams: 500,
  controlledFour: false,
});

const shop = {
  id: sample.shop,
  kind: 'SUPERMARKET',
  name: '天宁惠民超市',
  area: '141122100201',
  open: '08:00–20:00',
  aisles: ['蔬菜', '粮油', '蛋奶'],
};
const goods = [
  good('cabbage', '大白菜', 'Cabbage', 'cabbage', '蔬菜', '棵', 260),
  good('tomato', '西红柿 500克', 'Tomatoes, 500 g', 'tomato', '蔬菜', '份', 480),
  good('rice-5kg', '大米 5公斤', 'Rice, 5 kg', 'rice', '粮油', '袋', 2980),
  good('eggs', '鸡蛋 30枚', 'Eggs, 30', 'eggs', '蛋奶', '板', 1850),
];

const somebody = { label: '郭师傅', team: 'VETERAN' };

/** A request as the server shows it to its household; parts may be put in place. */
export function deliveryView(part: Partial<Record<keyof DeliveryView, unknown>> = {}): Record<string, unknown> {
  return {
    id: sample.open,
    kind: 'GROCERY',
    state: 'SHOPPING',
    revision: 4,
    priority: 'P2',
    mode: 'DOOR',
    code: 'A17',
    area,
    areaNames: ['天宁镇', '天宁社区'],
    createdAt: at(2),
    updatedAt: at(40),
    household: { id: sample.household, name: '王桂兰', masked: false },
    needs: ['ELDER_ALONE'],
    flags: [],
    shop: { id: sample.shop, name: shop.name },
    lines: [
      {
        line: 'line1',
        sku: 'cabbage',
        name: '大白菜',
        picture: 'cabbage',
        unit: '棵',
        quantity: 2,
        estimateFen: 520,
        substitution: { rule: 'ASK' },
        controlledFour: false,
        cold: false,
        outcome: 'OPEN',
      },
    ],
    estimateFen: 520,
    payMode: 'RESIDENT_PAYS_SHOP',
    carrier: somebody,
    rung: 0,
    timeline: [
      { action: 'submit', to: 'SUBMITTED', at: at(2), by: { label: '您', self: true } },
      { action: 'claim', from: 'TRIAGED', to: 'ACCEPTED', at: at(6), by: somebody },
      { action: 'startShopping', from: 'ACCEPTED', to: 'SHOPPING', at: at(40), by: somebody },
    ],
    next: { code: 'purchase', who: 'CARRIER', by: at(80) },
    actions: ['askCancel'],
    ...part,
  };
}

function rowOf(view: Record<string, unknown>): Record<string, unknown> {
  const { id: record, kind, state, priority, code, needs, flags, estimateFen, next, revision, actions } = view;
  const lines = Array.isArray(view.lines) ? view.lines : [];
  const own = { id: record, kind, state, priority, code, needs, flags, estimateFen, next, revision, actions };
  const summary = lines.map((line: { name: string }) => line.name).join('、');
  return { ...own, area, areaName: '天宁社区', waitingSince: at(2), late: false, lineCount: lines.length, summary };
}

export type FakeAnswer = { readonly status: number; readonly body: unknown };
const ok = (body: unknown): FakeAnswer => ({ status: 200, body });

/** A refusal as the server words it (RFC 9457), with what it says beside: the fields that are wrong, who was quicker. */
export const refuse = (status: number, slug: string, more: object = {}): FakeAnswer => ({
  status,
  body: { type: `https://example.com/problems/${slug}`, title: slug, status, instance: 'req-1', ...more },
});

const tokens = { accessToken: 'access', accessExpiresAt: at(55), refreshToken: 'refresh' };

/** A server in memory that answers as the contract does; enough for a visit of a household. */
export function fakeServer(first: readonly Record<string, unknown>[] = []) {
  const deliveries = new Map(first.map((view) => [String(view.id), view]));
  const seen: { readonly path: string; readonly body: Record<string, unknown> }[] = [];
  const receipts = new Map<string, FakeAnswer>();

  const submit = (body: Record<string, unknown>): FakeAnswer => {
    const draft = z.safeParse(DeliveryDraft, body);
    if (!draft.success) return refuse(422, 'invalid-input', { errors: [{ pointer: '/lines', detail: 'not right' }] });
    const open = [...deliveries.values()].find(({ kind, state }) => kind === draft.data.kind && state !== 'CLOSED');
    if (open && open.id !== draft.data.id) return refuse(409, 'already-open', { open: open.id });
    const fresh = { state: 'SUBMITTED', actions: ['cancel', 'addLines'], carrier: undefined, timeline: [] };
    const lines = draft.data.lines.map((line) => ({
      estimateFen: 100,
      controlledFour: false,
      cold: false,
      outcome: 'OPEN',
      ...line,
    }));
    deliveries.set(draft.data.id, deliveryView({ id: draft.data.id, kind: draft.data.kind, lines, ...fresh }));
    return ok(deliveries.get(draft.data.id));
  };

  const act = (record: string, action: string, body: Record<string, unknown>): FakeAnswer => {
    const opId = String(body.opId);
    const known = receipts.get(opId);
    if (known) return known;
    const view = deliveries.get(record);
    if (!view) return refuse(404, 'not-found');
    const receipt = { action, to: String(view.state), revision: 5, recordedAt: at(50) };
    if (action === 'answer-substitution')
      deliveries.set(record, { ...view, state: 'SHOPPING', substitution: undefined });
    const answer = ok({ receipt, view: deliveries.get(record) });
    receipts.set(opId, answer);
    return answer;
  };

  const read = (path: string): FakeAnswer => {
    if (path.startsWith('/deliveries/mine')) return ok({ items: [...deliveries.values()].map(rowOf) });
    if (path.startsWith('/shops/')) return ok({ shop, goods });
    if (path.startsWith('/shops')) return ok({ items: [shop] });
    if (path.startsWith('/notices')) return ok({ items: [], unread: 0 });
    if (path.startsWith('/households/')) return ok({ items: [] });
    const view = deliveries.get(path.split('/')[2] ?? '');
    return view ? ok(view) : refuse(404, 'not-found');
  };

  const write = (path: string, body: Record<string, unknown>): FakeAnswer => {
    if (path === '/sign-in/code') return ok({ sentAt: at(0), validSeconds: 300, demoCode: sample.code });
    if (path === '/sign-in/phone')
      return body.code === sample.code ? ok({ tokens, me: sample.me }) : refuse(422, 'code-wrong');
    if (path === '/sign-in/refresh') return ok({ tokens });
    if (path === '/deliveries') return submit(body);
    const [, , record = '', action = ''] = path.split('/');
    if (action === 'reveal-carrier')
      return ok({ label: somebody.label, phone: sample.carrierPhone, recordedAt: at(50) });
    return act(record, action, body);
  };

  return {
    seen,
    deliveries,
    /** Answers one request; `path` is below the API's address. */
    answer: (method: string, path: string, body: Record<string, unknown> = {}): FakeAnswer => {
      if (method === 'GET') return read(path);
      seen.push({ path, body });
      return write(path, body);
    },
  };
}
