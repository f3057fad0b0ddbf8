import { lateFactLifecycle } from '@grid-relief/shared-types/lifecycles/late-fact.lifecycle';
import type { Lifecycle } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { deliveryPlanLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/delivery-plan.lifecycle';
import { doorSensorLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/door-sensor.lifecycle';
import { healthCodeRequestLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/health-code-request.lifecycle';
import { healthTrackerLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/health-tracker.lifecycle';
import { householdVisitLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/household-visit.lifecycle';
import { investigationLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/investigation.lifecycle';
import { passengerLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/passenger.lifecycle';
import { quarantineEpisodeLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { quarantineSiteLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-site.lifecycle';
import { refusalLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/refusal.lifecycle';
import { returneeReportLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/returnee-report.lifecycle';
import { roomLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/room.lifecycle';
import { screeningCallbackLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/screening-callback.lifecycle';
import { screeningCampaignLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/screening-campaign.lifecycle';
import { transferLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/transfer.lifecycle';
import { travellerLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/traveller.lifecycle';
import type { Deps, Feature } from '../feature';
import {
  type AreaChangeDeps,
  type AreaChangeHandlers,
  areaChangeHandlers,
  areaChangeRoutes,
  grantHolding,
  type KindOfWork,
  placeHolding,
  servingHolding,
  windowHolding,
  workHolding,
} from '../features/area-changes';
import { type AreaBook, areaRepository } from '../features/areas';
import { householdRepository } from '../features/households';
import { derivedId } from '../platform/ids';
import { taskMachines } from '../tasks';

/** Changes of the area tree with what the relay delivers for them. */
export interface OpenAreaChanges extends Feature {
  readonly handlers: AreaChangeHandlers;
}

type Kinds = Readonly<Record<string, Readonly<Record<string, Lifecycle>>>>;

/** Every record that has a lifecycle and lies in an area, by collection and kind; a new kind adds its line here. */
const kinds: Kinds = {
  tasks: taskMachines,
  lateFacts: { [lateFactLifecycle.name]: lateFactLifecycle },
  returnees: {
    RETURNEE_REPORT: returneeReportLifecycle,
    TRAVELLER: travellerLifecycle,
    HEALTH_TRACKER: healthTrackerLifecycle,
  },
  episodes: { QUARANTINE_EPISODE: quarantineEpisodeLifecycle, DELIVERY_PLAN: deliveryPlanLifecycle },
  codeRequests: { HEALTH_CODE_REQUEST: healthCodeRequestLifecycle },
  investigations: { INVESTIGATION: investigationLifecycle },
  refusals: { REFUSAL: refusalLifecycle },
  transfers: { TRANSFER: transferLifecycle, PASSENGER: passengerLifecycle },
  sites: { QUARANTINE_SITE: quarantineSiteLifecycle },
  rooms: { ROOM: roomLifecycle },
  doorSensors: { DOOR_SENSOR: doorSensorLifecycle },
  screenings: { SCREENING_CAMPAIGN: screeningCampaignLifecycle, SCREENING_CALLBACK: screeningCallbackLifecycle },
  householdVisits: { HOUSEHOLD_VISIT: householdVisitLifecycle },
};

/** One delivery must end within ten seconds. */
const legMs = 4_000;
/** A turn stays at the place it was given for: claims of that place are kept by its name. */
const staying: readonly string[] = ['PICKUP_SLOT'];

/** Kinds of work as a flat list. */
export const kindsOfWork: readonly KindOfWork[] = Object.entries(kinds).flatMap(([collection, machines]) =>
  Object.entries(machines).map(([kind, machine]) => ({
    ...{ collection, kind, machine },
    ...(staying.includes(kind) ? { stays: true as const } : {}),
  })),
);

/** What changes of the tree need of the other features. */
export function areaChangeDeps({ connection, now, vault, identity, audit }: Deps, book: AreaBook): AreaChangeDeps {
  const households = householdRepository(connection, vault);
  return {
    ...{ connection, now, areas: areaRepository(connection), refreshBook: book.refresh, work: kindsOfWork, legMs },
    waysOf: (area) => `${book.zoneOf(area)} ${book.fourClassOf(area, now())}`,
    cipherOf: (county) => vault.of(county, 'epidemic'),
    staffNames: async (county, ids) => {
      const known = await identity.open(county, ids);
      return new Map([...known].map(([id, { name }]) => [id, name]));
    },
    grants: identity.grants,
    homesIn: households.sizesIn,
    holdings: [
      grantHolding(identity.grants, recordExtension(audit)),
      ...[placeHolding(connection, 'volunteers'), placeHolding(connection, 'households')],
      ...[
        placeHolding(connection, 'fleet', false),
        placeHolding(connection, 'shops', false),
        servingHolding(connection),
      ],
      windowHolding(connection),
      ...kindsOfWork.filter(({ stays }) => !stays).map((kind) => workHolding(connection, kind)),
    ],
  };
}

function recordExtension(audit: Deps['audit']): Parameters<typeof grantHolding>[1] {
  return async ({ county, change, by: who, now: at }, record, { role, area: before }, area) => {
    const id = derivedId(county, change, 'extended', record, role, before, area);
    const use = { kind: 'person', record, did: 'extend', why: 'AREA_CHANGE', role: 'COUNTY_HEAD' };
    await audit.record({ id, county, at, who, ...use });
  };
}

/** Opens changes of the area tree. */
export function openAreaChanges(deps: Deps, book: AreaBook): OpenAreaChanges {
  const forChanges = areaChangeDeps(deps, book);
  return { routes: areaChangeRoutes(forChanges), handlers: areaChangeHandlers(forChanges) };
}
