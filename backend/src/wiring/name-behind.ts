import { deliveryPlanLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/delivery-plan.lifecycle';
import { healthCodeRequestLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/health-code-request.lifecycle';
import { healthTrackerLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/health-tracker.lifecycle';
import { passengerLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/passenger.lifecycle';
import { quarantineEpisodeLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { transferLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/transfer.lifecycle';
import { type KindOfRecord, nameParties, namePartiesAbout } from '../acting';
import type { Deps } from '../feature';
import { codeRequestCollection } from '../features/code-requests';
import { type ReturneeDeps, returneeCollection } from '../features/returnees';
import { transferCollection, transferRepository } from '../features/transfers';

const episodes: KindOfRecord = {
  collection: 'episodes',
  kind: 'QUARANTINE_EPISODE',
  machine: quarantineEpisodeLifecycle,
};
/** What is about somebody who comes, and takes over whom their record names; a new kind adds its line here. */
const ofTraveller: readonly KindOfRecord[] = [
  { collection: returneeCollection, kind: 'HEALTH_TRACKER', machine: healthTrackerLifecycle },
  { collection: codeRequestCollection, kind: 'HEALTH_CODE_REQUEST', machine: healthCodeRequestLifecycle },
  { collection: transferCollection, kind: 'PASSENGER', machine: passengerLifecycle },
];
const clocks: KindOfRecord = { collection: 'episodes', kind: 'DELIVERY_PLAN', machine: deliveryPlanLifecycle };
const trips: KindOfRecord = { collection: transferCollection, kind: 'TRANSFER', machine: transferLifecycle };

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
