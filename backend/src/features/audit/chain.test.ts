import { randomBytes } from 'node:crypto';
import { masterKey } from '../../platform/encryption';
import type { AuditBatch, AuditRow } from './audit.record';
import { type Anchor, genesis, linkAfter, rowMac, verifyChain } from './chain';

const key = masterKey(randomBytes(32)).derive('audit-chain');
const county = '141122';
const perBatch = 7;
const length = 60;
/** A repeatable source of numbers: a failing tampering is found again by its number. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

interface Chain {
  rows: { -readonly [K in keyof AuditRow]: AuditRow[K] }[];
  batches: { -readonly [K in keyof AuditBatch]: AuditBatch[K] extends readonly string[] ? string[] : AuditBatch[K] }[];
}

function aRow(i: number): AuditRow {
  const content = {
    _id: `${county}-row${i}`,
    county,
    at: new Date(Date.UTC(2022, 3, 18) + i * 1000),
    who: `p${i % 5}`,
    role: 'GRID_WORKER',
    kind: 'household',
    record: `h${i % 9}`,
    did: 'reveal',
    why: 'CALL',
  };
  return { ...content, mac: rowMac(key, content) };
}

function aChain(): { chain: Chain; anchors: Anchor[] } {
  const chain: Chain = { rows: [], batches: [] };
  const anchors: Anchor[] = [];
  let link = genesis;
  for (let first = 0; first < length; first += perBatch) {
    const number = first / perBatch;
    const rows = Array.from({ length: Math.min(perBatch, length - first) }, (_, i) => ({
      ...aRow(first + i),
      batch: number,
    }));
    const links = rows.map((row) => {
      link = linkAfter(key, link, row);
      return link;
    });
    chain.rows.push(...rows);
    chain.batches.push({
      _id: `${county}:${number}`,
      county,
      number,
      first,
      rows: rows.map(({ _id }) => _id),
      links,
      sealedAt: new Date(0),
    });
    anchors.push({ county, length: first + rows.length, head: link });
  }
  return { chain, anchors };
}

const { chain: whole, anchors } = aChain();

/** Each way to tamper changes the chain and names the first place that is wrong afterwards. */
const ways: Record<string, (chain: Chain, at: number) => number> = {
  modify(chain, at) {
    const row = chain.rows[at];
    if (row) row.who = `${row.who}x`;
    return at;
  },
  remove(chain, at) {
    chain.rows.splice(at, 1);
    return at;
  },
  insert(chain, at) {
    chain.rows.push({ ...aRow(1000 + at), batch: Math.floor(at / perBatch) });
    return Math.floor(at / perBatch) * perBatch;
  },
  'swap two places'(chain, at) {
    const place = Math.min(at % perBatch, perBatch - 2);
    const batch = chain.batches[Math.floor(at / perBatch)];
    const [a, b] = [batch?.rows[place], batch?.rows[place + 1]];
    if (batch && a !== undefined && b !== undefined) batch.rows.splice(place, 2, b, a);
    return (batch?.first ?? 0) + place;
  },
  'truncate with rows and batches'(chain, at) {
    const kept = Math.floor(at / perBatch);
    chain.batches.splice(kept);
    chain.rows.splice(kept * perBatch);
    return kept * perBatch;
  },
  'cut out of rows and batch alike'(chain, at) {
    const batch = chain.batches[Math.floor(at / perBatch)];
    batch?.rows.splice(at % perBatch, 1);
    batch?.links.splice(at % perBatch, 1);
    chain.rows.splice(at, 1);
    return at;
  },
  'forge a link'(chain, at) {
    const batch = chain.batches[Math.floor(at / perBatch)];
    batch?.links.splice(at % perBatch, 1, randomBytes(32).toString('base64url'));
    return at;
  },
};
const names = Object.keys(ways);

test('the chain as it was written is whole', () => {
  expect(verifyChain(key, whole.batches, whole.rows, anchors)).toEqual({ whole: true, length });
});

test('10,000 random tamperings are all found, each at its first bad place', () => {
  const missed: string[] = [];
  for (let i = 0; i < 10_000; i++) {
    const random = numbers(i + 1);
    const way = names[Math.floor(random() * names.length)] ?? '';
    const at = Math.floor(random() * (length - 5));
    const chain = structuredClone(whole);
    const wrong = ways[way]?.(chain, at);
    const verdict = verifyChain(key, chain.batches, chain.rows, anchors);
    // a cut leaves what is before it in order: the anchor that no longer fits names a place at or after it
    const found =
      !verdict.whole && (way.startsWith('truncate') ? verdict.firstBad >= (wrong ?? 0) : verdict.firstBad === wrong);
    if (!found) missed.push(`${i}: ${way} at ${at} gave ${JSON.stringify(verdict)}, not ${wrong}`);
  }
  expect(missed).toEqual([]);
});

test('each way to tamper is among them', () => {
  expect(names).toEqual(
    expect.arrayContaining(['modify', 'remove', 'insert', 'swap two places', 'truncate with rows and batches']),
  );
});

test('control: without the anchors outside, a chain cut at its end looks whole', () => {
  const chain = structuredClone(whole);
  ways['truncate with rows and batches']?.(chain, 30);
  expect(verifyChain(key, chain.batches, chain.rows, [])).toMatchObject({ whole: true });
  expect(verifyChain(key, chain.batches, chain.rows, anchors)).toEqual({ whole: false, firstBad: 28 });
});

test('control: a chain that leaves the row itself out of its hash misses a changed reason', () => {
  const chain = structuredClone(whole);
  const [row] = chain.rows;
  if (row) row.why = 'EMERGENCY';
  const careless = chain.rows.every(({ _id }, i) => _id === whole.rows[i]?._id);
  expect(careless).toBe(true);
  expect(verifyChain(key, chain.batches, chain.rows, anchors)).toEqual({ whole: false, firstBad: 0 });
});
