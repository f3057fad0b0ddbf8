import type { SpecialNeed } from '@grid-relief/shared-types/households/household.schema';
import { addDays, addHours, type Day, dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import type { SupplyGood } from '@grid-relief/shared-types/quarantine/supply.schema';
import type { Need } from './delivery-plan';

/** So many days one bringing of a good lasts (ours; what a household says itself goes before). */
const lastsDays: Readonly<Record<SupplyGood, number>> = {
  PARCEL: 3,
  MEDICINE: 14,
  INFANT: 3,
  DIABETIC: 7,
  SELF_TESTS: 5,
  YELLOW_BAGS: 7,
};
/** Before this hour of the Shanghai day it is needed (ours). */
const neededByHour = 18;
const soonHours = 24;
const notEnsuredHours = 8;
/** A day without any sign of life is a call (handbook 2.3). */
export const silentHours = 24;

/** When a good that is needed on a Shanghai day runs out. Pure. */
export const runsOutOn = (day: Day): Date => shanghaiInstant(day, neededByHour);

/**
 * The clocks of a household that comes into quarantine: the first parcel the next day, medicine when it is known to end,
 * and what its needs ask for. Pure (handbook 2.3).
 */
export function firstNeeds(
  now: Date,
  { needs, medicineRunsOut }: { readonly needs: readonly SpecialNeed[]; readonly medicineRunsOut?: Day | undefined },
): Need[] {
  const tomorrow = runsOutOn(addDays(dayOf(now), 1));
  const soon = (good: SupplyGood): Need => ({ good, runsOutAt: tomorrow });
  return [
    ...[soon('PARCEL'), soon('SELF_TESTS'), soon('YELLOW_BAGS')],
    ...(medicineRunsOut ? [{ good: 'MEDICINE' as const, runsOutAt: runsOutOn(medicineRunsOut) }] : []),
    ...(needs.includes('INFANT') ? [soon('INFANT')] : []),
    ...(needs.includes('DIABETIC') ? [soon('DIABETIC')] : []),
  ];
}

/** It has come: the clock of that good begins anew. Pure. */
export function brought(goods: readonly Need[], good: SupplyGood, now: Date): Need[] {
  const next = { good, runsOutAt: runsOutOn(addDays(dayOf(now), lastsDays[good])) };
  return [...goods.filter((one) => one.good !== good), next];
}

/** What runs out first. Pure. */
export function soonest(goods: readonly Need[]): Need | undefined {
  return [...goods].sort((a, b) => a.runsOutAt.getTime() - b.runsOutAt.getTime())[0];
}

/** When somebody hears that it runs out, and when it counts as not ensured. Pure. */
export const dueSoonAt = ({ runsOutAt }: Need): Date => addHours(runsOutAt, -soonHours);
export const notEnsuredAt = ({ runsOutAt }: Need): Date => addHours(runsOutAt, -notEnsuredHours);
