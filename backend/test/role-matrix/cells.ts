import { areaChangeActions } from '@grid-relief/shared-types/areas/area-change.contract';
import type { Endpoint } from '@grid-relief/shared-types/contract';
import { deliveryActions } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { handoverLegActions } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { lateFactActions } from '@grid-relief/shared-types/deliveries/late-fact.contract';
import { pickupSlotActions } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import { householdEventActions } from '@grid-relief/shared-types/household-events/household-event.contract';
import { welfareTaskActions } from '@grid-relief/shared-types/household-events/welfare-task.contract';
import { investigationActions } from '@grid-relief/shared-types/investigations/investigation.contract';
import type { ActionRule, Lifecycle } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { personMergeActions } from '@grid-relief/shared-types/person-merges/person-merge.contract';
import { codeRequestActions } from '@grid-relief/shared-types/quarantine/code-request.contract';
import { deliveryPlanActions } from '@grid-relief/shared-types/quarantine/delivery-plan.contract';
import { episodeActions } from '@grid-relief/shared-types/quarantine/episode.contract';
import { policyChangeActions } from '@grid-relief/shared-types/quarantine/policy-change.contract';
import { roomActions, siteActions } from '@grid-relief/shared-types/quarantine/site.contract';
import { refusalActions } from '@grid-relief/shared-types/refusals/refusal.contract';
import {
  chainLinkActions,
  healthTrackerActions,
  returneeReportActions,
  travellerActions,
} from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import type { Role } from '@grid-relief/shared-types/roles';
import {
  householdVisitActions,
  screeningCallbackActions,
  screeningCampaignActions,
} from '@grid-relief/shared-types/screening/screening.contract';
import { doorSensorActions } from '@grid-relief/shared-types/sensors/door-sensor.contract';
import { sensorAlertActions } from '@grid-relief/shared-types/sensors/sensor-alert.contract';
import { passengerActions, transferActions } from '@grid-relief/shared-types/transfers/transfer.contract';
import { vehicleActions } from '@grid-relief/shared-types/transfers/vehicle.contract';
import type { TestApp } from '../../src/testing/test-app';
import { type Json, sampleRequest } from '../bad-input/sample-input';
import { areaBody } from './area-records';
import { caseBody } from './case-record';
import { aRecord, type Cast, type Player, pickupCode, type RecordKind } from './cast';
import { homeBody } from './home-records';
import { mergeBody } from './merge-record';
import { quarantineBody } from './quarantine-record';
import { returneeBody } from './returnee-records';
import { screeningBody } from './screening-records';
import { sensorBody } from './sensor-records';
import { transferBody } from './transfer-records';
import { isWritten } from './who-may';

/** One action that a person can take over HTTP. */
export interface Move {
  readonly kind: RecordKind;
  readonly action: string;
  readonly endpoint: Endpoint;
  readonly machine: Lifecycle;
  /** As the table stood when the tests began: where to start from, also while the table is damaged. */
  readonly rule: ActionRule<string>;
}

function movesOf(kind: Move['kind'], endpoints: Readonly<Record<string, Endpoint>>): Move[] {
  return Object.values(endpoints).flatMap((endpoint) => {
    const { access } = endpoint;
    if (typeof access === 'string' || !('machine' in access)) return [];
    const rule = access.machine.actions[access.action];
    return rule
      ? [{ kind, action: access.action, endpoint, machine: access.machine, rule: structuredClone(rule) }]
      : [];
  });
}

export const moves: readonly Move[] = [
  ...movesOf('DELIVERY', deliveryActions),
  ...movesOf('RUN', runActions),
  ...movesOf('HANDOVER_LEG', handoverLegActions),
  ...movesOf('PICKUP_SLOT', pickupSlotActions),
  ...movesOf('LATE_FACT', lateFactActions),
  ...movesOf('POLICY_CHANGE', policyChangeActions),
  ...movesOf('AREA_CHANGE', areaChangeActions),
  ...movesOf('RETURNEE_REPORT', returneeReportActions),
  ...movesOf('TRAVELLER', travellerActions),
  ...movesOf('CHAIN_LINK', chainLinkActions),
  ...movesOf('HEALTH_TRACKER', healthTrackerActions),
  ...movesOf('QUARANTINE_EPISODE', episodeActions),
  ...movesOf('DELIVERY_PLAN', deliveryPlanActions),
  ...movesOf('HEALTH_CODE_REQUEST', codeRequestActions),
  ...movesOf('INVESTIGATION', investigationActions),
  ...movesOf('REFUSAL', refusalActions),
  ...movesOf('HOUSEHOLD_EVENT', householdEventActions),
  ...movesOf('WELFARE_TASK', welfareTaskActions),
  ...movesOf('PERSON_MERGE', personMergeActions),
  ...movesOf('TRANSFER', transferActions),
  ...movesOf('PASSENGER', passengerActions),
  ...movesOf('VEHICLE', vehicleActions),
  ...movesOf('QUARANTINE_SITE', siteActions),
  ...movesOf('ROOM', roomActions),
  ...movesOf('DOOR_SENSOR', doorSensorActions),
  ...movesOf('SENSOR_ALERT', sensorAlertActions),
  ...movesOf('SCREENING_CAMPAIGN', screeningCampaignActions),
  ...movesOf('HOUSEHOLD_VISIT', householdVisitActions),
  ...movesOf('SCREENING_CALLBACK', screeningCallbackActions),
];

/** What is written down by hand of this player: neither the table nor the code that reads it is asked. */
export function mayMove({ machine, action }: Move, { stands }: Player): boolean {
  return isWritten(machine.name, action, stands);
}

/** Who knows of a record of this kind and may do nothing to it. */
const readersOnly: Readonly<Partial<Record<RecordKind, Role>>> = { POLICY_CHANGE: 'CDC_INVESTIGATOR' };

/** Whether this player must not even learn that such a record exists. */
export function isHidden({ kind }: Move, { stranger, stands }: Player): boolean {
  if (kind === 'INVESTIGATION') return !stands.some(([role]) => role === 'CDC_INVESTIGATOR');
  return stranger && !stands.some(([role]) => role === readersOnly[kind]);
}

const usualVariant: Readonly<Partial<Record<RecordKind, string>>> = { CHAIN_LINK: 'NOTICE', TRANSFER: 'RETURNEE' };

export const variantOf = ({ rule, kind, action }: Move): string =>
  ['QUARANTINE_EPISODE', 'INVESTIGATION', 'HOUSEHOLD_EVENT', 'PERSON_MERGE'].includes(kind)
    ? action
    : (rule.variants?.[0] ?? usualVariant[kind] ?? 'GROCERY');

/** A body the contract accepts, naming people and lines that exist; `revision` as a new record has it. */
export function bodyFor(app: TestApp, cast: Cast, { endpoint, rule, kind, action }: Move): Json {
  const sample = sampleRequest(endpoint, app.anId, false).body ?? {};
  return {
    ...sample,
    ...('to' in sample ? { to: cast.by('volunteer here').id } : {}),
    ...(rule.needs?.includes('revision') ? { revision: 0 } : {}),
    ...('into' in sample && cast.open ? { into: cast.open } : {}),
    ...(endpoint.name === 'pickupSlotPickUp' ? { code: pickupCode } : {}),
    ...('named' in sample ? { named: [] } : {}),
    ...('plannedArrival' in sample
      ? { plannedArrival: new Date(app.clock.now().getTime() + 24 * 3_600_000).toISOString() }
      : {}),
    ...('line' in sample ? { line: 'eggs' } : {}),
    ...('outcome' in sample ? { outcome: 'FOUND' } : {}),
    // the float of the sample run goes along
    ...(endpoint.name === 'runHandOver' ? { cashFen: 900 } : {}),
    ...('offeredPriceFen' in sample ? { offeredPriceFen: 950 } : {}),
    ...(['deliveryAskHandover', 'runHandOver'].includes(endpoint.name) ? { photo: app.anId() } : {}),
    ...(endpoint.name === 'deliveryPurchase' ? { lines: [{ line: 'eggs', outcome: 'FOUND', actualFen: 900 }] } : {}),
    ...(kind === 'QUARANTINE_EPISODE' ? quarantineBody(app, action) : {}),
    ...caseBody(app, kind, action),
    ...areaBody(app, kind, action),
    ...homeBody(kind, action),
    ...mergeBody(kind, action),
    ...sensorBody(cast, kind, action),
    ...returneeBody(app, kind, action),
    ...transferBody(app, cast, kind, action),
    ...screeningBody(app, cast, kind, action),
  };
}

/** A fresh record on which only the table decides about this move. */
export function recordFor(app: TestApp, cast: Cast, move: Move, state: string, variant = variantOf(move)) {
  const record = aRecord(app, cast, move.kind, state, variant);
  const change = changes[`${move.kind} ${move.action}`];
  const free = isHeldByNobody(move) ? { ...record, assignment: { excluded: [], rung: 0 } } : record;
  return change ? { ...free, detail: change(Object(record).detail, cast) } : free;
}

/** What is done only while nobody holds the record, or is asked to: nobody stands to it as they would. */
export const isHeldByNobody = ({ kind, action }: Move): boolean => kind === 'RUN' && action === 'takeCash';

/** What a record must be like beside its state. */
const changes: Readonly<Record<string, (detail: Json, cast: Cast) => Json>> = {
  // two carriers counted differently
  'RUN agreeCash': (detail, cast) => ({
    ...detail,
    handoverCash: { from: cast.by('holder').id, heldFen: 9000, statedFen: 900, countedFen: 800, floatFen: 1_000_000 },
  }),
  // nobody dissolves a run whose cash is out
  'RUN dissolve': ({ handoverCash: _none, ...detail }) => ({ ...detail, floatFen: 0 }),
  // a turn is given up only while no bag stands on its number
  'PICKUP_SLOT cancel': ({ bagAt: _none, ...detail }) => detail,
  // what nobody has cannot come back
  'DELIVERY returnCustody': (detail) => ({
    ...detail,
    custody: {
      items: ['MEDICAL_CARD'],
      takenBy: detail.askedBy,
      heldBy: detail.askedBy,
      takenAt: new Date(0),
      told: 0,
    },
  }),
  // a register is for four-class medicine
  'DELIVERY giveRegister': ({ lines, ...detail }) => ({
    ...detail,
    lines: [lines].flat().map((line) => ({ ...Object(line), controlledFour: true })),
  }),
};
