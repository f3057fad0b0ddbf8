import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { CodeRequestRow, CodeRequestView } from '@grid-relief/shared-types/quarantine/code-request.schema';
import { stepsWithWords } from '../../acting';
import { type PersonActor, permittedActions } from '../../lifecycle';
import { destroyedText, maskName } from '../../masks';
import type { FieldCipher } from '../../platform/encryption';
import { type CodeRequest, machine } from './code-request';
import type { CodeRequestDeps } from './code-request.deps';
import { whoIn } from './sealed-words';
import { isLate, waitsSince, waitsWith } from './waiting.rules';

/** Everything a view is made of. */
export interface Seen {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly areaName: CodeRequestDeps['areaName'];
  readonly cipher: FieldCipher;
}

/** A request in a list: never a full name. */
export function rowOf({ actor, now, areaName, cipher }: Seen, record: CodeRequest): CodeRequestRow {
  const { _id: id, variant: asked, state, revision, area, createdAt, dueAt, detail } = record;
  const who = whoIn(cipher, record);
  const row = {
    ...{ id, asked, state, revision, code: detail.code, area, areaName: areaName(areaId(area)) },
    nameMasked: who?.name === undefined ? destroyedText : maskName(who.name),
    ...(who ? { wanted: who.wanted, category: who.category } : {}),
    ...{ because: detail.because, writtenAt: createdAt.toISOString() },
    ...{ waitsWith: waitsWith(record), waitsSince: waitsSince(record).toISOString(), isLate: isLate(record) },
    ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    actions: permittedActions(machine, record, actor, now),
  };
  return row as CodeRequestRow; // ids were parsed when they came in
}

/** The same with every step; people by their role, and the words to whoever may see the request. */
export function viewOf(seen: Seen, record: CodeRequest): CodeRequestView {
  return { ...rowOf(seen, record), timeline: stepsWithWords(seen.cipher, record) };
}
