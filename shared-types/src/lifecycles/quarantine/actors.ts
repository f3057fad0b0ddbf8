import type { Allowed } from '../lifecycle';

/** Who lives there, or acts for it with recorded consent. */
export const household: readonly Allowed[] = [
  { role: 'RESIDENT', relation: 'own' },
  { role: 'PROXY', relation: 'own' },
];
/** Whom the record names: who reported the trip, or comes, without living in a household here. */
export const party: readonly Allowed[] = [{ role: 'RESIDENT', relation: 'party' }];
/** The person, whoever lives there too, and whoever speaks for the person. */
export const person: readonly Allowed[] = [...household, ...party];
/** Who answers for an entrant without a household here; the record names that host. */
export const host: readonly Allowed[] = [{ role: 'HOST_UNIT', relation: 'party' }];
/** The grid: its leader may do all that its workers may (handbook 3). */
export const grid: readonly Allowed[] = [
  { role: 'GRID_WORKER', relation: 'inArea' },
  { role: 'GRID_LEADER', relation: 'inArea' },
];
/** Whoever is meant by "traveller, host"; the grid enters it for people without a phone (handbook 3). */
export const travellerOrHost: readonly Allowed[] = [...person, ...host, ...grid];
export const gridLeader: readonly Allowed[] = [{ role: 'GRID_LEADER', relation: 'inArea' }];
export const captain: readonly Allowed[] = [{ role: 'BUILDING_CAPTAIN', relation: 'inArea' }];
export const villageSecretary: readonly Allowed[] = [{ role: 'VILLAGE_SECRETARY', relation: 'inArea' }];
export const township: readonly Allowed[] = [{ role: 'TOWNSHIP_DISPATCHER', relation: 'inArea' }];
export const county: readonly Allowed[] = [{ role: 'COUNTY_DISPATCHER', relation: 'inArea' }];
export const countyHead: readonly Allowed[] = [{ role: 'COUNTY_HEAD', relation: 'inArea' }];
export const doctor: readonly Allowed[] = [{ role: 'DOCTOR', relation: 'inArea' }];
export const investigator: readonly Allowed[] = [{ role: 'CDC_INVESTIGATOR', relation: 'inArea' }];
export const codeClerk: readonly Allowed[] = [{ role: 'CODE_CLERK', relation: 'inArea' }];
export const sampler: readonly Allowed[] = [{ role: 'SAMPLER', relation: 'inArea' }];
export const lab: readonly Allowed[] = [{ role: 'LAB', relation: 'inArea' }];
export const police: readonly Allowed[] = [{ role: 'POLICE', relation: 'inArea' }];
export const checkpoint: readonly Allowed[] = [{ role: 'CHECKPOINT_OFFICER', relation: 'inArea' }];
export const siteManager: readonly Allowed[] = [{ role: 'SITE_MANAGER', relation: 'inArea' }];
export const storeKeeper: readonly Allowed[] = [{ role: 'STORE_KEEPER', relation: 'inArea' }];
export const transferDesk: readonly Allowed[] = [{ role: 'TRANSFER_DESK', relation: 'inArea' }];
export const screener: readonly Allowed[] = [{ role: 'SCREENER', relation: 'inArea' }];
/** The driver holds the trip; the escort beside the driver works in the same loop and holds nothing. */
export const crew: readonly Allowed[] = [
  { role: 'DRIVER', relation: 'assignee' },
  { role: 'ESCORT', relation: 'eligible' },
];
export const policy: readonly Allowed[] = [{ system: 'policy' }];
export const timer: readonly Allowed[] = [{ system: 'timer' }];
export const outbox: readonly Allowed[] = [{ system: 'outbox' }];
