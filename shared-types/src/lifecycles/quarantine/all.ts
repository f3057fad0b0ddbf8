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
import { quarantineSiteLifecycle } from './quarantine-site.lifecycle';
import { refusalLifecycle } from './refusal.lifecycle';
import { returneeReportLifecycle } from './returnee-report.lifecycle';
import { roomLifecycle } from './room.lifecycle';
import { screeningCallbackLifecycle } from './screening-callback.lifecycle';
import { screeningCampaignLifecycle } from './screening-campaign.lifecycle';
import { sensorAlertLifecycle } from './sensor-alert.lifecycle';
import { transferLifecycle } from './transfer.lifecycle';
import { travellerLifecycle } from './traveller.lifecycle';
import { welfareTaskLifecycle } from './welfare-task.lifecycle';

/** The state machines of returnees and quarantine: part of `lifecycles/all.ts`. */
export const quarantineLifecycles: readonly Lifecycle[] = [
  returneeReportLifecycle,
  travellerLifecycle,
  chainLinkLifecycle,
  healthTrackerLifecycle,
  quarantineEpisodeLifecycle,
  deliveryPlanLifecycle,
  policyChangeLifecycle,
  areaChangeLifecycle,
  healthCodeRequestLifecycle,
  investigationLifecycle,
  refusalLifecycle,
  transferLifecycle,
  passengerLifecycle,
  quarantineSiteLifecycle,
  roomLifecycle,
  doorSensorLifecycle,
  sensorAlertLifecycle,
  screeningCampaignLifecycle,
  householdVisitLifecycle,
  screeningCallbackLifecycle,
  householdEventLifecycle,
  welfareTaskLifecycle,
  personMergeLifecycle,
];
