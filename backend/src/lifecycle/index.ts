export { act } from './act';
export type { ActRequest, ActResult, Fields } from './act-request';
export { setInList } from './act-update';
export {
  type Actor,
  areasOf,
  bareActor,
  type Grant,
  holdsRole,
  householdsOf,
  isOwn,
  isSystem,
  nameOf,
  type PersonActor,
  personOf,
  type SystemActor,
} from './actor';
export { allowedFilter, isAllowed, permittedActions } from './allowed';
export { countAsChanged } from './count-as-changed';
export { decideAnew } from './decide-anew';
export { canonicalText, fingerprintOf, inputHash } from './input-hash';
export { type LateFact, lateFactCollection } from './late-fact';
export { ofEveryRecord, withOnly } from './of-every-record';
export { ownRecords } from './own-records';
export { type NativeCollection, type Records, recordsIn } from './records';
export type { Condition } from './relations';
export { type Firing, fire, firingOf, timerAt, timerKind } from './timers';
export {
  type Assignment,
  type Beginning,
  beginRecord,
  type HistoryEntry,
  type Needs,
  type Receipt,
  receiptOf,
  type Tracked,
} from './tracked';
export { isUnknownOutcome, settleWithinMs, untilKnown } from './unknown-outcome';
