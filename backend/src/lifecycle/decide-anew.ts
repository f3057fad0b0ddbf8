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
 * @param once writes only while the record is at the revision that was read, and throws `changed-meanwhile` otherwise
 * @throws Problem not-found, and what `once` throws; an Error for the product itself, so that its relay tries again
 */
export async function decideAnew<D extends Tracked, R>(
  { actor, revision }: { readonly actor: Actor; readonly revision?: number | undefined },
  read: () => Promise<D | null>,
  once: (record: D) => Promise<R>,
): Promise<R> {
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

const giveUp = (error: unknown, actor: Actor): unknown =>
  isSystem(actor) ? new LostRaces(`lost ${attempts} races`) : error;

const isOvertaken = (error: unknown, { revision }: Tracked): boolean =>
  error instanceof Problem && error.type === 'changed-meanwhile' && error.extras.revision !== revision;
