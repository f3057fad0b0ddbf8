import { getPolicySet, listPolicySets } from '@grid-relief/shared-types/quarantine/policy.contract';
import type { PolicyChangeView } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import { FailedRead, useRead } from '@/api';
import { Skeleton } from '@/ui';
import { PolicyTable } from './policy-table';

/** So many sets a county knows at most. */
export const mostSets = 100;

/** What a stored set asks of each category: phases, days, test days. */
export function SetInWords({ id }: { readonly id: string }) {
  const { data, problem, isLoading, refresh } = useRead(getPolicySet, { params: { id } });
  if (isLoading) return <Skeleton rows={1} height={240} />;
  if (data === undefined) return <FailedRead of={{ problem, refresh }} />;
  return <PolicyTable set={data.set} />;
}

/** The same of the set that a change brings; nothing while it is stored nowhere yet. */
export function WantedSet({ set }: { readonly set: NonNullable<PolicyChangeView['set']> }) {
  const { data, problem, refresh } = useRead(listPolicySets, { query: { limit: mostSets } });
  if (data === undefined) return <FailedRead of={{ problem, refresh }} />;
  const found = data.items.find(({ code, version }) => code === set.code && version === set.version);
  return found ? <SetInWords id={found.id} /> : null;
}
