import type { Guardian, LeftBehind, Settlement } from '@grid-relief/shared-types/household-events/welfare-task.schema';

/** Nobody younger goes anywhere without somebody of age (handbook 2.11). Years. */
export const aloneFromAge = 14;

interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}
type Age = Pick<LeftBehind, 'kind' | 'age'>;

/** Too young to be anywhere without a guardian; a child whose age nobody knows counts as one. Pure. */
export function needsGuardian({ kind, age }: Age): boolean {
  return age === undefined ? kind === 'CHILD' : age < aloneFromAge;
}

/** What is missing of those left behind: of a child the age decides. Pure. */
export function peopleErrors(people: readonly Age[]): FieldError[] {
  return people.flatMap(({ kind, age }, at) =>
    kind === 'CHILD' && age === undefined ? [{ pointer: `/leftBehind/${at}/age`, detail: 'required for a child' }] : [],
  );
}

/** Why somebody cannot look after these. Pure. */
export function guardianErrors(people: readonly Age[], { isAdult }: Pick<Guardian, 'isAdult'>): FieldError[] {
  const refused = !isAdult && people.some(needsGuardian);
  return refused ? [{ pointer: '/guardian/isAdult', detail: `of age, for somebody under ${aloneFromAge}` }] : [];
}

/** Why these cannot be settled so (handbook 2.11: none under 14 without a guardian, same site if possible). Pure. */
export function settlementErrors(
  people: readonly Age[],
  guardian: Pick<Guardian, 'isAdult'> | undefined,
  { where, place, guardianAlong, bring = [] }: Pick<Settlement, 'where' | 'place' | 'guardianAlong' | 'bring'>,
): FieldError[] {
  const isAlone = people.some(needsGuardian) && !(guardian?.isAdult && guardianAlong);
  const errors: (FieldError | false)[] = [
    isAlone && { pointer: '/settlement/guardianAlong', detail: `for somebody under ${aloneFromAge}` },
    where === 'OTHER_SITE' && !place && { pointer: '/settlement/place', detail: 'why not the same site' },
    where !== 'AT_HOME' && bring.length > 0 && { pointer: '/settlement/bring', detail: 'nobody stays in the home' },
  ];
  return errors.filter((one) => one !== false);
}
