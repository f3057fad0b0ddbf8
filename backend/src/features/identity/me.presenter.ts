import type { Me } from '@grid-relief/shared-types/identity/identity.schema';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { HouseholdId, PersonId } from '@grid-relief/shared-types/primitives/ids';
import type { Role } from '@grid-relief/shared-types/roles';
import { maskPhone } from '../../masks';
import type { AccountRecord, ProxyRelation, StoredGrant, StoredHousehold } from './identity.record';
import type { OpenPerson } from './people.repository';

type Workspace = Me['workspaces'][number];

const volunteerRoles: readonly Role[] = ['VOLUNTEER', 'TEAM_LEADER'];
const commandRoles: readonly Role[] = [
  'TOWNSHIP_DISPATCHER',
  'COUNTY_DISPATCHER',
  'COUNTY_HEAD',
  'ADMIN',
  'AUDITOR',
  'COMMUNITY_CASHIER',
  'STORE_KEEPER',
  'DOCTOR',
  'CHECKPOINT_OFFICER',
  'SCREENER',
  'CDC_INVESTIGATOR',
  'SAMPLER',
  'LAB',
  'SITE_MANAGER',
  'COMMUNITY_WORKER',
  'VILLAGE_SECRETARY',
  'CODE_CLERK',
  'POLICE',
  'TRANSFER_DESK',
  'DRIVER',
  'ESCORT',
];
/** Only whom the pages of the grid answer; others would meet a wall of refusals there. A captain begins with doors. */
const gridRoles: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER', 'BUILDING_CAPTAIN'];

/** How the household spoken for is called by the one who speaks: a child says "my parents' home". */
const homes: Readonly<Record<ProxyRelation, string>> = {
  CHILD: '父母家',
  PARENT: '孩子家',
  SPOUSE: '爱人家',
  RELATIVE: '亲戚家',
  NEIGHBOUR: '邻居家',
  FRIEND: '朋友家',
};

/** The signed-in person as the app draws it. Grants that have ended are not in it. */
export function presentMe(account: AccountRecord, person: OpenPerson, now: Date): Me {
  const grants = account.grants.filter(({ until }) => !until || until > now);
  return {
    // stored ids passed their schema when they were made
    person: account._id as PersonId,
    county: account.county,
    name: person.name,
    phoneMasked: maskPhone(person.phone),
    grants: grants.map(presentGrant),
    households: account.households.map(presentHousehold),
    workspaces: workspacesOf(grants),
  };
}

function presentGrant({ role, area, team, until }: StoredGrant): Me['grants'][number] {
  return {
    role,
    area: area as AreaId, // passed its schema when the grant was made
    ...(team ? { team } : {}),
    ...(until ? { until: until.toISOString() } : {}),
  };
}

function presentHousehold({ household, relation, as, post, consentedAt }: StoredHousehold): Me['households'][number] {
  return {
    household: household as HouseholdId, // passed its schema when it was stored
    relation,
    label: post ? '我的岗位' : relation === 'OWN' ? '我家' : homes[as ?? 'RELATIVE'],
    ...(post ? { post } : {}),
    ...(consentedAt ? { consentedAt: consentedAt.toISOString() } : {}),
  };
}

function workspacesOf(grants: readonly StoredGrant[]): Workspace[] {
  const holds = (roles: readonly Role[]) => grants.some(({ role }) => roles.includes(role));
  return [
    ...(holds(commandRoles) ? (['command'] as const) : []),
    ...(holds(gridRoles) ? (['grid'] as const) : []),
    ...(holds(volunteerRoles) ? (['volunteer'] as const) : []),
    'resident',
  ];
}
