import { readStored, removeStored, writeStored } from '@/platform';
import { outbox } from './outbox/device-outbox';
import { asideOf, forgetHandedIn, setAside } from './outbox/handed-in';

type WithId = { readonly id: string };
type Handed = { readonly kept: boolean };

/**
 * Where forms lie while they are filled in. A draft is on the device until it is handed in; then it is set aside until
 * the server has it, so that the next one begins empty, and a refused one can be put right.
 * @param keyOf where a draft lies; begins with `draft:`
 */
export function keptDrafts<Draft extends WithId>(
  parse: (stored: unknown) => Draft | undefined,
  keyOf: (draft: Draft) => string,
) {
  return {
    /** The draft that lies there. One whose command is in the outbox was handed in as the program ended: not again. */
    find: (key: string): Draft | undefined => {
      const draft = readStored(key, parse);
      if (draft === undefined || !outbox.commands().some(({ id }) => id === draft.id)) return draft;
      if (asideOf(draft.id, parse) !== undefined) removeStored(key);
      return undefined;
    },
    /** False when the device has no room. */
    write: (draft: Draft): boolean => writeStored(keyOf(draft), draft),
    drop: (draft: Draft): void => removeStored(keyOf(draft)),
    /** Hands a draft in under its id. Where the device has no room for the command, the draft stays where it lies. */
    handIn: async (draft: Draft, send: () => Promise<Handed>): Promise<Handed> => {
      // first, since the answer may come before anything else is done
      setAside(draft.id, draft);
      const answer = await send();
      if (answer.kept) removeStored(keyOf(draft));
      return answer;
    },
    /** What was handed in under this id, still set aside. */
    handedIn: (id: string): Draft | undefined => asideOf(id, parse),
    /** Takes a refused one up again, as `putRight` makes it; undefined when it is gone from the device. */
    reopen: (id: string, putRight: (draft: Draft) => Draft): Draft | undefined => {
      const draft = asideOf(id, parse);
      if (draft === undefined) return undefined;
      const again = putRight(draft);
      writeStored(keyOf(again), again);
      forgetHandedIn(id);
      return again;
    },
  };
}
