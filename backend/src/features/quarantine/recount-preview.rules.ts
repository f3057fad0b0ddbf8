import type { Recount, RecountKind } from './recount.rules';

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

const listOf: Readonly<Record<RecountKind, List | undefined>> = {
  SHORTENED: 'shorten',
  LENGTHENED: 'lengthen',
  NEEDS_APPROVAL: 'lengthen',
  STARTED: 'start',
  ENDED: 'end',
  SAME_END: 'otherwise',
  LEFT_TO_PLACE: 'undecided',
  // found by the list, but its quarantine would be over: a landing test and nothing more
  TOO_LATE: undefined,
  UNCHANGED: undefined,
};

/** What a change does to all it reaches. Pure. */
export function previewOf(recounts: readonly { readonly id: string; readonly recount: Recount }[]): Preview {
  const of = (list: List | undefined) =>
    recounts.filter(({ recount }) => listOf[recount.kind] === list).map(({ id }) => id);
  const lists = { shorten: of('shorten'), lengthen: of('lengthen'), start: of('start'), end: of('end') };
  const [otherwise, undecided, unmoved] = [of('otherwise'), of('undecided'), of(undefined).length];
  return { ...lists, otherwise, undecided, unmoved, moved: recounts.length - unmoved - undecided.length };
}
