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
 */
export function clockAhead(file: string, onMove: (aheadMs: number) => void): ClockAhead {
  let aheadMs = 0;
  const read = () => {
    const said = numberIn(file);
    if (!Number.isSafeInteger(said) || said <= aheadMs) return;
    aheadMs = said;
    onMove(aheadMs);
  };
  read();
  // read each time: whoever watches for a change misses one that comes before the first look is over
  const looking = setInterval(read, lookMs).unref();
  return {
    now: () => new Date(systemClock().getTime() + aheadMs),
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
