import type { RecountKind } from './recount.rules';

/** Who is moved by a change, before anybody approves it (handbook 5.7). Numbers for all, ids for those entitled. */
export interface Preview {
  readonly shorten: readonly string[];
  /** Whether or not somebody answers for it yet. */
  readonly lengthen: readonly string[];
  readonly start: readonly string[];
  readonly end: readonly string[];
  /** The end stays, but tests or places do not. */
  readonly otherwise: readonly string[];
  /** A person has to decide, because the new set does not. */
  readonly undecided: readonly string[];
  readonly unmoved: number;
  /** Everybody but the unmoved and the undecided: "this change moves 212 people". */
  readonly moved: number;
}

type List = Exclude<keyof Preview, 'unmoved' | 'moved'>;

/** REJUDGED: nothing runs yet, and it will be another rule by which it does. */
export type MoveKind = RecountKind | 'REJUDGED';

const lists: Readonly<Record<MoveKind, List | undefined>> = {
  SHORTENED: 'shorten',
  LENGTHENED: 'lengthen',
  NEEDS_APPROVAL: 'lengthen',
  STARTED: 'start',
  ENDED: 'end',
  SAME_END: 'otherwise',
  REJUDGED: 'otherwise',
  LEFT_TO_PLACE: 'undecided',
  // found by the list, but its quarantine would be over: a landing test and nothing more
  TOO_LATE: undefined,
  UNCHANGED: undefined,
};

/** The list somebody stands in; undefined: unmoved. Pure. */
export function listOf(kind: MoveKind): List | undefined {
  return lists[kind];
}

/** What a change does to all it reaches. Pure. */
export function previewOf(
  recounts: readonly { readonly id: string; readonly recount: { readonly kind: MoveKind } }[],
): Preview {
  const of = (list: List | undefined) =>
    recounts.filter(({ recount }) => listOf(recount.kind) === list).map(({ id }) => id);
  const moves = { shorten: of('shorten'), lengthen: of('lengthen'), start: of('start'), end: of('end') };
  const [otherwise, undecided, unmoved] = [of('otherwise'), of('undecided'), of(undefined).length];
  return { ...moves, otherwise, undecided, unmoved, moved: recounts.length - unmoved - undecided.length };
}
