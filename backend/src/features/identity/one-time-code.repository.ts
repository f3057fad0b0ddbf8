import type { Connection } from 'mongoose';
import { Problem } from '../../http/problem';
import type { Clock } from '../../platform/clock';
import { isDuplicate, servedFilter } from '../../platform/database';
import { trustedFilter } from '../../platform/database/trusted-filter';
import { newCode, type Secrets } from './secrets';
import { signInModels } from './sign-in.model';

/** How long a code is good, in seconds. */
export const codeSeconds = 300;
/** A repeat of the same request from the same device, whose first answer was lost. */
const repeatMs = 60_000;
/** At most so many guesses in the window, all addresses together; six digits then last for years. */
const guessLimit = 10;
const windowMs = 15 * 60_000;

export interface OneTimeCodes {
  /** Makes a code for one purpose and person; an earlier one ends. `code` names one that is made already. */
  issue(name: string, extra?: { readonly relation: string; readonly code: string }): Promise<string>;
  /** Uses a code. @throws Problem code-wrong, too-many-requests */
  use(name: string, code: string, device: string, guessesOf?: string): Promise<{ relation?: string }>;
  /** Counts one guess. @throws Problem too-many-requests */
  countGuess(name: string): Promise<void>;
}

/** One-time codes, kept as keyed hashes. Names are keyed hashes too: no phone number is in the database. */
export function oneTimeCodes(connection: Connection, keys: Secrets, now: Clock): OneTimeCodes {
  const { codes, guesses } = signInModels(connection);
  const hashOf = (name: string, code: string) => keys.hashOf('code', `${name}\n${code}`);

  async function countGuess(name: string): Promise<void> {
    const at = now();
    const since = new Date(at.getTime() - windowMs);
    await guesses.updateOne({ _id: name }, trustedFilter({ $pull: { at: { $lte: since } } }));
    try {
      await guesses.updateOne(
        trustedFilter({ _id: name, [`at.${guessLimit - 1}`]: { $exists: false } }),
        { $push: { at }, $set: { expiresAt: new Date(at.getTime() + windowMs) } },
        { upsert: true },
      );
    } catch (error) {
      // the list is full, so the filter missed and the insert met the document itself
      if (!isDuplicate(error)) throw error;
      throw new Problem('too-many-requests', undefined, { retryAfterSeconds: 60 });
    }
  }

  return {
    countGuess,
    async issue(name, { code = newCode(), ...extra }: { relation?: string; code?: string } = {}) {
      const fresh = {
        codeHash: hashOf(name, code),
        expiresAt: new Date(now().getTime() + codeSeconds * 1000),
        ...extra,
      };
      await codes.updateOne({ _id: name }, { $set: fresh, $unset: { usedBy: 1, usedAt: 1 } }, { upsert: true });
      return code;
    },
    async use(name, code, device, guessesOf = name) {
      await countGuess(guessesOf);
      const at = now();
      const usedBy = keys.hashOf('device', device);
      const found = await codes
        .findOneAndUpdate(
          servedFilter(codes.collection.collectionName, {
            _id: name,
            codeHash: hashOf(name, code),
            expiresAt: { $gt: at },
            $or: [{ usedBy: { $exists: false } }, { usedBy, usedAt: { $gt: new Date(at.getTime() - repeatMs) } }],
          }),
          { $set: { usedBy, usedAt: at } },
        )
        .lean();
      if (!found) throw new Problem('code-wrong');
      return found.relation === undefined ? {} : { relation: found.relation };
    },
  };
}
