import { recordIndexes } from '../../acting';
import { indexPlan } from '../../platform/database';
import { bedClaimCollection } from './bed-claim.repository';
import { roomCollection } from './room';
import { siteCollection } from './site';

const where = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });

/** Sites by area; rooms by site, by whom they are kept for, and by who lives in them; beds that were promised, by age. */
export const siteIndexes = [
  recordIndexes(siteCollection),
  recordIndexes(roomCollection),
  indexPlan(roomCollection, [
    { key: { county: 1, 'detail.heldFor': 1 }, ...where('detail.heldFor') },
    { key: { county: 1, 'detail.person': 1 }, ...where('detail.person') },
  ]),
  indexPlan(bedClaimCollection, [{ key: { at: 1 } }]),
];
