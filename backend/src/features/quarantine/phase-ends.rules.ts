import type { Phase } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { rawEndOf } from './day-counting.rules';

/** Until when somebody is in a site, may not leave, and is looked after at all; absent where it is never so. */
export interface PhaseEnds {
  readonly centralUntil: Date | undefined;
  readonly confinedUntil: Date | undefined;
  readonly until: Date | undefined;
}

/** What a rule asks of somebody, as three instants that can be compared. Pure. */
export function phaseEndsOf(anchor: Date, phases: readonly Phase[]): PhaseEnds {
  const upTo = (isMeant: (phase: Phase) => boolean) => {
    const last = phases.findLastIndex(isMeant);
    return last < 0 ? undefined : rawEndOf({ anchor, phases: phases.slice(0, last + 1) });
  };
  return {
    centralUntil: upTo(({ kind }) => kind === 'CENTRAL'),
    confinedUntil: upTo(({ kind }) => kind !== 'MONITORING'),
    until: upTo(() => true),
  };
}

/** Whether one asks for something at a time when the other no longer does. Pure. */
export function isStricterAtSomeTime(one: PhaseEnds, other: PhaseEnds): boolean {
  const isLater = (a: Date | undefined, b: Date | undefined) => a !== undefined && (b === undefined || a > b);
  return (
    isLater(one.centralUntil, other.centralUntil) ||
    isLater(one.confinedUntil, other.confinedUntil) ||
    isLater(one.until, other.until)
  );
}
