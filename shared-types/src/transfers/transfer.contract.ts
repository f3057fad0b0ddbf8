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
  TransferRow,
  vehicleAndDriver,
  TransferView as view,
} from './transfer.schema';
import { TransferAsk } from './transfer-ask.schema';
import { TransferChoices } from './transfer-choices.schema';

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
export const askTransfer = endpoint({
  name: 'askTransfer',
  method: 'POST',
  path: '/transfers',
  access: { roles: ['TRANSFER_DESK', 'SITE_MANAGER', 'GRID_LEADER'] },
  body: TransferAsk,
  response: view,
  problems: ['invalid-input', 'already-open', 'id-taken', 'outcome-unknown'],
  summary: 'Ask for a trip for people whom I see: to care, to another site, home after release, or of a case by 120.',
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
export const transferQueries = {
  ...{
    transfersToDo,
    myTransfers,
    getTransfer,
    transferChoices,
    askTransfer,
    revealPassenger,
  },
};

/** What people may do about a trip. */
export const transferActions = {
  declareSelfDrive: action(machine, 'declareSelfDrive', declaredRoute, view, ['must-be-fetched']),
  approve: action(machine, 'approve', { site: z.optional(SiteId) }, view, ['no-bed', 'already-open']),
  redirect: action(machine, 'redirect', {}, view),
  confirmSite: action(machine, 'confirmSite', { site: SiteId }, view, ['no-bed', 'already-open']),
  dispatch: action(machine, 'dispatch', { ...vehicleAndDriver, expectedAt: z.optional(Instant) }, view, ['not-fit']),
  sendAtOnce: action(machine, 'sendAtOnce', { ...vehicleAndDriver, expectedAt: z.optional(Instant) }, view, [
    'not-fit',
  ]),
  ambulanceTakes: action(machine, 'ambulanceTakes', {}, view),
  ambulanceArrives: action(machine, 'ambulanceArrives', {}, view),
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
