import { useText } from '@/text';
import { problemsText } from '@/text/problems';
import { teamsText, teamWords } from '@/text/teams';
import type { Problem } from './problem';

/** What to do instead, where the server knows better than the general words. */
const nextKeys = {
  cashier: 'next-cashier',
  repay: 'next-repay',
  'ask-anew': 'next-ask-anew',
  'return-card': 'next-return-card',
  register: 'next-register',
  'leave-out': 'next-leave-out',
  'ask-household': 'next-ask-household',
  'in-care': 'next-in-care',
  chooseAnother: 'next-choose-another',
  askGrid: 'next-ask-grid',
  askGridTrip: 'next-ask-grid-trip',
  otherNumber: 'next-other-number',
} as const;
const isKnownNext = (next: string): next is keyof typeof nextKeys => Object.keys(nextKeys).includes(next);

/** Words for a problem: who was quicker, what to do instead, or what happened in general. Unknown ones say that they are. */
export function useProblemWords(): (problem: Problem) => string {
  const t = useText(problemsText);
  const teams = useText(teamsText);
  return ({ type, requestId, holder, doneBy, next }) => {
    if (holder?.team !== undefined)
      return t('taken-by-team', { name: holder.label, team: teamWords(teams, holder.team) });
    if (holder !== undefined) return t('taken-by', { name: holder.label });
    if (doneBy !== undefined) return t('done-by', { name: doneBy });
    if (next !== undefined && isKnownNext(next)) return t(nextKeys[next]);
    return type === 'internal' ? t('internal', { code: requestId?.slice(-6) ?? '–' }) : t(type);
  };
}

export type FieldErrors<Pointer extends string> = {
  /** What to spread on the `Field` or `Choice` of a pointer: its red words, and whether it is where to begin. */
  readonly at: (pointer: Pointer) => { readonly error: string | undefined; readonly takesFocus: boolean };
  /** What no field of the screen can show; undefined when every finding stands at its field. */
  readonly rest: string | undefined;
};

const isAt = (pointer: string, field: string) => pointer === field || pointer.startsWith(`${field}/`);

/**
 * Puts what the server found wrong beside the fields it concerns. `fields` are the JSON pointers the screen has a field
 * for, such as `/phone`; a finding below one (`/lines/0/name` for `/lines`) counts as its own.
 * @example const wrong = useFieldErrors(problem, ['/phone']); <Field {...wrong.at('/phone')} … />
 */
export function useFieldErrors<Pointer extends string>(
  problem: Problem | undefined,
  fields: readonly Pointer[],
): FieldErrors<Pointer> {
  const words = useProblemWords();
  const placed = (pointer: string) => fields.some((field) => isAt(pointer, field));
  const errors = problem?.errors ?? [];
  const first = errors.find(({ pointer }) => placed(pointer))?.pointer;
  const loose = errors.filter(({ pointer }) => !placed(pointer));
  const isPlaced = errors.length > 0 && loose.length === 0;
  return {
    at: (field) => ({
      error: errors.find(({ pointer }) => isAt(pointer, field))?.detail,
      takesFocus: first !== undefined && isAt(first, field),
    }),
    rest:
      problem === undefined || isPlaced ? undefined : [words(problem), ...loose.map(({ detail }) => detail)].join(' '),
  };
}
