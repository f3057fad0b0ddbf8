import type { Connection } from 'mongoose';
import { identityModels } from './identity.model';
import type { AccountRecord } from './identity.record';

/** An access token outlives its sign-in by ten minutes at most; nobody signs out more often than this in them. */
const endedKept = 50;

/** How tokens that were given out end before their time. Part of the account repository. */
export function accountEndings(connection: Connection, machineNow: () => Date) {
  const { accounts } = identityModels(connection);
  return {
    /** Refuses the access tokens of these sign-ins, here and, within a second, in every process. */
    async endSessions(person: string, county: string, ended: readonly string[]): Promise<AccountRecord | null> {
      return accounts
        .findOneAndUpdate(
          { _id: person, county },
          {
            $push: { endedSessions: { $each: [...ended], $slice: -endedKept } },
            $inc: { version: 1 },
            $set: { changedAt: machineNow() },
          },
          { returnDocument: 'after' },
        )
        .lean();
    },
    /** Refuses every token made so far. */
    async endAllTokens(person: string, county: string): Promise<void> {
      const account = await accounts.findOne({ _id: person, county }).lean();
      if (!account) return;
      const version = account.version + 1;
      await accounts.updateOne(
        { _id: person, county, version: account.version },
        { $set: { version, tokensFrom: version, changedAt: machineNow() } },
      );
    },
  };
}
