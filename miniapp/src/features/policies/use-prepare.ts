import {
  getPolicyChange,
  policyChangeActions,
  preparePolicyChange,
} from '@grid-relief/shared-types/quarantine/policy-change.contract';
import { usePrepareChange } from '@/api';

/** Prepares a change of policy and opens it. */
export const usePrepare = () =>
  usePrepareChange({
    ...{ prepare: preparePolicyChange, preview: policyChangeActions.preview, read: getPolicyChange },
    page: '/packages/command/policy-change/index',
  });
