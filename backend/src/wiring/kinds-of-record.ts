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
import type { KindOfRecord } from '../acting';
import { taskMachines } from '../tasks';

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

/** The same as a flat list. */
export const kindsOfRecord: readonly KindOfRecord[] = Object.entries(kinds).flatMap(([collection, machines]) =>
  Object.entries(machines).map(([kind, machine]) => ({ collection, kind, machine })),
);

/** @throws where no such kind is listed */
export function kindOfRecord(wanted: string): KindOfRecord {
  const found = kindsOfRecord.find(({ kind }) => kind === wanted);
  if (!found) throw new Error(`${wanted} is no kind of record`);
  return found;
}
