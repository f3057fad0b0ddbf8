import type { RecordStep } from '@grid-relief/shared-types/primitives/record-step';
import { type HistoryEntry, ofEveryRecord, type Tracked } from '../lifecycle';
import type { FieldCipher } from '../platform/encryption';
import type { Attempt, Verb } from './verb';

/** What was said beside a step: sealed for its record and its operation, so that it opens nowhere else. */
export interface StepNote {
  readonly opId: string;
  readonly sealed: string;
}

/** A record that keeps what was said beside its steps. */
type Noted = Tracked & { readonly detail: { readonly notes?: readonly StepNote[] } };

interface Sealing {
  readonly cipherOf: (county: string) => Promise<FieldCipher>;
}

const purposeOf = (id: string, opId: string) => `${id}/words/${opId}`;

/** A verb that keeps, beside its own effects, what was said with it. */
export function keepingWords<D extends Noted, Body, Deps extends Sealing>(
  effects: Verb<D, Body, Deps>,
): Verb<D, Body, Deps> {
  return async (attempt) => {
    const [note, others] = [await noteOf(attempt), await effects(attempt)];
    return note ? { ...others, push: { ...others.push, 'detail.notes': [note] } } : others;
  };
}

async function noteOf<D extends Noted, Body, Deps extends Sealing>({
  deps,
  record,
  opId,
  words,
}: Attempt<D, Body, Deps>): Promise<StepNote | undefined> {
  if (!words) return undefined;
  return { opId, sealed: (await deps.cipherOf(record.county)).seal(words, purposeOf(record._id, opId)) };
}

const untold: readonly string[] = ofEveryRecord;
/** Whom a record came to name, and where it came to lie, is no step of the thing that it is about. */
const told = (history: readonly HistoryEntry[]) => history.filter(({ action }) => !untold.includes(action));

/** The steps of a record without any words, people by their role. Pure. */
export function stepsOf(history: readonly HistoryEntry[]): RecordStep[] {
  return told(history).map(({ recordedAt, action, to, by, role, reason }) => ({
    ...{ at: recordedAt.toISOString(), action, to, by: by === 'SYSTEM' ? by : (role ?? '') },
    ...(reason ? { reason } : {}),
  }));
}

/** The same with what was said beside them; nothing of it once the key was destroyed. */
export function stepsWithWords(cipher: FieldCipher, { _id, history, detail }: Noted): RecordStep[] {
  const sealed = new Map((detail.notes ?? []).map((note) => [note.opId, note.sealed]));
  const opIds = told(history).map(({ opId }) => opId);
  return stepsOf(history).map((step, at) => {
    const opId = opIds[at] ?? '';
    const note = sealed.get(opId);
    const words = note === undefined ? undefined : cipher.open(note, purposeOf(_id, opId));
    return words === undefined ? step : { ...step, words };
  });
}
