import type { Connection } from 'mongoose';
import { trustedFilter } from '../../platform/database/trusted-filter';
import { derivedId } from '../../platform/ids';
import { ledgerModel } from './ledger.model';
import type { LedgerRecord } from './ledger.record';

const pageLimit = 200;

/** There is one repayment of a delivery's advance, whoever writes it down. */
export function repaymentId(county: string, delivery: string): string {
  return derivedId(county, delivery, 'REPAID');
}

/** The book of money: rows are added, never changed. */
export function ledgerRepository(connection: Connection) {
  const rows = ledgerModel(connection);
  const list = (filter: Record<string, unknown>, sort: Record<string, 1 | -1>) =>
    rows.find(trustedFilter(filter)).sort(sort).limit(pageLimit).lean<LedgerRecord[]>().exec();
  return {
    /** Adds a row once. @returns the row that is there under this id */
    async add({ _id, ...row }: LedgerRecord): Promise<LedgerRecord> {
      const kept = await rows
        .findOneAndUpdate({ _id, county: row.county }, { $setOnInsert: row }, { upsert: true, returnDocument: 'after' })
        .lean<LedgerRecord>()
        .exec();
      return kept ?? { _id, ...row };
    },
    byId: (county: string, id: string) => rows.findOne({ _id: id, county }).lean<LedgerRecord>().exec(),
    ofPerson: (county: string, person: string) => list({ county, person }, { at: -1 }),
    ofDelivery: (county: string, delivery: string) => list({ county, delivery }, { at: 1 }),
    ofDeliveries: (county: string, deliveries: readonly string[]) =>
      list({ county, delivery: { $in: [...deliveries] } }, { at: 1 }),
    advancedIn: (county: string, areas: readonly string[]) =>
      list({ county, scope: { $in: [...areas] }, kind: 'ADVANCED' }, { at: 1 }),
    repaymentsOf: (county: string, deliveries: readonly string[]) =>
      list({ county, delivery: { $in: [...deliveries] }, kind: 'REPAID' }, { at: 1 }),
  };
}
export type LedgerRepository = ReturnType<typeof ledgerRepository>;
