import type { Connection } from 'mongoose';
import { trustedFilter } from '../../platform/database/trusted-filter';
import { derivedId } from '../../platform/ids';
import { ledgerModel } from './ledger.model';
import type { LedgerRecord } from './ledger.record';

const pageLimit = 200;

/** A request has its purchase, the receipt's figures, and a few repayments. */
const rowsOfOne = 20;

/** The repayments of a request have numbers: whoever writes the next one down does so in a place of its own. */
export function repaymentId(county: string, delivery: string, number: number): string {
  return derivedId(county, delivery, 'REPAID', String(number));
}

/** The book of money: rows are added, never changed. */
export function ledgerRepository(connection: Connection) {
  const rows = ledgerModel(connection);
  const list = (filter: Record<string, unknown>, sort: Record<string, 1 | -1>, limit = pageLimit) =>
    rows.find(trustedFilter(filter)).sort(sort).limit(limit).lean<LedgerRecord[]>().exec();
  return {
    /** Adds a row once. @returns the row that is there under this id */
    async add({ _id, ...row }: LedgerRecord): Promise<LedgerRecord> {
      const place = { _id, county: row.county };
      const kept = await rows
        .findOneAndUpdate(place, { $setOnInsert: row }, { upsert: true, returnDocument: 'after' })
        .lean<LedgerRecord>()
        .exec();
      // of two at the same moment SecantusDB gives the loser nothing: whose row it is, only the row says
      return kept ?? (await rows.findOne(place).lean<LedgerRecord>().exec()) ?? { _id, ...row };
    },
    byId: (county: string, id: string) => rows.findOne({ _id: id, county }).lean<LedgerRecord>().exec(),
    ofPerson: (county: string, person: string) => list({ county, person }, { at: -1 }),
    ofDelivery: (county: string, delivery: string) => list({ county, delivery }, { at: 1 }),
    ofDeliveries: async (county: string, deliveries: readonly string[]): Promise<LedgerRecord[]> =>
      deliveries.length === 0
        ? []
        : list({ county, delivery: { $in: [...deliveries] } }, { at: 1 }, deliveries.length * rowsOfOne),
  };
}
export type LedgerRepository = ReturnType<typeof ledgerRepository>;
