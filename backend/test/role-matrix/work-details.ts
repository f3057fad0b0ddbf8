import { beginRecord } from '../../src/lifecycle';
import type { TestApp } from '../../src/testing/test-app';
import type { Cast } from './cast';

/** What requests, handovers and runs of the matrix know of themselves. */
export function deliveryDetail(app: TestApp, now: Date) {
  const line = { line: 'eggs', name: '鸡蛋', unit: '斤', quantity: 2, substitution: { rule: 'ASK' }, estimateFen: 900 };
  const lines = [{ ...line, controlledFour: false, cold: false, weightGrams: 500, outcome: 'OPEN' }];
  const until = new Date(now.getTime() + 600_000);
  const question = { line: 'eggs', offeredName: '鸭蛋', offeredPriceFen: 950, askedAt: now, answerBy: until };
  return {
    ...{ mode: 'DOOR', zone: 'NONE', code: 'A12', askedBy: app.anId(), draftHash: 'x', lines, needs: [], flags: [] },
    ...{
      estimateFen: 900,
      actualFen: 900,
      payMode: 'VOLUNTEER_ADVANCE',
      remarks: [],
      question,
      bags: 1,
      bagsAtStart: 1,
    },
    ...{ undoUntil: until },
  };
}

/** Bags that the holder set down; both have signed, so that only the role decides. */
export function legDetail(app: TestApp, cast: Cast, now: Date) {
  const outside = cast.by('holder').id;
  const inside = cast.by('asked').id;
  return { delivery: app.anId(), code: 'A12', point: '东门', outside, inside, signedAt: now };
}

export function runDetail(app: TestApp, now: Date) {
  const window = { from: now, to: new Date(now.getTime() + 7_200_000), cutOff: now };
  return { shop: app.anId(), window, members: [], weightGrams: 0, estimateFen: 0, floatFen: 1_000_000, order: [] };
}

/** Whom a record names. */
export const partiesOf = ({ players }: Pick<Cast, 'players'>): string[] =>
  players.flatMap(({ name, id }) => (name === 'named' ? [id] : []));

/** Somebody has paid for a request that another goes on with: that always has a consequence. */
export function lateFact(app: TestApp, cast: Cast, now: Date) {
  const record = { record: cast.open, recordKind: 'DELIVERY', recordState: 'CLOSED', recordRevision: 9 };
  const by = cast.by('holder').id;
  const input = { bags: 1, receiptPhoto: app.anId(), lines: [{ line: 'eggs', outcome: 'FOUND', actualFen: 900 }] };
  return { ...record, action: 'purchase', by, occurredAt: now, recordedAt: now, input, inputHash: 'x' };
}

/** A set without a row for who comes from another province: what exists no longer can end by policy. */
export const setOfMatrix = { code: 'V9_NATIONAL', version: 1 };

/** Another set, shown over the one that the county begins with; it concerns nobody. */
export function aPolicyChange(app: TestApp, own: Parameters<typeof beginRecord>[0], now: Date) {
  const wanted = { of: 'SET', code: 'SX_2022_SPRING', version: 1 };
  const over = setOfMatrix;
  const detail = { wanted, over, preparedBy: app.anId(), draftHash: 'x' };
  return { ...beginRecord(own, [], now), createdAt: now, detail };
}
