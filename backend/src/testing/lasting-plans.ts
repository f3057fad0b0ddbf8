import { indexPlans } from '../index-plans';
import type { IndexPlan } from '../platform/database';

/**
 * The product's indexes, but nothing expires: the database clears out by the machine's clock, for which the spring of 2022
 * is long over, and would take what a test has just stored.
 */
export const lastingPlans: readonly IndexPlan[] = indexPlans.map(({ collection, indexes }) => ({
  collection,
  indexes: indexes.map(({ expireAfterSeconds: _never, ...index }) => index),
}));
