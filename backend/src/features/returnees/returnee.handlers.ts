import { type EntryHandler, handleByKind } from '../../tasks';
import { dropRequest } from './ask-for-code';
import { dropTransfer } from './ask-for-transfer';
import { callOffTrips, callOffWithLink } from './call-off-trips';
import type { Link } from './chain-link';
import { followLandingTest, followPositiveTracker } from './follow-positive';
import { nameHost } from './name-host';
import { followNotice } from './refused-notice';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { links, reports, trackers, travellers } from './returnees';
import { followTracker, followTrip, settleTraveller } from './settle';
import { spread } from './submit-returnees';

/** What the relay delivers of returnees: one entry for all that follows, and timers by kind. */
export interface ReturneeHandlers {
  readonly timers: Readonly<Record<'RETURNEE_REPORT' | 'TRAVELLER' | 'CHAIN_LINK' | 'HEALTH_TRACKER', EntryHandler>>;
  readonly returneeMoved: EntryHandler;
}

/** Every delivery reads the record as it is now; what has followed already follows no second time. */
export function returneeHandlers(deps: ReturneeDeps): ReturneeHandlers {
  const stored = returneeRepository(deps.connection);
  return {
    timers: {
      RETURNEE_REPORT: reports(deps).timer,
      TRAVELLER: travellers(deps).timer,
      CHAIN_LINK: links(deps).timer,
      HEALTH_TRACKER: trackers(deps).timer,
    },
    returneeMoved: handleByKind({
      async RETURNEE_REPORT({ county, _id }) {
        const trip = await stored.trip(county, _id);
        if (!trip) return;
        await spread(deps, trip);
        await nameHost(deps, trip);
        await followTrip(deps, trip);
      },
      async TRAVELLER({ county, _id }) {
        const traveller = await stored.byId(county, _id);
        // before the chain asks for a seat: nobody has two
        if (traveller) await callOffTrips(deps, traveller);
        await settleTraveller(deps, county, _id);
      },
      async CHAIN_LINK({ county, _id }) {
        const link: Link | null = await links(deps).byId(county, _id);
        if (!link) return;
        await dropRequest(deps, link);
        await followNotice(deps, link);
        await followLandingTest(deps, link);
        await dropTransfer(deps, link);
        await callOffWithLink(deps, link);
        await settleTraveller(deps, county, link.detail.traveller);
      },
      async HEALTH_TRACKER({ county, _id }) {
        const tracker = await stored.tracker(county, _id);
        if (!tracker) return;
        await followPositiveTracker(deps, tracker);
        await followTracker(deps, tracker);
      },
    }),
  };
}
