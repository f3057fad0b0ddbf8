import { addDays, type Day, dayOf, latest } from '@grid-relief/shared-types/primitives/instants';
import type { AntigenRule } from '@grid-relief/shared-types/quarantine/policy-parameters.schema';
import { type EpisodeCount, planOf } from './day-counting.rules';
import { dayNumberOn } from './test-windows.rules';

/** A Shanghai day that asks for an antigen self-test, with its number in the whole quarantine; 0 before day 1. */
export interface AskedDay {
  readonly date: Day;
  readonly number: number;
}

/**
 * The days up to this instant that ask for an antigen self-test with a photo (handbook 2.3; 5, row "Antigen"), oldest
 * first: the days of the count that the set names, over all phases as the person reads them, and where the set wants it
 * also the day of being found, with the landing test. As with swabs (handbook 9.1, 5.7) no day before the person was
 * found asks, none after the end, and none that was past when another rule came; an end that had passed on arrival
 * leaves the landing test of the chain alone. Pure.
 */
export function selfTestDays(
  count: EpisodeCount,
  { from, onDays, atLanding }: Readonly<AntigenRule>,
  until: Date,
): AskedDay[] {
  const { endsAt, isElapsed } = planOf(count);
  if (isElapsed) return [];
  const { anchor: countedFrom, dayOneRule, foundAt, recounted } = count;
  const found = dayOf(foundAt);
  const told = dayOf(recounted ? latest(foundAt, recounted.at) : foundAt);
  // days are written so that they sort as they follow one another
  const first = told > from ? told : from;
  const last = endsAt < until ? dayOf(endsAt) : dayOf(until);
  const asked: AskedDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const number = dayNumberOn({ countedFrom, dayOneRule }, date);
    if (onDays.includes(number) || (atLanding && date === found)) asked.push({ date, number });
  }
  return asked;
}
