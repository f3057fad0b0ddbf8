import type { Allowed } from '../lifecycle';

/** Kinds somebody shops for. */
export const shopped = ['GROCERY', 'BABY', 'MEDICINE'];
/** Kinds that wait ready somewhere and are only fetched. */
export const fetched = ['PACK', 'PARCEL', 'MEAL'];

export const household: Allowed[] = [
  { role: 'RESIDENT', relation: 'own' },
  { role: 'PROXY', relation: 'own' },
];
export const holder: Allowed[] = [{ role: 'VOLUNTEER', relation: 'assignee' }];
export const gridWorker: Allowed[] = [
  { role: 'GRID_WORKER', relation: 'inArea' },
  { role: 'GRID_LEADER', relation: 'inArea' },
];
export const dispatcher: Allowed[] = [
  { role: 'TOWNSHIP_DISPATCHER', relation: 'inArea' },
  { role: 'COUNTY_DISPATCHER', relation: 'inArea' },
];
export const leader: Allowed[] = [{ role: 'GRID_LEADER', relation: 'inArea' }, ...dispatcher];
export const cashier: Allowed[] = [{ role: 'COMMUNITY_CASHIER', relation: 'inArea' }];
export const doctor: Allowed[] = [{ role: 'DOCTOR', relation: 'inArea' }];
export const timer: Allowed[] = [{ system: 'timer' }];
export const outbox: Allowed[] = [{ system: 'outbox' }];
