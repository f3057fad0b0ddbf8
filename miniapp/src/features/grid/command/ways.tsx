import type { ReactNode } from 'react';
import { QuarantineDeskEntry } from '@/features/quarantine/desk-entry';
import { useText } from '@/text';
import { commandText } from '@/text/command';
import { type IconName, WayCard } from '@/ui';

export type Holds = (roles: readonly string[]) => boolean;
type Key = keyof typeof commandText.zh;

/** One way from the desk: whose it is, where to, and in which words. */
interface Way {
  readonly roles: readonly string[];
  readonly icon: IconName;
  readonly title: Key;
  readonly note: Key;
  readonly page: string;
}

const dispatchers = ['TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'];
const investigators = ['CDC_INVESTIGATOR'];
const keepers = ['STORE_KEEPER'];
export const quarantineRoles: readonly string[] = ['DOCTOR', 'TOWNSHIP_DISPATCHER', 'SAMPLER', 'LAB', 'SITE_MANAGER'];

function way(roles: readonly string[], icon: IconName, title: Key, note: Key, page: string): Way {
  return { roles, icon, title, note, page: `/packages/${page}/index` };
}

const beforeQuarantine: readonly Way[] = [
  way(['DOCTOR'], 'pill', 'doctor', 'doctor-note', 'command/doctor'),
  way(['DOCTOR', ...dispatchers], 'pill', 'four-class', 'four-class-note', 'command/four-class'),
];
const afterQuarantine: readonly Way[] = [
  way(['COUNTY_DISPATCHER', 'COUNTY_HEAD', 'TRANSFER_DESK'], 'building', 'sites', 'sites-note', 'command/sites'),
  way(['SITE_MANAGER', 'SAMPLER'], 'building', 'site', 'site-note', 'command/site'),
  way(
    ['COMMUNITY_WORKER', 'VILLAGE_SECRETARY', 'CODE_CLERK', 'TOWNSHIP_DISPATCHER', 'COUNTY_HEAD'],
    'shield',
    'codes',
    'codes-note',
    'command/codes',
  ),
  way(dispatchers, 'door', 'doors', 'doors-note', 'grid/door-alerts'),
  way(
    ['VILLAGE_SECRETARY', 'DOCTOR', 'POLICE', 'TOWNSHIP_DISPATCHER'],
    'message',
    'refusals',
    'refusals-note',
    'grid/refusals',
  ),
  way(['GRID_LEADER', 'TOWNSHIP_DISPATCHER'], 'home', 'home-events', 'home-events-note', 'grid/home-events'),
  way(['TOWNSHIP_DISPATCHER', ...investigators], 'people', 'merges', 'merges-note', 'grid/merges'),
  way(investigators, 'search', 'cases', 'cases-note', 'command/cases'),
  way(['SCREENER'], 'door', 'my-doors', 'my-doors-note', 'screening/doors'),
  way(['GRID_LEADER', ...dispatchers], 'building', 'screening', 'screening-note', 'screening/campaigns'),
  way(
    ['TRANSFER_DESK', ...dispatchers, 'DRIVER', 'ESCORT', 'SITE_MANAGER'],
    'car',
    'transfers',
    'transfers-note',
    'transfer/desk',
  ),
  way(keepers, 'box', 'returned', 'returned-note', 'command/returns'),
  way(keepers, 'door', 'sensor-stock', 'sensor-stock-note', 'grid/door-sensors'),
  way(investigators, 'warning', 'exposed', 'exposed-note', 'command/exposed'),
  way(['COUNTY_DISPATCHER', 'COUNTY_HEAD', 'CDC_INVESTIGATOR'], 'shield', 'policy', 'policy-note', 'command/policy'),
  way(['COUNTY_DISPATCHER', 'COUNTY_HEAD'], 'swap', 'areas', 'areas-note', 'command/areas'),
];

/** Whom the desk has a way for. */
export const wayRoles: readonly string[] = [...beforeQuarantine, ...afterQuarantine].flatMap(({ roles }) => roles);

/** The ways to everything that has a page of its own: each to whom it answers. */
export function Ways({ holds }: { readonly holds: Holds }): ReactNode {
  const t = useText(commandText);
  const cards = (ways: readonly Way[]) =>
    ways
      .filter(({ roles }) => holds(roles))
      // none of these words takes values
      .map(({ icon, title, note, page }) => (
        <WayCard key={page} icon={icon} title={t(title as 'codes')} note={t(note as 'codes')} page={page} />
      ));
  return (
    <>
      {cards(beforeQuarantine)}
      {holds(quarantineRoles) && <QuarantineDeskEntry />}
      {cards(afterQuarantine)}
    </>
  );
}
