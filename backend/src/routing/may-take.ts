import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { PlaceTraits } from '../features/volunteers';
import type { Condition } from '../lifecycle';
import type { RoutingPolicy } from './policy';

/**
 * The hard filters that depend on the work, as a part of the write that takes it from the pool (handbook 4.2): no
 * relative where money is handled, and after a full day only what cannot wait. Skills, protection and loop are the
 * relation `eligible`; place, duty, health and contacts are the person's own. Pure.
 * @returns an empty condition for somebody who may take anything
 */
export function mayTake({ relatives, stats }: PlaceTraits, policy: RoutingPolicy, now: Date): Condition {
  const { perDay } = policy.rows.normal;
  const isFull = perDay !== undefined && stats.day === dayOf(now) && stats.doneToday >= perDay;
  const isNotOfFamily = {
    $nor: [{ household: { $in: [...relatives] }, 'detail.payMode': { $in: [...policy.cashModes] } }],
  };
  const urgent = policy.quickPriorities.map((name) => Number(name.slice(1)));
  const unlimited = [...policy.quickVariants, ...policy.errandVariants];
  const cannotWait = { $or: [{ priority: { $in: urgent } }, { variant: { $in: unlimited } }] };
  const parts = [...(relatives.length > 0 ? [isNotOfFamily] : []), ...(isFull ? [cannotWait] : [])];
  return parts.length > 1 ? { $and: parts } : (parts[0] ?? {});
}
