import * as areas from './areas/area.contract';
import { areaChangeActions, areaChangeQueries } from './areas/area-change.contract';
import * as fourClass from './areas/four-class.contract';
import * as badges from './badges/badge.contract';
import type { Endpoint } from './contract';
import { deliveryQueries } from './deliveries/delivery.contract';
import { deliveryActions } from './deliveries/delivery-actions.contract';
import { handoverLegActions, handoverLegQueries } from './deliveries/handover-leg.contract';
import { lateFactActions, listLateFacts } from './deliveries/late-fact.contract';
import * as ledger from './deliveries/ledger.contract';
import { pickupSlotActions, pickupSlotQueries } from './deliveries/pickup-slot.contract';
import { registerQueries } from './deliveries/register.contract';
import { returnedGoods } from './deliveries/returned-goods.contract';
import { runActions, runQueries } from './deliveries/run.contract';
import * as files from './files/file.contract';
import { householdEventActions, householdEventQueries } from './household-events/household-event.contract';
import { welfareTaskActions, welfareTaskQueries } from './household-events/welfare-task.contract';
import * as households from './households/household.contract';
import * as identity from './identity/identity.contract';
import { investigationActions, investigationQueries } from './investigations/investigation.contract';
import * as notices from './notices/notice.contract';
import { personMergeActions, personMergeQueries } from './person-merges/person-merge.contract';
import { codeRequestActions, codeRequestQueries } from './quarantine/code-request.contract';
import { deliveryPlanActions } from './quarantine/delivery-plan.contract';
import { episodeActions, episodeQueries } from './quarantine/episode.contract';
import { policyQueries } from './quarantine/policy.contract';
import { policyChangeActions, policyChangeQueries } from './quarantine/policy-change.contract';
import { roomActions, siteActions, siteQueries } from './quarantine/site.contract';
import { refusalActions, refusalQueries } from './refusals/refusal.contract';
import { returneeQueries } from './returnees/returnee.contract';
import {
  chainLinkActions,
  healthTrackerActions,
  returneeReportActions,
  travellerActions,
} from './returnees/returnee-actions.contract';
import {
  householdVisitActions,
  screeningCallbackActions,
  screeningCampaignActions,
  screeningQueries,
} from './screening/screening.contract';
import { doorSensorActions, doorSensorQueries } from './sensors/door-sensor.contract';
import { sensorAlertActions, sensorAlertQueries } from './sensors/sensor-alert.contract';
import { takeSensorEvents } from './sensors/sensor-event.contract';
import * as shops from './shops/shop.contract';
import { passengerActions, transferActions, transferQueries } from './transfers/transfer.contract';
import { vehicleActions, vehicleQueries } from './transfers/vehicle.contract';
import * as volunteers from './volunteers/volunteer.contract';

/** The endpoints among what a contract file exports; schemas may stand beside them. */
function endpointsOf(contract: Readonly<Record<string, unknown>>): Endpoint[] {
  return Object.values(contract).filter(isEndpoint);
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value;
}

/**
 * Every contract of the product, by feature: what the API description shows, and what must be mounted before the server
 * starts. A feature appends its contract files here.
 */
export const endpointsByFeature: Readonly<Record<string, readonly Endpoint[]>> = {
  identity: endpointsOf(identity),
  areas: [...endpointsOf(areas), ...endpointsOf(fourClass)],
  households: endpointsOf(households),
  householdEvents: [...endpointsOf(householdEventQueries), ...endpointsOf(householdEventActions)],
  welfareTasks: [...endpointsOf(welfareTaskQueries), ...endpointsOf(welfareTaskActions)],
  deliveries: [
    ...endpointsOf(deliveryQueries),
    ...endpointsOf(deliveryActions),
    ...endpointsOf(registerQueries),
    ...endpointsOf(ledger),
    returnedGoods,
    listLateFacts,
    ...endpointsOf(lateFactActions),
  ],
  runs: [...endpointsOf(runQueries), ...endpointsOf(runActions)],
  handoverLegs: [...endpointsOf(handoverLegQueries), ...endpointsOf(handoverLegActions)],
  pickupSlots: [...endpointsOf(pickupSlotQueries), ...endpointsOf(pickupSlotActions)],
  volunteers: endpointsOf(volunteers),
  shops: endpointsOf(shops),
  files: endpointsOf(files),
  notices: endpointsOf(notices),
  badges: endpointsOf(badges),
  policies: endpointsOf(policyQueries),
  returnees: [
    ...endpointsOf(returneeQueries),
    ...endpointsOf(returneeReportActions),
    ...endpointsOf(travellerActions),
    ...endpointsOf(chainLinkActions),
    ...endpointsOf(healthTrackerActions),
  ],
  quarantineEpisodes: [
    ...endpointsOf(episodeQueries),
    ...endpointsOf(episodeActions),
    ...endpointsOf(deliveryPlanActions),
  ],
  policyChanges: [...endpointsOf(policyChangeQueries), ...endpointsOf(policyChangeActions)],
  areaChanges: [...endpointsOf(areaChangeQueries), ...endpointsOf(areaChangeActions)],
  codeRequests: [...endpointsOf(codeRequestQueries), ...endpointsOf(codeRequestActions)],
  refusals: [...endpointsOf(refusalQueries), ...endpointsOf(refusalActions)],
  personMerges: [...endpointsOf(personMergeQueries), ...endpointsOf(personMergeActions)],
  investigations: [...endpointsOf(investigationQueries), ...endpointsOf(investigationActions)],
  transfers: [...endpointsOf(transferQueries), ...endpointsOf(transferActions), ...endpointsOf(passengerActions)],
  vehicles: [...endpointsOf(vehicleQueries), ...endpointsOf(vehicleActions)],
  sites: [...endpointsOf(siteQueries), ...endpointsOf(siteActions), ...endpointsOf(roomActions)],
  sensors: [
    ...endpointsOf(doorSensorQueries),
    ...endpointsOf(doorSensorActions),
    ...endpointsOf(sensorAlertQueries),
    ...endpointsOf(sensorAlertActions),
    takeSensorEvents,
  ],
  screening: [
    ...endpointsOf(screeningQueries),
    ...endpointsOf(screeningCampaignActions),
    ...endpointsOf(householdVisitActions),
    ...endpointsOf(screeningCallbackActions),
  ],
};

/** The same as one list. */
export const allEndpoints: readonly Endpoint[] = Object.values(endpointsByFeature).flat();
