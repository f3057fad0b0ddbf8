import { getPolicyChange } from '@grid-relief/shared-types/quarantine/policy-change.contract';
import type { PolicyChangeView } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import { useDecide as useDecideOn } from '@/api';

/** Decides about a change of policy as it was seen. */
export const useDecide = (change: PolicyChangeView) => useDecideOn(getPolicyChange, change);
