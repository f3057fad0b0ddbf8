import { areaIndexes } from './features/areas';
import { shopIndexes } from './features/shops';
import type { IndexPlan } from './platform/database';

/** Every collection's index plan; a new model file adds its own here (handbook 9). */
export const indexPlans: readonly IndexPlan[] = [areaIndexes, shopIndexes];
