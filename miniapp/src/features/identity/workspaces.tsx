import type { Me } from '@grid-relief/shared-types/identity/identity.schema';
import { useMe } from '@/api';
import { homePage } from '@/platform';
import { useText } from '@/text';
import { identityText } from '@/text/identity';
import { type IconName, RoleBar } from '@/ui';

export type Workspace = Me['workspaces'][number];

/** The first page of each workspace and its sign. A workspace stands here once its pages do. */
export const workspacePages: Partial<Record<Workspace, { readonly page: string; readonly icon: IconName }>> = {
  resident: { page: homePage, icon: 'home' },
  volunteer: { page: '/packages/volunteer/home/index', icon: 'bike' },
  grid: { page: '/packages/grid/home/index', icon: 'list' },
  command: { page: '/packages/command/home/index', icon: 'chart' },
};

/**
 * Switches between the workspaces a person has; draws nothing for whoever has one only and is there. Whoever is elsewhere,
 * by an old link or because a role has ended, is shown the way out.
 */
export function WorkspaceBar({ here }: { readonly here: Workspace }) {
  const t = useText(identityText);
  const offered = useMe()?.workspaces ?? [];
  const known: readonly Workspace[] = offered.includes('resident') ? offered : [...offered, 'resident'];
  const tabs = known.flatMap((name) => {
    const found = workspacePages[name];
    return found === undefined ? [] : [{ ...found, label: t(name) }];
  });
  return tabs.length < 2 && known.includes(here) ? null : (
    <RoleBar tabs={tabs} here={workspacePages[here]?.page ?? homePage} />
  );
}
