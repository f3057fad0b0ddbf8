import type {
  MergeSide,
  PersonMergeRow,
  PersonMergeView,
} from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { stepsWithWords } from '../../acting';
import { type PersonActor, permittedActions } from '../../lifecycle';
import { destroyedText, maskName, maskPhone } from '../../masks';
import type { FieldCipher } from '../../platform/encryption';
import { type Contents, isEndOpen, openEndsOf } from './contents';
import { type BothField, countsOf } from './contents.rules';
import type { FoundPerson } from './merge-people';
import { type MergedPerson, machine, type PersonMerge } from './person-merge';
import type { PersonMergeDeps } from './person-merge.deps';
import { seesHolding } from './person-merge.policy';

/** Everything a view is made of. */
export interface Seen {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly areaName: PersonMergeDeps['areaName'];
  readonly cipher: FieldCipher;
}

/** Somebody as others may see them: surname, four characters, and where. Pure. */
export function somebodyOf(areaName: Seen['areaName'], { kind, id, area }: MergedPerson, found?: FoundPerson) {
  const nameMasked = found?.who?.name ? maskName(found.who.name) : destroyedText;
  return { kind, id, nameMasked, code: id.slice(-4).toUpperCase(), areaName: areaName(areaId(found?.area ?? area)) };
}

/** A merge in a list: never a full name. */
export function rowOf({ actor, now, areaName }: Seen, record: PersonMerge, contents: Contents): PersonMergeRow {
  const { _id: id, state, revision, area, createdAt, dueAt, detail } = record;
  const isStale = isStaleNow(record, contents);
  const ends = openEndsOf(contents.things, detail);
  const isOpen: Readonly<Record<string, boolean>> = { apply: !isStale, decideEnd: ends.length > 1 };
  const row = {
    ...{ id, state, revision, code: detail.code, area, areaName: areaName(areaId(area)) },
    proposedAt: createdAt.toISOString(),
    ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    people: detail.people.map((one, at) => somebodyOf(areaName, one, contents.people[at])),
    isEndOpen: isEndOpen(contents.things, detail),
    actions: permittedActions(machine, record, actor, now).filter((action) => isOpen[action] ?? true),
  };
  return row as PersonMergeRow; // ids were parsed when they came in
}

const isStaleNow = ({ state, detail }: PersonMerge, { mark }: Contents): boolean =>
  state === 'PREVIEWED' && detail.preview?.mark !== mark;

/** The same with what both have, as far as this viewer may see it; of the rest, how much it is. */
export function viewOf(seen: Seen, record: PersonMerge, contents: Contents): PersonMergeView {
  const { actor, now, areaName, cipher } = seen;
  const { detail } = record;
  const isLookedAt = detail.preview !== undefined;
  const things = isLookedAt ? contents.things : [];
  const shown = things.filter(({ kind, area }) => seesHolding(kind, area, actor, now));
  const view = {
    ...rowOf(seen, record, contents),
    keep: detail.keep ?? 'FIRST',
    ...(detail.preview ? { previewedAt: detail.preview.at.toISOString() } : {}),
    isStale: isStaleNow(record, contents),
    fields: isLookedAt ? contents.fields.map(masked) : [],
    counts: countsOf(shown),
    holdings: shown.map(({ of, kind, id, state, area, endsAt, isSurplus }) => ({
      ...{ of, kind, id, state, areaName: areaName(areaId(area)) },
      ...(endsAt ? { endsAt: endsAt.toISOString() } : {}),
      ...(isSurplus ? { isSurplus } : {}),
    })),
    elsewhere: things.length - shown.length,
    ends: openEndsOf(shown, detail).map(({ id: episode, of, state, endsAt, holds }) => ({
      ...{ episode, of: sideIn(of), state, endsAt: (endsAt ?? now).toISOString(), holds },
    })),
    ...(detail.rightEnd ? { rightEnd: detail.rightEnd.episode } : {}),
    timeline: [proposal(cipher, record), ...stepsWithWords(cipher, record)],
  };
  return view as PersonMergeView; // ids were parsed when they came in
}

const sideIn = (of: MergeSide | 'BOTH'): MergeSide => (of === 'BOTH' ? 'FIRST' : of);

/** The first word in it, with what was said; who it was stands in the history of nobody. */
function proposal(cipher: FieldCipher, { _id, createdAt, detail }: PersonMerge): PersonMergeView['timeline'][number] {
  const words = detail.sealedWords === undefined ? undefined : cipher.open(detail.sealedWords, `${_id}/why`);
  const at = createdAt.toISOString();
  return { at, action: 'propose', to: 'PROPOSED', by: '', ...(words === undefined ? {} : { words }) };
}

/** Whether two differ can be seen without either being opened; an identity number shows its end alone. */
function masked({ field, first, second, differs, kept }: BothField): PersonMergeView['fields'][number] {
  const shown = (value: string | undefined) => {
    if (value === undefined) return undefined;
    if (field === 'NAME') return maskName(value);
    return field === 'BIRTH_YEAR' ? value : maskPhone(value);
  };
  const [one, other] = [shown(first), shown(second)];
  return {
    ...{ field, differs, kept },
    ...(one === undefined ? {} : { first: one }),
    ...(other === undefined ? {} : { second: other }),
  };
}
