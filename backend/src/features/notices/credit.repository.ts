import { createHash } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import { Problem } from '../../http/problem';
import { isDuplicate } from '../../platform/database';
import { noticeModels } from './notice.model';

const opsKept = 200;

/** Whatever an app calls a template is one word of our own making: nobody's text becomes the name of a field. */
const wordOf = (template: string) => createHash('sha256').update(template).digest('base64url');
const keyOf = (template: string) => `credits.${wordOf(template)}`;

export interface CreditGrant {
  readonly county: string;
  readonly person: string;
  readonly templates: readonly string[];
  readonly opId: string;
  readonly inputHash: string;
}

/** The ledger of one-time messages a person has allowed. */
export function creditRepository(connection: Connection) {
  const { credits } = noticeModels(connection);
  return {
    /** Adds one credit a template, once an operation. @throws Problem op-id-reused */
    async grant({ county, person, templates, opId, inputHash }: CreditGrant): Promise<void> {
      try {
        await credits.updateOne(
          { _id: person, county, 'ops.opId': mongoose.trusted({ $ne: opId }) },
          {
            $inc: Object.fromEntries(templates.map((template) => [keyOf(template), 1])),
            $push: { ops: { $each: [{ opId, inputHash }], $slice: -opsKept } },
          },
          { upsert: true },
        );
      } catch (error) {
        // the person has a ledger and this operation is in it: the filter missed, the insert met the id
        if (!isDuplicate(error)) throw error;
        const earlier = await credits.findOne({ _id: person }).select('ops').lean();
        const known = earlier?.ops.find((op) => op.opId === opId);
        if (known?.inputHash !== inputHash) throw new Problem('op-id-reused');
      }
    },

    /** Takes one credit; false when there is none. */
    async spend(person: string, template: string): Promise<boolean> {
      const taken = await credits.updateOne(
        { _id: person, [keyOf(template)]: mongoose.trusted({ $gt: 0 }) },
        {
          $inc: { [keyOf(template)]: -1 },
        },
      );
      return taken.modifiedCount === 1;
    },

    /** A message that was surely not sent costs nothing. */
    async giveBack(person: string, template: string): Promise<void> {
      await credits.updateOne({ _id: person }, { $inc: { [keyOf(template)]: 1 } });
    },

    /** WeChat says there is no credit: its word counts. */
    async clear(person: string, template: string): Promise<void> {
      await credits.updateOne({ _id: person }, { $set: { [keyOf(template)]: 0 } });
    },

    async left(person: string, template: string): Promise<number> {
      const found = await credits.findOne({ _id: person }).lean<{ credits?: Record<string, number> }>();
      return found?.credits?.[wordOf(template)] ?? 0;
    },
  };
}
export type CreditRepository = ReturnType<typeof creditRepository>;
