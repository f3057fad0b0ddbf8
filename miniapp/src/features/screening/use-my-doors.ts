import { myDoors } from '@grid-relief/shared-types/screening/screening.contract';
import { useMayAsk, useReadPages } from '@/api';

/** A day's doors fit into one page. */
const pageSize = 100;
/** As long as somebody goes from door to door, also in cellars and yards without a network. Hours. */
const workingDay = 14;

/** My doors; the first page stays on the phone for a working day. */
export function useMyDoors() {
  const enabled = useMayAsk(myDoors);
  return useReadPages(myDoors, { query: { limit: pageSize } }, { everySeconds: 60, keepHours: workingDay, enabled });
}
