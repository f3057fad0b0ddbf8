/** A server in memory that answers a grid worker's visit as the contract does. All people are invented. */
const id = (word: string) => `141122-${word.padEnd(26, '0')}`;
const grid = '141122100201-g03';
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 6, minutes)).toISOString();

export const ids = {
  grid,
  flagged: id('d1'),
  waiting: id('d2'),
  open: id('d9'),
  home: id('h1'),
  second: id('h2'),
  near: id('v1'),
  full: id('v2'),
} as const;

/** A signed-in grid leader. */
export const leader = {
  person: id('g1'),
  county: '141122',
  name: '周网格',
  phoneMasked: '100****0009',
  grants: [
    { role: 'GRID_WORKER', area: grid },
    { role: 'GRID_LEADER', area: grid },
  ],
  households: [],
  workspaces: ['grid'],
};

const shared = { kind: 'GROCERY', area: grid, needs: ['ELDER_ALONE'], estimateFen: 4200, revision: 3 };

const flagged = {
  ...shared,
  id: ids.flagged,
  state: 'SUBMITTED',
  priority: 'P2',
  code: 'A17',
  flags: ['UNCLEAR'],
  next: { code: 'triage', who: 'GRID', by: at(30) },
  actions: ['triage', 'merge', 'reject', 'note'],
};

const waiting = {
  ...shared,
  id: ids.waiting,
  state: 'TRIAGED',
  priority: 'P1',
  code: 'B04',
  flags: [],
  next: { code: 'assign', who: 'SYSTEM' },
  actions: ['assign', 'raisePriority', 'hold', 'note', 'cancel'],
};

const rowFacts = { areaName: '3 网格', waitingSince: at(0), late: true, lineCount: 2, summary: '大米、鸡蛋' };

export const rows = [
  { ...flagged, ...rowFacts },
  { ...waiting, ...rowFacts, late: false },
];

function view(record: typeof flagged | typeof waiting) {
  return {
    ...record,
    mode: 'DOOR',
    areaNames: ['天宁镇', '天宁社区', '3 网格'],
    createdAt: at(0),
    updatedAt: at(2),
    household: { id: ids.home, name: '王*', phone: '100****0001', masked: true },
    lines: [],
    payMode: 'RESIDENT_PAYS_SHOP',
    rung: 1,
    waitingSince: at(0),
    timeline: [{ action: 'submit', to: 'SUBMITTED', at: at(0), by: { label: '住户' } }],
  };
}

const people = [
  {
    person: ids.near,
    label: '李*',
    team: 'VETERAN',
    score: 92,
    parts: [
      { code: 'SAME_BUILDING', points: 40 },
      { code: 'LOAD', points: 16 },
      { code: 'GENDER', points: 0 },
    ],
    open: 2,
    limit: 6,
  },
  {
    person: ids.full,
    label: '赵*',
    team: 'WOMEN',
    score: 0,
    parts: [],
    open: 6,
    limit: 6,
    excludedBecause: 'CAPACITY',
  },
];

const line = (word: string, name: string) => ({
  line: word,
  name,
  unit: '袋',
  quantity: 1,
  substitution: { rule: 'ASK' },
});
const chain = {
  drafts: [
    { household: ids.home, doorCode: '3-1-501', nameMasked: '王*', lines: [line('l001', '大米')], source: '501 大米' },
    {
      household: ids.second,
      doorCode: '3-1-502',
      nameMasked: '刘*',
      lines: [line('l002', '面粉')],
      source: '502 面粉',
    },
  ],
  doubtful: [{ source: '谢谢大家', why: 'NO_DOOR' }],
  card: '3-1-501 ×1 ✓',
};

export type Seen = { readonly method: string; readonly path: string; readonly body: Record<string, unknown> };
type Answer = { readonly status: number; readonly body: unknown };
const ok = (body: unknown): Answer => ({ status: 200, body });

function refuse(status: number, slug: string, more: object = {}): Answer {
  return { status, body: { type: `/problems/${slug}`, title: slug, status, instance: 'req-1', ...more } };
}

function read(path: string): Answer {
  if (path === '/grid/queue') return ok({ items: rows, counts: { late: 1, new: 1, asking: 0, all: 2 } });
  if (path.endsWith('/candidates')) return ok({ items: people });
  const found = [flagged, waiting].find((each) => path === `/deliveries/${each.id}`);
  return found ? ok(view(found)) : refuse(404, 'not-found');
}

function write(path: string, body: Record<string, unknown>): Answer {
  const reveal = { name: '王桂兰', phone: '10000000001', recordedAt: at(5) };
  const address = { compound: '天宁小区', building: '3号楼', unit: '1单元', floor: 5, room: '501' };
  if (path.endsWith('/reveal')) return ok({ ...reveal, address });
  if (path === '/grid/chain-message') return ok(chain);
  if (path === '/deliveries' && body.household === ids.second) return refuse(409, 'already-open', { open: ids.open });
  if (path === '/deliveries') return ok({ ...view(flagged), id: body.id, actions: [] });
  const refusesRaise = path === `/deliveries/${ids.waiting}/hold`;
  if (refusesRaise) return refuse(409, 'changed-meanwhile', { state: 'ACCEPTED', revision: 4 });
  return ok({ receipt: { action: 'done', to: 'TRIAGED', revision: 4, recordedAt: at(5) } });
}

/** Answers and remembers what was sent. */
export function deskServer() {
  const seen: Seen[] = [];
  const answer = (method: string, path: string, body: Record<string, unknown> = {}): Answer => {
    if (method === 'GET') return read(path);
    seen.push({ method, path, body });
    return write(path, body);
  };
  return { seen, answer };
}
