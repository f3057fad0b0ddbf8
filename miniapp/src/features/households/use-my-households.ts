import { myHouseholds } from '@grid-relief/shared-types/households/household.contract';
import { useRead } from '@/api';

/** Two days: whom to call, and whether somebody at home is in quarantine, are wanted without a network as well. */
const keepHours = 48;

/** The households I live in or speak for, last known state at once. */
export function useMyHouseholds({ enabled = true }: { readonly enabled?: boolean } = {}) {
  return useRead(myHouseholds, {}, { keepHours, enabled });
}
