import { useActingFor } from '@/api';
import { useMyHouseholds } from '@/features/households/use-my-households';

/** The duty phone of the grid worker of the household acted for. */
export function useGridPhone(): string | undefined {
  const household = useActingFor()?.household;
  const { data } = useMyHouseholds();
  return data?.items.find(({ id }) => id === household)?.gridPhone;
}
