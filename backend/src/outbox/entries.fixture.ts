import type { Connection } from 'mongoose';
import { type EntryHandlers, type NewEntry, outboxOf, type WithOutbox } from '.';
import { outboxRecords } from './records';

export const county = '141122';
export const start = new Date('2022-04-18T01:00:00Z');
export const later = (ms: number) => new Date(start.getTime() + ms);
let counter = 0;

/** A name that no other test of the run has. */
export const aName = (prefix: string) => `${prefix}${counter++}`;

/** A collection of its own for every test, so that none delivers another's entries. */
export function aCollection(connection: Connection) {
  const name = aName('outbox-');
  return { name, records: outboxRecords(connection, name) };
}
export type Records = ReturnType<typeof aCollection>['records'];

/** A document whose outbox holds these entries. */
export async function saved(
  records: Records,
  wanted: readonly NewEntry[],
  changes: Partial<WithOutbox> = {},
): Promise<string> {
  const _id = `${county}-${String(counter++).padStart(26, '0')}`;
  const base = { _id, county, kind: 'crate', state: 'OPEN', revision: 0, enteredBy: 'e1' };
  await records.insertOne({ ...base, ...outboxOf(_id, wanted, start), ...changes });
  return _id;
}

/** The document as it is now. */
export async function stored(records: Records, id: string): Promise<WithOutbox> {
  const found = await records.findOne({ _id: id });
  if (!found) throw new Error('gone');
  return found;
}

/** Handlers that write down what they were given; `failing` names payloads that fail. */
export function recorder(failing: (word: string) => boolean = () => false, inOrder = false) {
  const seen: string[] = [];
  const deliver: EntryHandlers[string]['deliver'] = async ({ payload }) => {
    const word = String(payload.word);
    if (failing(word)) throw new TypeError(`cannot deliver ${word}`);
    seen.push(word);
  };
  const handlers: EntryHandlers = { say: inOrder ? { deliver, inOrder } : { deliver } };
  return { seen, handlers };
}
/** An entry that says a word. */
export const say = (word: string, rest: Partial<NewEntry> = {}): NewEntry => ({
  kind: 'say',
  payload: { word },
  ...rest,
});
