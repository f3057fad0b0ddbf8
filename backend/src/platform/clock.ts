/** Tells the present instant. Business time is always asked of a clock that came from outside. */
export type Clock = () => Date;

/** The time of this machine. */
export const systemClock: Clock = () => new Date();

/** A clock that a test or the demo moves by hand. */
export interface MovableClock {
  readonly now: Clock;
  /** Moves the clock; negative goes back. Milliseconds. */
  advance(ms: number): void;
  set(instant: Date): void;
}

/**
 * A clock that can be moved.
 * @param start the first instant
 * @param runsWith a clock whose passing time is added, so that time goes on between moves; absent: it stands still
 */
export function movableClock(start: Date, runsWith?: Clock): MovableClock {
  const elapsed = () => runsWith?.().getTime() ?? 0;
  let offset = start.getTime() - elapsed();
  return {
    now: () => new Date(offset + elapsed()),
    advance(ms) {
      offset += ms;
    },
    set(instant) {
      offset = instant.getTime() - elapsed();
    },
  };
}
