import type { SpecialNeed } from '@grid-relief/shared-types/households/household.schema';
import { atDoorNeeds } from '../deliveries';
import type { PickupSlot } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';

/** Whether the household of a slot is one that does not come: as known now, or as said with the request (handbook 4.9). */
export async function goesToDoor(deps: PickupSlotDeps, { county, household, detail }: PickupSlot): Promise<boolean> {
  const [facts, said] = await Promise.all([
    deps.householdFacts(county, household),
    deps.neededWith(county, detail.said),
  ]);
  const needs: readonly SpecialNeed[] = [...said, ...(facts?.needs ?? [])];
  return facts?.inQuarantine === true || needs.some((need) => atDoorNeeds.includes(need));
}
