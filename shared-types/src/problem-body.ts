import * as z from './zod';

/**
 * What a problem answer looks like on the wire (RFC 9457). Clients branch on `type`, never on `detail`. Everything
 * beside the first five members belongs to some types only; a member that is not named here is sent by nobody.
 */
export const ProblemBody = z.strictObject({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  /** The request id, so that a person can quote it. */
  instance: z.string(),
  /** invalid-input: where, as a JSON pointer, and what in plain words. */
  errors: z.optional(z.array(z.strictObject({ pointer: z.string(), detail: z.string() }))),
  /** A conflict: the state the record is in now, what to do next, and what else may be done. */
  state: z.optional(z.string()),
  revision: z.optional(z.int()),
  next: z.optional(z.string()),
  actions: z.optional(z.array(z.string())),
  /** A late fact that cannot count: why, as its own view says it. */
  because: z.optional(z.string()),
  /** A decision that came too late: who has it now, by surname and team. */
  holder: z.optional(z.strictObject({ label: z.string(), team: z.optional(z.string()) })),
  /** Of a decision between colleagues: the name of whoever has decided first. */
  doneBy: z.optional(z.string()),
  /** already-open: the one that is open. */
  open: z.optional(z.string()),
  /** A run that cannot be ended yet: so many of its doors are not done. */
  openDoors: z.optional(z.int()),
  /** capacity-full: how many there are, how many are free, or the next free time or place. */
  limit: z.optional(z.int()),
  free: z.optional(z.int()),
  freeAt: z.optional(z.string()),
  freeNumber: z.optional(z.int()),
  /** no-bed: sites that have room. */
  sites: z.optional(z.array(z.strictObject({ site: z.string(), name: z.string(), free: z.int() }))),
  /** head-count: how many had boarded, are taken over, went with an ambulance, and of how many nobody has said anything. */
  boarded: z.optional(z.int()),
  takenOver: z.optional(z.int()),
  to120: z.optional(z.int()),
  unsaid: z.optional(z.int()),
  /** unsupported-media, body-too-large, client-too-old: what would be taken. */
  accepts: z.optional(z.array(z.string())),
  limitBytes: z.optional(z.int()),
  limitSeconds: z.optional(z.int()),
  leastVersion: z.optional(z.int()),
});
export type ProblemBody = z.infer<typeof ProblemBody>;
