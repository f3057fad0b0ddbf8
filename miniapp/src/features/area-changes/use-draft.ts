import {
  areaChangeActions,
  getAreaChange,
  prepareAreaChange,
} from '@grid-relief/shared-types/areas/area-change.contract';
import { usePrepareChange } from '@/api';

/** Prepares a change of the area tree and opens it. */
export const useDraft = () =>
  usePrepareChange({
    ...{ prepare: prepareAreaChange, preview: areaChangeActions.preview, read: getAreaChange },
    page: '/packages/command/area-change/index',
  });
