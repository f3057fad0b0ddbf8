import { recordIndexes } from './acting';
import { areaChangeCollection, areaMoveIndexes } from './features/area-changes';
import { areaIndexes } from './features/areas';
import { auditIndexes } from './features/audit';
import { codeRequestCollection } from './features/code-requests';
import { lateFactIndexes, ledgerIndexes } from './features/deliveries';
import { fileIndexes } from './features/files';
import { householdEventCollection } from './features/household-events';
import { householdIndexes } from './features/households';
import { identityIndexes, signInIndexes } from './features/identity';
import { investigationCollection } from './features/investigations';
import { announcementIndexes } from './features/live';
import { noticeIndexes } from './features/notices';
import { personMergeIndexes } from './features/person-merges';
import { pickupClaimIndexes } from './features/pickup-slots';
import { changeCollection, policyIndexes, policyMoveIndexes } from './features/policies';
import { refusalCollection } from './features/refusals';
import { screeningCollection, visitIndexes } from './features/screening';
import { doorEventIndexes, doorSensorCollection, doorWindowIndexes } from './features/sensors';
import { shopIndexes } from './features/shops';
import { siteIndexes } from './features/sites';
import { fleetIndexes, transferCollection } from './features/transfers';
import { volunteerIndexes } from './features/volunteers';
import { operationIndexes } from './http/operation-book';
import type { IndexPlan } from './platform/database';
import { dataKeyIndexes } from './platform/encryption';
import { taskIndexes } from './tasks';

/** Every collection's index plan; a new model file adds its own here (handbook 9). */
export const indexPlans: readonly IndexPlan[] = [
  announcementIndexes,
  areaIndexes,
  fileIndexes,
  lateFactIndexes,
  ledgerIndexes,
  operationIndexes,
  ...noticeIndexes,
  pickupClaimIndexes,
  shopIndexes,
  taskIndexes,
  volunteerIndexes,
  ...auditIndexes,
  ...householdIndexes,
  ...identityIndexes,
  ...signInIndexes,
  dataKeyIndexes,
  ...policyIndexes,
  recordIndexes('returnees'),
  recordIndexes('episodes'),
  ...policyMoveIndexes,
  recordIndexes(changeCollection),
  recordIndexes(areaChangeCollection),
  areaMoveIndexes,
  recordIndexes(codeRequestCollection),
  recordIndexes(investigationCollection),
  recordIndexes(refusalCollection),
  recordIndexes(householdEventCollection),
  personMergeIndexes,
  recordIndexes(transferCollection),
  fleetIndexes,
  ...siteIndexes,
  recordIndexes(doorSensorCollection),
  doorEventIndexes,
  doorWindowIndexes,
  recordIndexes(screeningCollection),
  visitIndexes,
];
