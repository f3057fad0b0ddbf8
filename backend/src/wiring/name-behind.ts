import { nameParties, namePartiesAbout } from '../acting';
import type { Deps } from '../feature';
import type { ReturneeDeps } from '../features/returnees';
import { transferRepository } from '../features/transfers';
import { kindOfRecord } from './kinds-of-record';

/** What is about somebody who comes, and takes over whom their record names; a new kind adds its word here. */
const ofTraveller = ['HEALTH_TRACKER', 'HEALTH_CODE_REQUEST', 'PASSENGER'].map(kindOfRecord);
const episodes = kindOfRecord('QUARANTINE_EPISODE');
const clocks = kindOfRecord('DELIVERY_PLAN');
const trips = kindOfRecord('TRANSFER');

/** How whoever came to be named by somebody's record is named by what their chain has opened, and by what that has opened. */
export function nameBehind({ connection, now }: Pick<Deps, 'connection' | 'now'>): ReturneeDeps['nameBehind'] {
  return async ({ county, _id, parties = [] }) => {
    const whose = { county, parties, now: now() };
    for (const kind of ofTraveller) await namePartiesAbout(connection, kind, { ...whose, about: [_id] });
    const about = await namePartiesAbout(connection, episodes, { ...whose, about: [_id] });
    if (about.length > 0) await namePartiesAbout(connection, clocks, { ...whose, about });
    const stored = transferRepository(connection);
    const seats = await stored.openPassengersOf(county, [_id]);
    if (seats.length === 0) return;
    const rides = await stored.byIds(county, [...new Set(seats.map(({ detail }) => detail.trip))]);
    for (const ride of rides) await nameParties(connection, trips, ride, whose);
  };
}
