import { myHouseholds } from '@grid-relief/shared-types/households/household.contract';
import { useActingFor, useRead } from '@/api';

/** The duty phone of the grid worker of the household acted for. */
export function useGridPhone(): string | undefined {
  const household = useActingFor()?.household;
  const { data } = useRead(myHouseholds, {}, { keepHours: 48 });
  return data?.items.find(({ id }) => id === household)?.gridPhone;
}
