import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import * as z from '../zod';
import { CarryNeed, TransferGoal } from './transfer.schema';

/** What a person may ask a trip for; whoever comes from elsewhere is fetched by the chain. */
export const askedKinds = ['MEDICAL', 'SITE_MOVE', 'RELEASE_HOME', 'CASE'] as const;
export const AskedKind = z.enum(askedKinds);
export type AskedKind = z.infer<typeof AskedKind>;

/** Where each of them may go; from care one also comes back. */
export const goalsOf: Readonly<Record<AskedKind, readonly TransferGoal[]>> = {
  MEDICAL: ['HOSPITAL', 'HOME', 'SITE'],
  SITE_MOVE: ['SITE', 'HOME'],
  RELEASE_HOME: ['HOME'],
  CASE: ['HOSPITAL'],
};

const words = z.string().check(z.minLength(1), z.maxLength(120));
/** A coach has room for no more. */
const peopleAtMost = 20;

/** A trip asked for by hand: who, what for, from where to where, when, and what they cannot do without. */
export const TransferAsk = z.strictObject({
  id: RecordId,
  kind: AskedKind,
  goal: TransferGoal,
  /** 120 drives. */
  byAmbulance: z.boolean(),
  /** The ambulance has them already: what is asked for is the record of it. */
  isTaken: z.optional(z.boolean()),
  people: z
    .array(
      z.strictObject({
        /** A quarantine, a traveller, or somebody on the list of a trip: whom the asker sees. */
        person: RecordId,
        needs: z.array(CarryNeed).check(z.maxLength(2)),
      }),
    )
    .check(z.minLength(1), z.maxLength(peopleAtMost)),
  /** When they can be fetched. */
  from: Instant,
  /** Where they are fetched, where that is neither their room nor their home. */
  pickup: z.optional(words),
  /** Which hospital. */
  destination: z.optional(words),
});
export type TransferAsk = z.infer<typeof TransferAsk>;
