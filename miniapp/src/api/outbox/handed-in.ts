import { readStored, removeStored, writeStored } from '@/platform';

const keyOf = (id: string) => `draft-handed-in:${id}`;

/** Keeps what was filled in beside its command, under the command's id; it goes when the command leaves the device. */
export function setAside(id: string, draft: unknown): void {
  writeStored(keyOf(id), draft);
}

/** What was set aside under this id; undefined when there is none, or none of this sort. */
export function asideOf<Draft>(id: string, parse: (stored: unknown) => Draft | undefined): Draft | undefined {
  return readStored(keyOf(id), parse);
}

/** The server has it, or nobody wants it any more: the copy is not needed. */
export function forgetHandedIn(id: string): void {
  removeStored(keyOf(id));
}
