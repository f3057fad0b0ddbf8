import type { Connection } from 'mongoose';
import { signInModels } from './sign-in.model';
import type { ProxyAskRecord } from './sign-in.record';

/** A phone that was out of reach for three days has sent its repeats by then. */
const keptMs = 72 * 60 * 60 * 1000;

export type ProxyAsk = Omit<ProxyAskRecord, 'expiresAt' | 'sent'>;

/** Which operations asked a household for consent: a repeat sends no second text. */
export function proxyAskRepository(connection: Connection) {
  const { proxyAsks } = signInModels(connection);
  return {
    /** Stores the operation, or answers it as it was stored first. */
    async begin(ask: ProxyAsk): Promise<ProxyAskRecord> {
      const { _id, ...rest } = ask;
      const expiresAt = new Date(ask.at.getTime() + keptMs);
      const kept = await proxyAsks
        .findOneAndUpdate(
          { _id },
          { $setOnInsert: { ...rest, sent: false, expiresAt } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean();
      return kept ?? { ...ask, sent: false, expiresAt };
    },
    /** True for whoever sends the text: of two twins only one. */
    async takeSending(id: string): Promise<boolean> {
      const { modifiedCount } = await proxyAsks.updateOne({ _id: id, sent: false }, { $set: { sent: true } });
      return modifiedCount === 1;
    },
  };
}

export type ProxyAskRepository = ReturnType<typeof proxyAskRepository>;
