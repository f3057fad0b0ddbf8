import { lateFactCollection } from '../../../lifecycle';
import { relayIndex } from '../../../outbox/collections';
import { indexPlan } from '../../../platform/database';

/** The engine writes them; they are asked for by place, by the record they were meant for, and by what is due. */
export const lateFactIndexes = indexPlan(lateFactCollection, [
  { key: { county: 1, scope: 1, state: 1 } },
  { key: { county: 1, 'fact.record': 1 } },
  relayIndex,
]);
