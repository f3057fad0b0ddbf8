import { ShopId } from '@grid-relief/shared-types/primitives/ids';
import type { Deps, Feature } from '../feature';
import type { AreaChangeHandlers } from '../features/area-changes';
import type { AreaBook } from '../features/areas';
import { deliveryFeature, perform, viewsFor } from '../features/deliveries';
import { batchingPolicy, type RunDeps, runFeature, runHandlers } from '../features/deliveries/runs';
import { type HandoverLegDeps, handoverLegHandlers, handoverLegRoutes, lateLegFacts } from '../features/handover-legs';
import { householdRepository } from '../features/households';
import type { NoticeFeature } from '../features/notices';
import { lateSlotFacts, pickupSlotHandlers, pickupSlotRoutes } from '../features/pickup-slots';
import type { PolicyHandlers } from '../features/policies';
import type { Beds, OpenEpisode } from '../features/quarantine';
import type { SensorDeps } from '../features/sensors';
import { shopRepository } from '../features/shops';
import { volunteerRepository, volunteerSeats } from '../features/volunteers';
import type { EntryHandlers } from '../outbox';
import { asRouteTask, candidateRows, routingHandlers, routingPolicy } from '../routing';
import { deliveryDeps } from './delivery-deps';
import { openLabels } from './labels';
import { pickupDeps } from './pickup-deps';
import type { PeopleOfPolicy } from './quarantine-concerned';
import { sensorWorkers } from './quarantine-sensors';
import { type QuarantineWiring, quarantineWork } from './quarantine-work';
import { relayWorker } from './relay-worker';
import { reservationSweep } from './reservation-sweep';
import { volunteerWork } from './volunteer-work';
import { workHandlers } from './work-handlers';

/** The features of work, and what the relay delivers for them. */
export interface Work {
  readonly features: readonly Feature[];
  readonly handlers: EntryHandlers;
  readonly openEpisode: OpenEpisode;
  /** Rooms of quarantine sites, for whoever sends people there. */
  readonly beds: Beds;
  readonly sensors: SensorDeps;
  /** Whom a change of policy moves. */
  readonly people: PeopleOfPolicy;
}

/** What is put together elsewhere; a test may put its own in the place of a feature. */
export interface Wired extends QuarantineWiring {
  readonly policies?: PolicyHandlers;
  readonly areaChanges?: AreaChangeHandlers;
}

/** Everything by which work finds people: requests, runs, volunteers, the router, and the relay that joins them. */
export function openWork(
  deps: Deps,
  book: AreaBook,
  notices: Pick<NoticeFeature, 'deliver' | 'withdraw'>,
  wired: Wired,
): Pick<Work, 'features' | 'people'> {
  const { features, handlers, people, sensors } = assembleWork(deps, book, notices, wired);
  const workers = [relayWorker(deps, handlers), reservationSweep(deps), ...sensorWorkers(deps, sensors)];
  return { features: [...features, { routes: [], workers }], people };
}

/**
 * The same without its workers: a test delivers by hand and says when.
 * @param wired what returnees and quarantines ask of features that are put together elsewhere
 */
export function assembleWork(
  deps: Deps,
  book: AreaBook,
  notices: Pick<NoticeFeature, 'deliver' | 'withdraw'>,
  wired: Wired,
): Work {
  const { connection, now } = deps;
  const volunteers = volunteerRepository(connection);
  const seats = volunteerSeats(connection);
  const labels = openLabels(deps, volunteers);
  const neighbours = (grid: string) => book.adjacentOf(grid as never); // the router's grids come from area ids
  const routing = { connection, volunteers, neighbours, policy: routingPolicy };
  const forDeliveries = deliveryDeps({ deps, book, labels, seats, routing, tell: notices.deliver });
  const forRuns = runDeps(deps, book, seats, forDeliveries);
  const runs = runHandlers(forRuns, (performance) => perform(forDeliveries, performance));
  const forLegs = legDeps(deps, book, { seats, labels, routing, forDeliveries });
  const legs = handoverLegHandlers(forLegs);
  const forPickups = pickupDeps(book, forDeliveries);
  const pickups = pickupSlotHandlers(forPickups);
  const {
    routes,
    handlers: ofQuarantine,
    lateFacts,
    invited,
    ...quarantine
  } = quarantineWork(deps, book, {
    ...{ forDeliveries, labels, wired },
  });
  const deliveries = deliveryFeature(forDeliveries, {
    HANDOVER_LEG: lateLegFacts(forLegs),
    PICKUP_SLOT: lateSlotFacts(forPickups),
    ...lateFacts,
  });
  const { feature: ofVolunteers, carrierIll } = volunteerWork(deps, book, { labels, forDeliveries, forRuns });
  const handlers = workHandlers({
    ...{ deliveries, runs, legs, pickups, seats, now, carrierIll },
    routing: routingHandlers({ ...routing, now, random: Math.random, openAreaOf: book.openAreaOf }),
    ...{ notice: notices.deliver, promptsEnd: notices.withdraw },
    ...ofQuarantine,
    ...(wired.policies ? { policies: wired.policies } : {}),
    ...(wired.areaChanges ? { areaChanges: wired.areaChanges } : {}),
  });
  const features = [
    { routes: deliveries.routes },
    runFeature(forRuns),
    { routes: handoverLegRoutes(forLegs) },
    { routes: pickupSlotRoutes(forPickups) },
    { routes, invited },
    ofVolunteers,
  ];
  return { features, handlers, ...quarantine };
}

function legDeps(
  { connection, now }: Deps,
  book: AreaBook,
  {
    seats,
    labels,
    routing,
    forDeliveries,
  }: Pick<HandoverLegDeps, 'seats'> & {
    readonly labels: Pick<HandoverLegDeps, 'labelsOf'>;
    readonly routing: Parameters<typeof candidateRows>[0];
    readonly forDeliveries: Parameters<typeof perform>[0];
  },
): HandoverLegDeps {
  return {
    ...{ connection, now, seats, areaName: book.areaName, pointOf: book.handoverPointOf, labelsOf: labels.labelsOf },
    insideFor: async (leg, at) => {
      const rows = await candidateRows(routing, leg.county, asRouteTask(leg), at);
      return rows.flatMap(({ candidate, ranked }) => (ranked ? [candidate.person] : []));
    },
    perform: (performance) => perform(forDeliveries, performance),
  };
}

function runDeps(
  deps: Deps,
  book: AreaBook,
  seats: RunDeps['seats'],
  deliveries: Parameters<typeof viewsFor>[0],
): RunDeps {
  const households = householdRepository(deps.connection, deps.vault);
  const shops = shopRepository(deps.connection);
  return {
    connection: deps.connection,
    now: deps.now,
    // in the demo a grid worker need not wait for the cut-off to see a run on its way
    batching: { ...batchingPolicy, earlyLock: deps.demo },
    seats,
    areaNames: book.areaNames,
    labelsOf: deliveries.labelsOf,
    doorCodes: households.doorCodes,
    presentDeliveries: (actor, list) => viewsFor(deliveries, actor, list),
    aislesOf: async (county, shop) => {
      const found = await shops.byId(county, ShopId.parse(shop));
      return [...new Set((found?.goods ?? []).map(({ aisle }) => aisle))];
    },
  };
}
