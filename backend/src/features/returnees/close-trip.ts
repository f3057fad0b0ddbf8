import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { reports } from './returnees';
import { isTravellerOver } from './traveller';

/** A trip is over with the last of its people, also of those who went on under a new record (handbook 2.2). */
export async function closeTrip(deps: ReturneeDeps, county: string, report: string): Promise<void> {
  const stored = returneeRepository(deps.connection);
  const trip = await stored.trip(county, report);
  if (!trip) return;
  const people = await stored.ofTrips(county, [report]);
  // whoever goes on under a new record is one more
  if (people.length >= trip.detail.people && people.every(isTravellerOver)) await reports(deps).follow(trip, 'close');
}
