import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { RefusalRow, RefusalView } from '@grid-relief/shared-types/refusals/refusal.schema';
import { stepsWithWords } from '../../acting';
import { type PersonActor, permittedActions } from '../../lifecycle';
import { destroyedText, maskName } from '../../masks';
import type { FieldCipher } from '../../platform/encryption';
import { machine, type Refusal, type Visitor } from './refusal';
import type { RefusalDeps } from './refusal.deps';
import type { Standing } from './refusal.policy';
import { whoIn } from './sealed-refusal';

/** Everything a view is made of. */
export interface Seen {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly areaName: RefusalDeps['areaName'];
  readonly cipher: FieldCipher;
}

const visitors: readonly Visitor[] = ['VILLAGE_SECRETARY', 'DOCTOR'];

/** A refusal in a list: never a full name, never a door; for the police without who was there before. */
export function rowOf({ actor, now, areaName, cipher }: Seen, standing: Standing, record: Refusal): RefusalRow {
  const { _id: id, variant: kind, state, revision, area, createdAt, dueAt, detail } = record;
  const who = whoIn(cipher, record);
  const row = {
    ...{ id, kind, state, revision, code: detail.code, area, areaName: areaName(areaId(area)) },
    nameMasked: who?.name ? maskName(who.name) : destroyedText,
    ...{ recordedAt: createdAt.toISOString(), isLate: dueAt !== undefined && dueAt <= now },
    ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    ...(standing === 'NEAR' ? { visitedBy: visitors.filter((one) => detail.visits[one]) } : {}),
    // of the two, whoever has been there waits for the other
    actions: permittedActions(machine, record, actor, now).filter(
      (action) => action !== 'visit' || !hasVisited(record, actor),
    ),
  };
  return row as RefusalRow; // ids were parsed when they came in
}

function hasVisited({ detail }: Refusal, { personId }: PersonActor): boolean {
  return visitors.some((one) => detail.visits[one]?.by === personId);
}

/** The same with every step and what was said; the police see the row alone. */
export function viewOf(seen: Seen, standing: Standing, record: Refusal): RefusalView {
  const row = rowOf(seen, standing, record);
  if (standing === 'POLICE') return row;
  const { witnessCount } = record.detail;
  return {
    ...row,
    ...(witnessCount === undefined ? {} : { witnesses: witnessCount }),
    timeline: stepsWithWords(seen.cipher, record),
  };
}
