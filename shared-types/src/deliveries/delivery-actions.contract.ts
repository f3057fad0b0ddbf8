import { action } from '../contract';
import { Address } from '../households/household.schema';
import { deliveryLifecycle as machine } from '../lifecycles/delivery.lifecycle';
import { Fen } from '../primitives/fen';
import { FileId, PersonId, TaskId } from '../primitives/ids';
import * as z from '../zod';
import { CallAnswer, DeliveryView, LineId, Priority } from './delivery.schema';
import { closeResolved, disposeReturned, dispute, resolveDispute } from './dispute-actions.contract';
import {
  addLines,
  answerSubstitution,
  askConsent,
  askSubstitution,
  BoughtQuantity,
  changeSubstitution,
  editLines,
  giveConsent,
  reportLine,
} from './line-actions.contract';
import {
  answerSymptoms,
  doctorClear,
  doctorRefuse,
  giveRegister,
  returnCustody,
  takeCustody,
  tickRegistered,
} from './medicine-actions.contract';

export {
  addLines,
  answerSubstitution,
  answerSymptoms,
  askConsent,
  askSubstitution,
  changeSubstitution,
  closeResolved,
  disposeReturned,
  dispute,
  doctorClear,
  doctorRefuse,
  editLines,
  giveConsent,
  giveRegister,
  reportLine,
  resolveDispute,
  returnCustody,
  takeCustody,
  tickRegistered,
};

const line = LineId;
const bags = z.int().check(z.gte(0), z.lte(40));

const view = DeliveryView;
export const triage = action(machine, 'triage', { priority: z.optional(Priority) }, view);
export const mergeInto = action(machine, 'merge', { into: TaskId }, view, ['not-found']);
export const reject = action(machine, 'reject', {}, view);
export const note = action(
  machine,
  'note',
  { words: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)) },
  view,
);
export const raisePriority = action(machine, 'raisePriority', { priority: Priority }, view);
export const accept = action(machine, 'accept', {}, view, ['offer-expired', 'capacity-full']);
export const decline = action(machine, 'decline', {}, view, ['offer-expired']);
export const claim = action(machine, 'claim', {}, view, ['capacity-full']);
export const assign = action(machine, 'assign', { to: PersonId }, view, ['capacity-full', 'not-found']);
export const reassign = action(machine, 'reassign', { to: PersonId }, view, ['capacity-full', 'not-found']);
export const giveBack = action(machine, 'giveBack', {}, view);
export const hold = action(machine, 'hold', {}, view);
export const resume = action(machine, 'resume', {}, view);
export const cancel = action(machine, 'cancel', {}, view);
export const unbatch = action(machine, 'unbatch', {}, view);
export const startShopping = action(machine, 'startShopping', {}, view);
export const collect = action(machine, 'collect', { bags }, view);
export const collectAtDoor = action(machine, 'collectAtDoor', { bags }, view);
export const begin = action(machine, 'begin', {}, view);
export const purchase = action(
  machine,
  'purchase',
  {
    receiptPhoto: FileId,
    bags,
    lines: z
      .array(
        z.strictObject({
          line,
          outcome: z.enum(['FOUND', 'REPLACED', 'LEFT_OUT']),
          boughtQuantity: z.optional(BoughtQuantity),
          actualFen: z.optional(Fen),
        }),
      )
      .check(z.minLength(1), z.maxLength(60)),
  },
  view,
  ['invalid-input'],
);
export const nothingBought = action(machine, 'nothingBought', {}, view);
export const tryElsewhere = action(machine, 'tryElsewhere', {}, view);
export const closeUnfulfilled = action(machine, 'closeUnfulfilled', {}, view);
export const askCancel = action(machine, 'askCancel', {}, view);
export const notPaid = action(machine, 'notPaid', {}, view);
export const paid = action(machine, 'paid', {}, view);
export const depart = action(machine, 'depart', {}, view);
/**
 * Counted and photographed by whoever passes it on; `to` names who is coming for it, otherwise anybody on duty may take
 * it. Without a photo where somebody else asks for the carrier.
 */
export const askHandover = action(
  machine,
  'askHandover',
  { bags, photo: z.optional(FileId), to: z.optional(PersonId) },
  view,
  ['invalid-input'],
);
export const takeOver = action(machine, 'takeOver', { bags }, view, ['capacity-full']);
export const quarantineBags = action(machine, 'quarantineBags', {}, view);
export const placeForPickup = action(
  machine,
  'placeForPickup',
  { place: z.string().check(z.minLength(1), z.maxLength(12)) },
  view,
);
export const pickedUp = action(machine, 'pickedUp', {}, view);
export const toDoor = action(machine, 'toDoor', {}, view);
export const queryAddress = action(
  machine,
  'queryAddress',
  { words: z.optional(z.string().check(z.maxLength(200))) },
  view,
);
export const answerAddress = action(
  machine,
  'answerAddress',
  { address: z.optional(Address), words: z.optional(z.string().check(z.maxLength(200))) },
  view,
);
export const redirect = action(
  machine,
  'redirect',
  { words: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) },
  view,
);
export const failDelivery = action(machine, 'failDelivery', { photo: z.optional(FileId) }, view);
export const retryDelivery = action(machine, 'retryDelivery', {}, view);
export const returnGoods = action(machine, 'returnGoods', {}, view);
export const drop = action(machine, 'drop', { photo: z.optional(FileId) }, view);
export const undoDrop = action(machine, 'undoDrop', {}, view);
export const recordCall = action(machine, 'recordCall', { answer: CallAnswer }, view);
export const confirm = action(machine, 'confirm', {}, view);
export const dispose = action(machine, 'dispose', { bags }, view);
export const finishErrand = action(machine, 'finishErrand', {}, view);
export const tickPaid = action(machine, 'tickPaid', {}, view);
export const tickReceived = action(machine, 'tickReceived', {}, view);
export const settle = action(machine, 'settle', {}, view);
export const payByAid = action(machine, 'payByAid', {}, view);
export const writeOff = action(machine, 'writeOff', {}, view);
export const closeSettled = action(machine, 'closeSettled', {}, view);

/** The actions a person can take over HTTP, by their name in the table. */
export const deliveryActions = {
  triage,
  merge: mergeInto,
  answerSymptoms,
  doctorClear,
  doctorRefuse,
  giveRegister,
  reject,
  addLines,
  editLines,
  changeSubstitution,
  note,
  raisePriority,
  accept,
  decline,
  claim,
  assign,
  reassign,
  giveBack,
  hold,
  resume,
  cancel,
  unbatch,
  startShopping,
  collect,
  collectAtDoor,
  begin,
  reportLine,
  askSubstitution,
  answerSubstitution,
  tickRegistered,
  takeCustody,
  returnCustody,
  askConsent,
  giveConsent,
  purchase,
  nothingBought,
  tryElsewhere,
  closeUnfulfilled,
  askCancel,
  notPaid,
  paid,
  depart,
  askHandover,
  takeOver,
  quarantineBags,
  placeForPickup,
  pickedUp,
  toDoor,
  queryAddress,
  answerAddress,
  redirect,
  failDelivery,
  retryDelivery,
  returnGoods,
  drop,
  undoDrop,
  recordCall,
  confirm,
  dispose,
  finishErrand,
  dispute,
  resolveDispute,
  closeResolved,
  disposeReturned,
  tickPaid,
  tickReceived,
  settle,
  payByAid,
  writeOff,
  closeSettled,
};
