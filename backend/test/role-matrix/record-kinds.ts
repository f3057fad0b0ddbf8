import { areaChangeCollection } from '../../src/features/area-changes';
import { codeRequestCollection } from '../../src/features/code-requests';
import { householdEventCollection } from '../../src/features/household-events';
import { investigationCollection } from '../../src/features/investigations';
import { mergeCollection } from '../../src/features/person-merges';
import { changeCollection } from '../../src/features/policies';
import { refusalCollection } from '../../src/features/refusals';
import { returneeCollection } from '../../src/features/returnees';
import { doorSensorCollection } from '../../src/features/sensors';
import { roomCollection, siteCollection } from '../../src/features/sites';
import { transferCollection } from '../../src/features/transfers';
import { lateFactCollection } from '../../src/lifecycle';
import type { HomeKind } from './home-records';
import type { ReturneeKind } from './returnee-records';
import type { ScreeningKind } from './screening-records';

/** What has a lifecycle that people act on over HTTP. */
export type RecordKind =
  | ('DELIVERY' | 'RUN' | 'HANDOVER_LEG' | 'PICKUP_SLOT' | 'LATE_FACT' | 'POLICY_CHANGE' | 'AREA_CHANGE')
  | (ReturneeKind | QuarantineKind | ScreeningKind | HomeKind);
type QuarantineKind =
  | ('QUARANTINE_EPISODE' | 'DELIVERY_PLAN' | 'HEALTH_CODE_REQUEST' | 'INVESTIGATION' | 'REFUSAL')
  | 'PERSON_MERGE'
  | ('TRANSFER' | 'PASSENGER' | 'QUARANTINE_SITE' | 'ROOM' | 'DOOR_SENSOR' | 'SENSOR_ALERT');

const collections: Readonly<Partial<Record<RecordKind, string>>> = {
  LATE_FACT: lateFactCollection,
  POLICY_CHANGE: changeCollection,
  AREA_CHANGE: areaChangeCollection,
  RETURNEE_REPORT: returneeCollection,
  TRAVELLER: returneeCollection,
  HEALTH_TRACKER: returneeCollection,
  QUARANTINE_EPISODE: 'episodes',
  DELIVERY_PLAN: 'episodes',
  HEALTH_CODE_REQUEST: codeRequestCollection,
  INVESTIGATION: investigationCollection,
  REFUSAL: refusalCollection,
  HOUSEHOLD_EVENT: householdEventCollection,
  WELFARE_TASK: householdEventCollection,
  PERSON_MERGE: mergeCollection,
  SCREENING_CAMPAIGN: 'screenings',
  SCREENING_CALLBACK: 'screenings',
  HOUSEHOLD_VISIT: 'householdVisits',
  DOOR_SENSOR: doorSensorCollection,
  QUARANTINE_SITE: siteCollection,
  ROOM: roomCollection,
  TRANSFER: transferCollection,
  PASSENGER: transferCollection,
};
export const collectionOf = (kind: RecordKind) => collections[kind] ?? 'tasks';
export const allCollections: readonly string[] = [...new Set(['tasks', ...Object.values(collections)])];
