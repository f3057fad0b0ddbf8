export { type OutboxCollection, outboxCollections, relayIndex } from './collections';
export type { DeliveryContext, EntryHandler, EntryHandlers } from './deliver';
export {
  conditionFilter,
  type EntryCondition,
  earliestDue,
  entriesOf,
  type NewEntry,
  type OutboxEntry,
  outboxOf,
  type ParkedEntry,
  type RelayMark,
  stillMeans,
  type WithOutbox,
} from './entry';
export { measureLag, measureOutboxes, type OutboxGauge, replayParked } from './gauges';
export { outboxRecords } from './records';
export { type Relay, type RelayOptions, startRelay } from './relay';
