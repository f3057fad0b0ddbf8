import fc from 'fast-check';

/** How often a law is tried, and from which seed. */
export interface Runs {
  readonly numRuns: number;
  readonly seed?: number;
  /** Says that it failed and stops, instead of looking for the smallest example. */
  readonly endOnFailure?: boolean;
}

/** Something that must hold of rules, whichever rules are given; undefined: it held, otherwise the example. */
export type Law<Rules> = (rules: Rules, runs: Runs) => string | undefined;

/** Said by an assertion of the law; rules that fall over have broken something else and prove nothing. */
const isRefusal = (error: unknown): boolean => error instanceof Error && 'matcherResult' in error;

/**
 * Makes a law of a property that takes the rules it is about.
 * @throws what the rules throw: only a failed assertion says that the law does not hold
 */
export function law<Rules, T>(arbitrary: fc.Arbitrary<T>, holds: (rules: Rules, given: T) => void): Law<Rules> {
  return (rules, runs) => {
    const details = fc.check(
      fc.property(arbitrary, (given) => holds(rules, given)),
      runs,
    );
    if (details.failed && !isRefusal(details.errorInstance)) throw details.errorInstance;
    return details.failed ? fc.defaultReportMessage(details) : undefined;
  };
}

/** A planted fault: rules changed in one place, and the law that must find it. */
export interface Fault<Rules> {
  readonly foundBy: Law<Rules>;
  readonly plant: (rules: Rules) => Partial<Rules>;
}

/** Whether the law named beside a fault finds it. */
export function isFound<Rules>({ foundBy, plant }: Fault<Rules>, rules: Rules, runs: Runs): boolean {
  return foundBy({ ...rules, ...plant(rules) }, { ...runs, endOnFailure: true }) !== undefined;
}
