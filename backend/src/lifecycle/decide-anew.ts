import { Problem } from '../http/problem';
import { type Actor, isSystem } from './actor';
import type { Tracked } from './tracked';

/** Facts are never refused for losing a race, and hardly anybody loses so many. */
const attempts = 20;

/** What the product must do was overtaken again and again: not in vain, as a timer whose time has passed, but still to be done. */
class LostRaces extends Error {}

/**
 * Reads a record, decides and writes; all of it again when somebody else wrote between the reading and the writing.
 * Who named a revision meant the record as it was, and is told.
 * @param known the record as the caller has read it, a moment ago: what it cannot carry is decided from a fresh reading
 * @param once writes only while the record is at the revision that was read, and throws `changed-meanwhile` otherwise
 * @throws Problem not-found, and what `once` throws; an Error for the product itself, so that its relay tries again
 */
export async function decideAnew<D extends Tracked, R extends object>(
  { actor, revision }: { readonly actor: Actor; readonly revision?: number | undefined },
  read: () => Promise<D | null>,
  once: (record: D) => Promise<R>,
  known?: D,
): Promise<R> {
  const answer = known && (await fromKnown(known, once));
  if (answer) return answer;
  for (let attempt = 1; ; attempt++) {
    const record = await read();
    if (!record) throw new Problem('not-found');
    try {
      return await once(record);
    } catch (error) {
      if (revision !== undefined || !isOvertaken(error, record)) throw error;
      if (attempt === attempts) throw giveUp(error, actor);
    }
  }
}

/** @returns undefined where it did not go through: what is said then is about a record that may be another by now */
async function fromKnown<D extends Tracked, R>(known: D, once: (record: D) => Promise<R>): Promise<R | undefined> {
  try {
    return await once(known);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return undefined;
  }
}

const giveUp = (error: unknown, actor: Actor): unknown =>
  isSystem(actor) ? new LostRaces(`lost ${attempts} races`) : error;

const isOvertaken = (error: unknown, { revision }: Tracked): boolean =>
  error instanceof Problem && error.type === 'changed-meanwhile' && error.extras.revision !== revision;
