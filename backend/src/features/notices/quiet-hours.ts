import { dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';

/** Nobody is woken between these hours unless life is in danger (handbook 4.7). Shanghai wall clock. */
const quietFromHour = 22;
const quietUntilHour = 7;
const dayMs = 24 * 60 * 60 * 1000;

/** When a message may leave by the channels that ring: at once where it may wake, or at seven in the morning. */
export function sendingTime(now: Date, mayWake: boolean): Date {
  if (mayWake) return now;
  const today = dayOf(now);
  const morning = shanghaiInstant(today, quietUntilHour);
  if (now < morning) return morning;
  return now < shanghaiInstant(today, quietFromHour) ? now : new Date(morning.getTime() + dayMs);
}
