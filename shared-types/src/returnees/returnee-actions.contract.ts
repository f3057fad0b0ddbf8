import { action } from '../contract';
import { chainLinkLifecycle } from '../lifecycles/quarantine/chain-link.lifecycle';
import { healthTrackerLifecycle } from '../lifecycles/quarantine/health-tracker.lifecycle';
import { returneeReportLifecycle } from '../lifecycles/quarantine/returnee-report.lifecycle';
import { travellerLifecycle } from '../lifecycles/quarantine/traveller.lifecycle';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { healthFields } from '../quarantine/health-report.schema';
import * as z from '../zod';
import {
  ChainLinkView,
  HealthTrackerView,
  OwnWay,
  ReturneeReportView,
  StayDraft,
  TravellerView,
} from './returnee.schema';

const stays = z.optional(z.array(StayDraft).check(z.minLength(1), z.maxLength(12)));
/** The other county, and of a handing over its person there, by name: sealed with the record. */
const otherSide = z.string().check(z.trim(), z.minLength(2), z.maxLength(80));
const view = TravellerView;
const machine = travellerLifecycle;

/** What people may do about a trip. */
export const returneeReportActions = {
  withdraw: action(returneeReportLifecycle, 'withdraw', {}, ReturneeReportView),
};

/** What people may do about somebody who comes (handbook 2.2). */
export const travellerActions = {
  markDuplicate: action(machine, 'markDuplicate', { of: RecordId }, view),
  askInfo: action(machine, 'askInfo', {}, view),
  recordCall: action(machine, 'recordCall', { answered: z.boolean() }, view),
  addInfo: action(machine, 'addInfo', { stays, plannedArrival: z.optional(Instant) }, view),
  acknowledge: action(machine, 'acknowledge', {}, view),
  adviseDefer: action(machine, 'adviseDefer', {}, view),
  setOut: action(machine, 'setOut', {}, view),
  replan: action(machine, 'replan', { stays, plannedArrival: Instant }, view),
  cancel: action(machine, 'cancel', {}, view),
  /** `atHome`: at the own door already, so that nobody fetches them there. */
  arrive: action(machine, 'arrive', { atHome: z.optional(z.boolean()) }, view),
  comeOwnWay: action(machine, 'comeOwnWay', { how: OwnWay }, view, ['must-be-fetched']),
  letFetch: action(machine, 'letFetch', {}, view, ['must-be-fetched']),
  proveNotComing: action(machine, 'proveNotComing', {}, view),
  search: action(machine, 'search', {}, view),
  foundElsewhere: action(machine, 'foundElsewhere', { county: otherSide }, view),
  endSearch: action(machine, 'endSearch', {}, view),
  passThrough: action(machine, 'passThrough', {}, view),
  leaveCounty: action(machine, 'leaveCounty', {}, view),
  handOut: action(machine, 'handOut', { county: otherSide }, view),
  confirmHandOut: action(machine, 'confirmHandOut', { takenBy: otherSide }, view),
  takeBack: action(machine, 'takeBack', {}, view),
};

/** What people may do about one link. */
export const chainLinkActions = {
  startByHand: action(chainLinkLifecycle, 'startByHand', {}, ChainLinkView),
  swab: action(chainLinkLifecycle, 'swab', {}, ChainLinkView),
  finishByHand: action(chainLinkLifecycle, 'finishByHand', {}, ChainLinkView),
  failByHand: action(chainLinkLifecycle, 'failByHand', {}, ChainLinkView),
  retryByHand: action(chainLinkLifecycle, 'retryByHand', {}, ChainLinkView),
  visitInstead: action(chainLinkLifecycle, 'visitInstead', {}, ChainLinkView),
};

/** What people may do while somebody is followed. */
export const healthTrackerActions = {
  reportHealth: action(healthTrackerLifecycle, 'reportHealth', healthFields, HealthTrackerView),
  swab: action(healthTrackerLifecycle, 'swab', {}, HealthTrackerView),
  recordCall: action(healthTrackerLifecycle, 'recordCall', { answered: z.boolean() }, HealthTrackerView),
  complete: action(healthTrackerLifecycle, 'complete', {}, HealthTrackerView),
  /** Exposed to somebody who is ill: the person is judged anew with it, and the tracker ends. */
  convert: action(
    healthTrackerLifecycle,
    'convert',
    { contact: z.enum(['CLOSE', 'SECOND']), lastExposureAt: Instant },
    HealthTrackerView,
  ),
  handOut: action(healthTrackerLifecycle, 'handOut', {}, HealthTrackerView),
  recordDeath: action(healthTrackerLifecycle, 'recordDeath', {}, HealthTrackerView),
};
