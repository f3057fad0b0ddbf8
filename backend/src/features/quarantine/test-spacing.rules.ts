import { addHours, latest, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import { knownAt, type Swab } from './swab-days.rules';

/**
 * The swabs that count where tests are asked for "so many, 24 hours apart": instants of sampling, never dates (handbook
 * 5.2). One taken too early does not count, and does not move the next one either. Void ones count as not taken. Pure.
 */
export function spacedSwabs(swabs: readonly Swab[], hoursBetweenTests: number, now: Date): Swab[] {
  const counted: Swab[] = [];
  for (const swab of knownAt(swabs, now)) {
    const before = counted.at(-1);
    if (swab.result?.value === 'INVALID') continue;
    if (!before || swab.takenAt >= addHours(before.takenAt, hoursBetweenTests)) counted.push(swab);
  }
  return counted;
}

/** From when on the next swab counts: at once, or so many hours after the last one that did. Pure. */
export function nextSwabFrom(swabs: readonly Swab[], hoursBetweenTests: number, now: Date): Date {
  const last = spacedSwabs(swabs, hoursBetweenTests, now).at(-1);
  return last ? latest(addHours(last.takenAt, hoursBetweenTests), minuteOf(now)) : minuteOf(now);
}
