import type { Lifecycle } from '../lifecycle';
import { areaChangeLifecycle } from './area-change.lifecycle';
import { chainLinkLifecycle } from './chain-link.lifecycle';
import { deliveryPlanLifecycle } from './delivery-plan.lifecycle';
import { doorSensorLifecycle } from './door-sensor.lifecycle';
import { healthCodeRequestLifecycle } from './health-code-request.lifecycle';
import { healthTrackerLifecycle } from './health-tracker.lifecycle';
import { householdEventLifecycle } from './household-event.lifecycle';
import { householdVisitLifecycle } from './household-visit.lifecycle';
import { investigationLifecycle } from './investigation.lifecycle';
import { passengerLifecycle } from './passenger.lifecycle';
import { personMergeLifecycle } from './person-merge.lifecycle';
import { policyChangeLifecycle } from './policy-change.lifecycle';
import { quarantineEpisodeLifecycle } from './quarantine-episode.lifecycle';
import { refusalLifecycle } from './refusal.lifecycle';
import { returneeReportLifecycle } from './returnee-report.lifecycle';
import { roomLifecycle } from './room.lifecycle';
import { screeningCampaignLifecycle } from './screening-campaign.lifecycle';
import { sensorAlertLifecycle } from './sensor-alert.lifecycle';
import { transferLifecycle } from './transfer.lifecycle';
import { travellerLifecycle } from './traveller.lifecycle';
import { welfareTaskLifecycle } from './welfare-task.lifecycle';

/**
 * The state machines of returnees and quarantine that no record of the server follows yet: read by the graph check and the
 * diagrams. A machine moves to the list of `lifecycles/all.ts` together with its routes.
 */
export const quarantineLifecycles: readonly Lifecycle[] = [
  doorSensorLifecycle,
  sensorAlertLifecycle,
  transferLifecycle,
  passengerLifecycle,
  healthCodeRequestLifecycle,
  roomLifecycle,
  screeningCampaignLifecycle,
  householdVisitLifecycle,
  refusalLifecycle,
  investigationLifecycle,
  householdEventLifecycle,
  welfareTaskLifecycle,
  policyChangeLifecycle,
  personMergeLifecycle,
  areaChangeLifecycle,
];

/** All of them, with those that have routes: read against the handbook, action by action and arrow by arrow. */
export const handbookLifecycles: readonly Lifecycle[] = [
  ...quarantineLifecycles,
  returneeReportLifecycle,
  travellerLifecycle,
  chainLinkLifecycle,
  healthTrackerLifecycle,
  quarantineEpisodeLifecycle,
  deliveryPlanLifecycle,
];
