import { readFileSync } from 'node:fs';
import { type Clock, systemClock } from './clock';

/** A moved file is noticed this often. Milliseconds. */
const lookMs = 100;

export interface ClockAhead {
  readonly now: Clock;
  stop(): void;
}

/**
 * The demonstration's clock, for acting weeks in minutes: ahead of this machine's by the milliseconds that stand in a file,
 * and moved on by whoever writes a larger number there. Time never goes back; anything but a whole number is passed over.
 * @param onMove told how far ahead it is, each time it has moved
 * @param before waited for before it moves on while the product runs, with the instant it is about to show; never fails
 */
export function clockAhead(
  file: string,
  onMove: (aheadMs: number) => void,
  before: (at: Date) => Promise<void> = async () => undefined,
): ClockAhead {
  let aheadMs = 0;
  let isMoving = false;
  const shownWith = (ms: number) => new Date(systemClock().getTime() + ms);
  const furtherAhead = () => {
    const said = numberIn(file);
    return Number.isSafeInteger(said) && said > aheadMs ? said : undefined;
  };
  const moveTo = (ms: number) => {
    aheadMs = ms;
    onMove(aheadMs);
  };
  const look = async () => {
    const said = furtherAhead();
    if (said === undefined || isMoving) return;
    isMoving = true;
    await before(shownWith(said)).finally(() => {
      isMoving = false;
    });
    moveTo(said);
  };
  const atFirst = furtherAhead();
  if (atFirst !== undefined) moveTo(atFirst);
  // read each time: whoever watches for a change misses one that comes before the first look is over
  const looking = setInterval(() => void look(), lookMs).unref();
  return {
    now: () => shownWith(aheadMs),
    stop: () => clearInterval(looking),
  };
}

/** NaN where there is none. */
function numberIn(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return Number.NaN;
  }
}
