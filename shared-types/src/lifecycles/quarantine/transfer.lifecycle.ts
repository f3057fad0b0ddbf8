import { type Allowed, lifecycle } from '../lifecycle';
import { county, crew, grid, outbox, siteManager, timer, township, transferDesk } from './actors';
import { by120Only } from './transfer/ambulance.actions';
import { ownCar, selfDriver } from './transfer/own-car.actions';
import { states } from './transfer/states';

export { ambulance } from './transfer/ambulance.actions';

/** Kinds of trips (handbook 2.4). */
export const transferKinds = [
  'RETURNEE',
  'CLOSE_CONTACT',
  'SECOND_CONTACT',
  'MEDICAL',
  'SITE_MOVE',
  'RELEASE_HOME',
  'CASE',
  'SELF_DRIVE',
] as const;
const driven = transferKinds.filter((kind) => kind !== 'SELF_DRIVE');
/** Whatever is not the ambulance's. */
const ours = transferKinds;
/** Care never waits for an approval (handbook 2.3): the leave itself was one. */
const urgent = ['MEDICAL', 'CASE'];
const driver: readonly Allowed[] = [{ role: 'DRIVER', relation: 'assignee' }];
const receiving: readonly Allowed[] = [...siteManager, ...grid];

/**
 * Minutes from the request, and from the expected time of somebody who drives alone (handbook 2.4); until the county hears
 * that nobody drives somebody to care (4.2); in place at another site (2.3), and, ours: in hospital, at home after release.
 */
export const transferMinutes = {
  ...{ approve: 30, selfDriveOverdue: 30, sendToCare: 10 },
  ...{ siteMove: 480, hospital: 120, ambulance: 60, releaseHome: 240 },
} as const;
/** While beds are kept for a trip: a room is reserved for two hours (2.11), and a trip may take longer. */
export const withBeds = ['APPROVED', 'DISPATCHED', 'AT_PICKUP', 'BOARDED', 'EN_ROUTE', 'AT_DEST', 'BREAKDOWN'] as const;

/** A closed trip from door to door with a list of passengers (handbook 2.4). */
export const transferLifecycle = lifecycle({
  name: 'transfer',
  resource: 'transfers',
  states,
  initial: ['REQUESTED'],
  terminal: ['CLOSED', 'CANCELLED'],
  held: ['DISPATCHED', 'AT_PICKUP', 'BOARDED', 'EN_ROUTE', 'AT_DEST', 'HANDED_OVER', 'DISINFECTED', 'BREAKDOWN'],
  asksPeople: true,
  actions: {
    listPassenger: {
      from: ['REQUESTED'],
      to: 'SAME',
      by: outbox,
      doc: 'One more of the same report goes along: a family travels together.',
    },
    retime: {
      from: ['REQUESTED', 'APPROVED', 'DISPATCHED'],
      to: 'SAME',
      by: outbox,
      doc: 'They are here, earlier or later than planned: the hours run from there.',
    },
    declareSelfDrive: {
      from: ['REQUESTED'],
      to: 'SAME',
      by: [...selfDriver, ...grid],
      variants: driven,
      doc: 'Comes in the own car instead: the route and the expected time are declared, the township still approves.',
    },
    keepBeds: {
      from: withBeds,
      to: 'SAME',
      by: timer,
      doc: 'Before the reservation of a room runs out it is kept on; where that is not possible, the desk hears.',
    },
    approve: {
      from: ['REQUESTED'],
      to: 'APPROVED',
      by: township,
      variants: ours,
      doc: 'May go; the bed is reserved first.',
    },
    approveOverdue: { from: ['REQUESTED'], to: 'SAME', by: timer, doc: 'Half an hour: the county hears.' },
    redirect: {
      from: ['REQUESTED', 'APPROVED', 'EN_ROUTE'],
      to: 'REDIRECTED',
      by: transferDesk,
      variants: ours,
      needs: ['reason'],
      limit: { minutes: 15, fires: 'redirectOverdue' },
      doc: 'To another site; on the road too.',
    },
    redirectOverdue: {
      from: ['REDIRECTED'],
      to: 'SAME',
      by: timer,
      doc: 'Fifteen minutes and no bed in the county: the county decides.',
    },
    confirmSite: {
      from: ['REDIRECTED'],
      to: ['APPROVED', 'EN_ROUTE'],
      by: [...transferDesk, ...county],
      doc: 'The bed there is reserved: what was on the road goes on, the rest is approved.',
    },
    dispatch: {
      from: ['APPROVED'],
      to: 'DISPATCHED',
      by: transferDesk,
      variants: driven,
      doc: 'Vehicle with a partition and a qualified driver, who holds the trip; the escort is of the same loop.',
    },
    sendAtOnce: {
      from: ['REQUESTED'],
      to: 'DISPATCHED',
      by: transferDesk,
      variants: urgent,
      doc: 'The same for care outside, before anybody approves it.',
    },
    transferOverdue: {
      from: ['REQUESTED', 'APPROVED', 'REDIRECTED', 'DISPATCHED', 'AT_PICKUP', 'BOARDED', 'EN_ROUTE', 'BREAKDOWN'],
      to: 'SAME',
      by: timer,
      doc: 'Half of the hours of the policy are over, or all of them: the board warns, then the county hears.',
    },
    reachPickup: {
      from: ['DISPATCHED'],
      to: 'AT_PICKUP',
      by: crew,
      fact: true,
      doc: 'At the door or post where the passengers wait.',
    },
    board: {
      from: ['AT_PICKUP'],
      to: 'BOARDED',
      by: crew,
      fact: true,
      doc: 'Identity, temperature, mask and luggage counted; first signature. Nobody is waited for.',
    },
    setOut: {
      from: ['BOARDED'],
      to: 'EN_ROUTE',
      by: crew,
      fact: true,
      doc: 'On the road, without stops but listed toilets.',
    },
    arrive: {
      from: ['EN_ROUTE'],
      to: 'AT_DEST',
      by: [...crew, ...receiving],
      variants: driven,
      fact: true,
      doc: 'At the destination; whoever receives may say so while the phone of the driver has no network.',
    },
    handOver: {
      from: ['AT_DEST'],
      to: 'HANDED_OVER',
      by: receiving,
      variants: driven,
      doc: 'Second signature, room and time; taken over and sent to 120 are as many as had boarded.',
    },
    disinfect: {
      from: ['HANDED_OVER'],
      to: 'DISINFECTED',
      by: driver,
      variants: driven,
      doc: 'The vehicle is disinfected before its next trip.',
    },
    close: {
      from: ['DISINFECTED'],
      to: 'CLOSED',
      by: [...driver, ...outbox],
      variants: driven,
      doc: 'The vehicle and the crew are free.',
    },

    ...ownCar,
    ...by120Only,

    breakDown: {
      from: ['DISPATCHED', 'AT_PICKUP', 'BOARDED', 'EN_ROUTE'],
      to: 'BREAKDOWN',
      by: [...crew, ...transferDesk],
      variants: ours,
      needs: ['reason'],
      limit: { minutes: 20, fires: 'replacementOverdue' },
      doc: 'The vehicle cannot go on.',
    },
    replacementOverdue: {
      from: ['BREAKDOWN'],
      to: 'SAME',
      by: timer,
      doc: 'Twenty minutes without another vehicle: the county hears.',
    },
    sendReplacement: {
      from: ['BREAKDOWN'],
      to: 'DISPATCHED',
      by: transferDesk,
      doc: 'Another vehicle with the same list of passengers.',
    },
    cancel: {
      from: ['REQUESTED', 'APPROVED', 'DISPATCHED', 'AT_PICKUP'],
      to: 'CANCELLED',
      by: [...transferDesk, ...outbox],
      needs: ['reason'],
      doc: 'Not needed, or all passengers dropped out; the bed is free.',
    },
  },
});
