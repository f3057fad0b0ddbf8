/** What doors did is kept so long after release (handbook 8). */
export const keptDays = 30;

/**
 * When what belongs to something that ends at this instant is removed. The database clears out by the clock of its machine,
 * which stands elsewhere than ours in a test: the time from now is the same on both. Pure.
 */
export function purgeAfter(endsAt: Date, now: Date, machineNow: Date): Date {
  const untilEnd = endsAt.getTime() - now.getTime();
  return new Date(machineNow.getTime() + untilEnd + keptDays * 24 * 60 * 60_000);
}
