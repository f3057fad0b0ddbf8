import type { HoldingKind, MergeField, MergeSide } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import type { WhoIsIn } from '../quarantine';
import type { Holding } from './merge-people';

/** One thing that one of them has, or both have together. */
export interface HeldThing extends Holding {
  readonly of: MergeSide | 'BOTH';
  /** One too many for one person. */
  readonly isSurplus: boolean;
}

/** Of these one person needs one: a bed, a seat. */
const oneIsEnough: readonly HoldingKind[] = ['ROOM', 'SEAT'];
/** What somebody is in or on already stays theirs before what is only kept for them. */
const inUse: readonly string[] = ['OCCUPIED', 'SAMPLED', 'BOARDED'];

/**
 * What both have, each thing once. Nothing is dropped: of two beds or seats one too many is marked, so that whoever keeps
 * it frees it; the one in use is not it, and of two alike that of whoever counts is not. Pure.
 */
export function thingsOf(first: readonly Holding[], second: readonly Holding[], keep: MergeSide): HeldThing[] {
  const [mine, theirs] = [new Set(first.map(keyOf)), new Set(second.map(keyOf))];
  const sideOf = (one: Holding) =>
    mine.has(keyOf(one)) && theirs.has(keyOf(one)) ? 'BOTH' : mine.has(keyOf(one)) ? 'FIRST' : 'SECOND';
  const all = [...new Map([...first, ...second].map((one) => [keyOf(one), one])).values()];
  const named = all.map((one) => ({ ...one, of: sideOf(one) as HeldThing['of'] }));
  const kept = new Set(
    oneIsEnough.flatMap((kind) => named.filter((one) => one.kind === kind).sort(firstIsKept(keep))[0] ?? []).map(keyOf),
  );
  return named
    .map((one) => ({ ...one, isSurplus: oneIsEnough.includes(one.kind) && !kept.has(keyOf(one)) }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = ({ kind, id }: Pick<Holding, 'kind' | 'id'>) => `${kind} ${id}`;

const firstIsKept =
  (keep: MergeSide) =>
  (a: Pick<HeldThing, 'state' | 'of' | 'id'>, b: Pick<HeldThing, 'state' | 'of' | 'id'>): number =>
    rank(a, keep) - rank(b, keep) || (a.id < b.id ? -1 : 1);

const rank = ({ state, of }: Pick<HeldThing, 'state' | 'of'>, keep: MergeSide) =>
  (inUse.includes(state) ? 0 : 2) + (of === keep || of === 'BOTH' ? 0 : 1);

/** As much of it as a decision was made on: another text, and it must be looked at again. Pure. */
export function contentText(things: readonly HeldThing[]): string {
  return JSON.stringify(things.map(({ of, kind, id, state, endsAt }) => [of, kind, id, state, endsAt?.toISOString()]));
}

/** So many of each kind, first and second; what they have together counts for both. Pure. */
export function countsOf(things: readonly Pick<HeldThing, 'kind' | 'of'>[]) {
  const kinds = [...new Set(things.map(({ kind }) => kind))];
  const count = (kind: HoldingKind, side: MergeSide) =>
    things.filter((one) => one.kind === kind && (one.of === side || one.of === 'BOTH')).length;
  return kinds.map((kind) => ({ kind, first: count(kind, 'FIRST'), second: count(kind, 'SECOND') }));
}

const fields = {
  NAME: 'name',
  PHONE: 'phone',
  ID_NUMBER: 'idNumber',
  BIRTH_YEAR: 'birthYear',
} as const satisfies Readonly<Record<MergeField, keyof WhoIsIn>>;

/** One field of both, as it is known. */
export interface BothField {
  readonly field: MergeField;
  readonly first?: string;
  readonly second?: string;
  readonly differs: boolean;
  readonly kept: MergeSide;
}

type Known = Partial<WhoIsIn> | undefined;

/**
 * What is known of both, side by side. Whoever counts is right unless somebody has picked the other one; what is known of
 * one alone is no difference, and counts. Nothing is written over. Pure.
 */
export function fieldsOf(one: Known, other: Known, keep: MergeSide, picks: readonly MergeField[]): BothField[] {
  const text = (who: Known, field: MergeField) => {
    const value = who?.[fields[field]];
    return value === undefined ? undefined : String(value);
  };
  return (Object.keys(fields) as MergeField[]) // its own keys
    .map((field) => ({ field, first: text(one, field), second: text(other, field) }))
    .filter(({ first, second }) => first !== undefined || second !== undefined)
    .map(({ field, first, second }) => ({
      field,
      ...(first === undefined ? {} : { first }),
      ...(second === undefined ? {} : { second }),
      differs: first !== undefined && second !== undefined && first !== second,
      kept: keptSide(first, second, picks.includes(field) ? otherOf(keep) : keep),
    }));
}

function keptSide(first: string | undefined, second: string | undefined, wanted: MergeSide): MergeSide {
  if (first === undefined) return 'SECOND';
  return second === undefined ? 'FIRST' : wanted;
}

export const otherOf = (side: MergeSide): MergeSide => (side === 'FIRST' ? 'SECOND' : 'FIRST');
