import type { Connection } from 'mongoose';
import { trustedFilter } from '../../platform/database/trusted-filter';
import { auditModels } from './audit.model';

/** Who seals a county's chain. */
export interface SealLease {
  /** True while this owner has it; taken when nobody has it or the one who had it ran out of time. */
  hold(county: string): Promise<boolean>;
  /** Gives it up, so that another process need not wait for its end. */
  release(county: string): Promise<void>;
}

/** Longer than a turn of the sealer takes, so that it is renewed well before its end. */
const standardMs = 15_000;

/** Leases go by the database's clock: machines' clocks differ. */
export function sealLease(connection: Connection, owner: string, leaseMs: number = standardMs): SealLease {
  const { leases } = auditModels(connection);
  const until = { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: leaseMs } };
  const take = [{ $set: { owner, until } }];

  async function begin(county: string): Promise<void> {
    // one that is there stays as it is; one that was never held has ended
    await leases.updateOne({ _id: county }, { $setOnInsert: { owner: '', until: new Date(0) } }, { upsert: true });
  }

  return {
    async hold(county) {
      const mine = await leases.updateOne({ _id: county, owner }, take, { updatePipeline: true });
      if (mine.matchedCount === 1) return true;
      await begin(county);
      const over = trustedFilter({ _id: county, $expr: { $lt: ['$until', '$$NOW'] } });
      return (await leases.updateOne(over, take, { updatePipeline: true })).matchedCount === 1;
    },
    async release(county) {
      await leases.updateOne({ _id: county, owner }, { $set: { owner: '', until: new Date(0) } });
    },
  };
}
