import type { Connection } from 'mongoose';
import { Problem } from '../../http/problem';
import { servedFilter } from '../../platform/database';
import { trustedFilter } from '../../platform/database/trusted-filter';
import { accountEndings } from './account-endings.repository';
import { identityModels } from './identity.model';
import type { AccountRecord } from './identity.record';

/** One change of an account by one operation. */
export interface AccountChange {
  readonly person: string;
  readonly county: string;
  readonly opId: string;
  readonly by: string;
  readonly inputHash: string;
  readonly at: Date;
  /** Further conditions on the account as it is. */
  readonly only?: Readonly<Record<string, unknown>>;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly push?: Readonly<Record<string, unknown>>;
  readonly pull?: Readonly<Record<string, unknown>>;
}

/** `done`: now. `repeated`: this very operation, earlier. `unmet`: the account is not as the change needs it. */
export type ChangeResult =
  | { readonly outcome: 'done' | 'repeated'; readonly account: AccountRecord; readonly at: Date }
  | { readonly outcome: 'unmet'; readonly account: AccountRecord };

/** What an account begins with. */
export type Beginning = Pick<AccountRecord, 'grants' | 'households'>;
export type NewAccount = Beginning & { readonly person: string; readonly county: string };

const onlyNew = { upsert: true, returnDocument: 'after' } as const;

/** Operations kept for repeats; a phone that was offline for days has long sent its few. */
const opsKept = 200;

/**
 * Accounts. Every change is one conditional write that raises the version, by which tokens and other processes notice.
 * @param machineNow the machine's clock: `changedAt` is compared between processes, never with business time
 */
export function accountRepository(connection: Connection, machineNow: () => Date) {
  const { accounts } = identityModels(connection);

  /** What must be unset before it is pushed cannot be done in one update, so a change either pushes or pulls. */
  async function change(wanted: AccountChange): Promise<ChangeResult> {
    const { person, county, opId, by, inputHash, at, only = {}, set = {}, push = {}, pull } = wanted;
    const op = { opId, by, inputHash, at };
    const account = await accounts
      .findOneAndUpdate(
        trustedFilter({ _id: person, county, 'ops.opId': { $ne: opId }, ...only }),
        {
          $set: { ...set, changedAt: machineNow() },
          $inc: { version: 1 },
          $push: { ...push, ops: { $each: [op], $slice: -opsKept } },
          ...(pull ? { $pull: pull } : {}),
        },
        { returnDocument: 'after' },
      )
      .lean();
    return account ? { outcome: 'done', account, at } : explain(wanted);
  }

  async function explain({ person, county, opId, by, inputHash }: AccountChange): Promise<ChangeResult> {
    const account = await accounts.findOne({ _id: person, county }).lean();
    if (!account) throw new Problem('not-found');
    const earlier = account.ops.find((op) => op.opId === opId);
    if (!earlier) return { outcome: 'unmet', account };
    if (earlier.by !== by || earlier.inputHash !== inputHash) throw new Problem('op-id-reused');
    return { outcome: 'repeated', account, at: earlier.at };
  }

  return {
    change,
    find: (person: string) => accounts.findOne({ _id: person }).lean(),
    changedSince: (since: Date) => accounts.find(trustedFilter({ changedAt: { $gte: since } })).lean(),
    /** People of a household, members and proxies. */
    ofHousehold: (county: string, household: string) =>
      accounts.find({ county, 'households.household': household }).limit(50).lean(),
    /** The same of many homes at once. */
    ofHouseholds: (county: string, households: readonly string[]) =>
      accounts
        .find(trustedFilter({ county, 'households.household': { $in: [...households] } }))
        .limit(10_000)
        .lean(),
    /** People who hold this role in any of these areas, the residents of a grid left in the database. */
    grantedIn: (county: string, role: string, areas: readonly string[]) =>
      accounts
        .find(served({ county, 'grants.area': { $in: areas }, blocked: false, grants: holding(role, areas) }), {
          grants: 1,
        })
        .limit(2_000)
        .lean(),
    /** The same without an end, blocked ones among them, in the order of their ids. */
    grantedInAny: (county: string, areas: readonly string[], after: string, limit: number) =>
      accounts
        .find(served({ county, _id: { $gt: after }, 'grants.area': { $in: [...areas] } }))
        .sort({ _id: 1 })
        .limit(limit)
        .lean(),
    /** Makes an account where there is none; what is there stays as it is. */
    async ensure(person: string, county: string, start: Beginning): Promise<AccountRecord> {
      const account = await accounts
        .findOneAndUpdate({ _id: person }, { $setOnInsert: fresh({ county, ...start }, machineNow()) }, onlyNew)
        .lean();
      if (!account) throw new Error('An account could not be made.');
      return account;
    },
    /** The same for many at once; answers them as they are now. */
    async ensureMany(many: readonly NewAccount[]): Promise<AccountRecord[]> {
      if (many.length === 0) return [];
      const changedAt = machineNow();
      await accounts.bulkWrite(
        many.map(({ person, ...start }) => madeWhereNone(person, fresh(start, changedAt))),
        { ordered: false },
      );
      return accounts.find(trustedFilter({ _id: { $in: many.map(({ person }) => person) } })).lean();
    },
    ...accountEndings(connection, machineNow),
  };
}

/** A filter of accounts that one of their indexes serves. */
const served = (filter: object) => servedFilter('accounts', filter);

const holding = (role: string, areas: readonly string[]) => ({ $elemMatch: { role, area: { $in: [...areas] } } });

const madeWhereNone = (_id: string, account: ReturnType<typeof fresh>) => ({
  updateOne: { filter: { _id }, update: { $setOnInsert: account }, upsert: true },
});

function fresh({ county, grants, households }: Beginning & { readonly county: string }, changedAt: Date) {
  return { county, grants, households, version: 1, tokensFrom: 0, blocked: false, invitations: [], ops: [], changedAt };
}

export type AccountRepository = ReturnType<typeof accountRepository>;
