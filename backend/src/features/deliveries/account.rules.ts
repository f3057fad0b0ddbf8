import type { LedgerRecord } from './ledger.record';

type Row = Pick<LedgerRecord, 'kind' | 'amountFen'>;

/** What the book says of the carrier of one request. Fen. */
export interface Account {
  readonly advancedFen: number;
  readonly repaidFen: number;
  /** What the carrier still waits for. */
  readonly owedFen: number;
  /** What the carrier got back beyond it: the money was quicker than a receipt that is smaller. */
  readonly overFen: number;
}

/** How each row counts; a row that is not here is between others. */
const signs: Readonly<Partial<Record<Row['kind'], readonly ['advanced' | 'repaid', 1 | -1]>>> = {
  ADVANCED: ['advanced', 1],
  ADVANCE_REVERSED: ['advanced', -1],
  REPAID: ['repaid', 1],
  GIVEN_BACK: ['repaid', -1],
};
const accountKinds = Object.keys(signs);

/** The rows of one request added up. Pure. */
export function accountOf(rows: readonly Row[]): Account {
  const sums = { advanced: 0, repaid: 0 };
  for (const { kind, amountFen } of rows) {
    const sign = signs[kind];
    if (sign) sums[sign[0]] += sign[1] * amountFen;
  }
  return accountFrom(sums.advanced, sums.repaid);
}

/** The same from its two sums. Fen. Pure. */
export function accountFrom(advancedFen: number, repaidFen: number): Account {
  const owedFen = Math.max(0, advancedFen - repaidFen);
  return { advancedFen, repaidFen, owedFen, overFen: Math.max(0, repaidFen - advancedFen) };
}

/** The rows of each request that count for its carrier, by request. Pure. */
export function accountRowsBy(rows: readonly LedgerRecord[]): ReadonlyMap<string, readonly LedgerRecord[]> {
  const byDelivery = new Map<string, LedgerRecord[]>();
  for (const row of rows) {
    if (row.delivery === undefined || !accountKinds.includes(row.kind)) continue;
    byDelivery.set(row.delivery, [...(byDelivery.get(row.delivery) ?? []), row]);
  }
  return byDelivery;
}

/** The advance that counts: the one by receipt where there are two. Pure. */
export function standingAdvance(rows: readonly LedgerRecord[]): LedgerRecord | undefined {
  const advances = rows.filter(({ kind }) => kind === 'ADVANCED');
  return advances.find(({ byReceipt }) => byReceipt) ?? advances[0];
}
