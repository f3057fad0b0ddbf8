export { type OutboxCollection, outboxCollections, relayIndex } from './collections';
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
