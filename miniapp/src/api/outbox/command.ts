import * as z from '@grid-relief/shared-types/zod';
import type { Problem } from '../problem';

/**
 * One thing a person did, as kept on the device. Its id is the id of the intent (opId, the id of a new request, or of
 * a file): every repeat carries the same one, so that the server stores it once.
 */
export const Command = z.object({
  id: z.string(),
  /** Order on this device; acts on one record go out in this order. */
  seq: z.int(),
  record: z.string(),
  /** Name of the endpoint, for words and for drawing what is not yet confirmed. */
  name: z.string(),
  method: z.enum(['POST', 'PUT', 'DELETE']),
  path: z.string(),
  query: z.optional(z.record(z.string(), z.unknown())),
  body: z.optional(z.unknown()),
  /** Set when the content is a file kept under this id. */
  file: z.optional(z.string()),
  /** Ids of commands that must be accepted before this one: the photo before the act that names it. */
  needs: z.array(z.string()),
  savedAt: z.string(),
  /** Kept with a refusal, until the person decides. */
  problem: z.optional(z.unknown()),
});

type StoredCommand = z.infer<typeof Command>;

/** Where a command stands. `refused` stays visible until the person repeats or discards it. */
export type Command = Omit<StoredCommand, 'problem'> & {
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused';
  readonly tries: number;
  /** Epoch milliseconds of this device before which it is not repeated. */
  readonly notBefore: number;
  readonly problem?: Problem | undefined;
};

/** A new command as a screen states it. */
export type Intent = Pick<StoredCommand, 'id' | 'record' | 'name' | 'method' | 'path' | 'query' | 'body' | 'file'> & {
  readonly needs?: readonly string[];
};

/** Reads a stored command; whatever was under way when the program ended is simply sent again. */
export function restoreCommand(stored: unknown): Command | undefined {
  const read = z.safeParse(Command, stored);
  if (!read.success) return undefined;
  // the problem was written by this program; its shape is checked where it is shown
  const problem = read.data.problem as Problem | undefined;
  return { ...read.data, problem, state: problem === undefined ? 'waiting' : 'refused', tries: 0, notBefore: 0 };
}

/** What is written to the device: everything but the fleeting part. */
export function storable({ state, tries, notBefore, ...rest }: Command): unknown {
  return rest;
}
