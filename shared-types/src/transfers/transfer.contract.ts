import { action, byId, endpoint, intent } from '../contract';
import { passengerLifecycle } from '../lifecycles/quarantine/passenger.lifecycle';
import { transferLifecycle as machine } from '../lifecycles/quarantine/transfer.lifecycle';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import {
  boarding,
  declaredRoute,
  lookedFor,
  PassengerView,
  SiteId,
  signing,
  TransferChoices,
  TransferRow,
  VehicleView,
  vehicleAndDriver,
  TransferView as view,
} from './transfer.schema';

const working = [
  ...['TRANSFER_DESK', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER', 'DRIVER', 'ESCORT', 'SITE_MANAGER'],
  ...['GRID_WORKER', 'GRID_LEADER'],
];

export const transfersToDo = endpoint({
  name: 'transfersToDo',
  method: 'GET',
  path: '/transfers',
  access: { roles: working },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(TransferRow),
  summary: 'Open trips in which I have a hand, what is late first, then the longest waiting.',
});
export const myTransfers = endpoint({
  name: 'myTransfers',
  method: 'GET',
  path: '/my-transfers',
  access: 'signedIn',
  response: z.object({ items: z.array(TransferRow) }),
  summary: 'Open trips that fetch my household or people whom I have reported.',
});
export const getTransfer = endpoint({
  name: 'getTransfer',
  method: 'GET',
  path: '/transfers/{id}',
  access: 'signedIn',
  params: byId,
  response: view,
  problems: ['not-found'],
  summary: 'One trip with as much of its list as the viewer has to see to.',
});
export const transferChoices = endpoint({
  name: 'transferChoices',
  method: 'GET',
  path: '/transfers/{id}/choices',
  access: { roles: ['TRANSFER_DESK', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] },
  params: byId,
  response: TransferChoices,
  problems: ['not-found'],
  summary: 'Sites with room, and vehicles and drivers that are free and fit.',
});
export const revealPassenger = endpoint({
  name: 'revealPassenger',
  method: 'POST',
  path: '/passengers/{id}/reveal',
  access: { roles: [...working, 'DOCTOR'] },
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['IDENTITY', 'CALL']) }),
  response: z.object({ name: z.string(), phone: z.optional(z.string()), recordedAt: Instant }),
  problems: ['not-found', 'not-allowed', 'op-id-reused'],
  summary: 'Open name and phone of somebody to be fetched; the look is recorded.',
});
export const listVehicles = endpoint({
  name: 'listVehicles',
  method: 'GET',
  path: '/vehicles',
  access: { roles: ['TRANSFER_DESK', 'COUNTY_DISPATCHER'] },
  response: z.object({ items: z.array(VehicleView) }),
  summary: 'The vehicles of the county, and which trip has each.',
});
export const vehicleDisinfected = endpoint({
  name: 'vehicleDisinfected',
  method: 'POST',
  path: '/vehicles/{id}/disinfected',
  access: { roles: ['TRANSFER_DESK'] },
  params: byId,
  body: z.strictObject({ opId: intent.opId, trip: byId.shape.id }),
  response: VehicleView,
  problems: ['not-found', 'transition-not-allowed'],
  summary: 'A vehicle that was stranded on a trip is disinfected and may be sent again.',
});

export const transferQueries = {
  ...{ transfersToDo, myTransfers, getTransfer, transferChoices, revealPassenger, listVehicles, vehicleDisinfected },
};

/** What people may do about a trip. */
export const transferActions = {
  declareSelfDrive: action(machine, 'declareSelfDrive', declaredRoute, view),
  approve: action(machine, 'approve', { site: z.optional(SiteId) }, view, ['no-bed']),
  redirect: action(machine, 'redirect', {}, view),
  confirmSite: action(machine, 'confirmSite', { site: SiteId }, view, ['no-bed']),
  dispatch: action(machine, 'dispatch', { ...vehicleAndDriver, expectedAt: z.optional(Instant) }, view, ['not-fit']),
  reachPickup: action(machine, 'reachPickup', {}, view),
  board: action(machine, 'board', signing, view),
  setOut: action(machine, 'setOut', {}, view),
  arrive: action(machine, 'arrive', {}, view),
  handOver: action(machine, 'handOver', signing, view, ['head-count']),
  disinfect: action(machine, 'disinfect', {}, view),
  close: action(machine, 'close', {}, view),
  setOutAlone: action(machine, 'setOutAlone', {}, view),
  arriveAlone: action(machine, 'arriveAlone', {}, view),
  closeSelfDrive: action(machine, 'closeSelfDrive', {}, view, ['head-count']),
  breakDown: action(machine, 'breakDown', {}, view),
  sendReplacement: action(machine, 'sendReplacement', vehicleAndDriver, view, ['not-fit']),
  cancel: action(machine, 'cancel', {}, view),
};

/** What people may do about somebody on the list of a trip. */
export const passengerActions = {
  board: action(passengerLifecycle, 'board', boarding, PassengerView),
  handOver: action(passengerLifecycle, 'handOver', {}, PassengerView),
  notThere: action(passengerLifecycle, 'notThere', lookedFor, PassengerView),
  refuse: action(passengerLifecycle, 'refuse', {}, PassengerView),
  dropOut: action(passengerLifecycle, 'dropOut', {}, PassengerView),
  takenBy120: action(passengerLifecycle, 'takenBy120', {}, PassengerView),
};
