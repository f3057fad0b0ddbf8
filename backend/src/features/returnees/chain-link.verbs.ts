import { addMinutes, latest } from '@grid-relief/shared-types/primitives/instants';
import type { ChainLink } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { type Attempt, type Effects, instead, type Verb } from '../../acting';
import { Problem } from '../../http/problem';
import { timerAt } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { type Link, type LinkAction, type LinkBody, linkMachine } from './chain-link';
import { moved, tellRole } from './entries';
import { climbMinutes, linkTable, ownerOf } from './link-table';
import type { ReturneeDeps } from './returnee.deps';
import { sealNote } from './said';

type LinkVerb = Verb<Link, LinkBody, ReturneeDeps>;
type LinkAttempt = Attempt<Link, LinkBody, ReturneeDeps>;

const open = linkMachine.states.filter((state) => !linkMachine.terminal.includes(state));

/** Records of their own will end these; until then somebody says how it was done. */
const needWords: readonly ChainLink[] = ['LANDING_TEST', 'TRANSFER', 'CODE_REQUEST', 'DELIVERY_PLAN'];

/** Fires whatever the link does meanwhile; what was given more time since is looked at then. */
export function dueTimer(due: Date): NewEntry {
  return timerAt('overdue', due, { states: open });
}

async function noted({ deps, record, opId, now, words }: LinkAttempt): Promise<Effects<Link>> {
  if (!words) return {};
  return { push: { 'detail.notes': [{ opId, at: now, sealed: await sealNote(deps, record, opId, words) }] } };
}

/** Over: told to the chain, which may be over with it. */
const ended: LinkVerb = async (attempt) => ({
  ...(await noted(attempt)),
  set: { 'detail.endedAt': attempt.now },
  emit: [moved],
});

const finishByHand: LinkVerb = (attempt) => {
  if (needWords.includes(attempt.record.variant) && !attempt.reason) {
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/reason', detail: 'required' }] });
  }
  return ended(attempt);
};

/** The next rung has it now, and an hour of its own (ours). */
function toNextRung({ record, now }: LinkAttempt): Effects<Link> {
  const rung = Math.min(record.assignment.rung + 1, linkTable[record.variant].ladder.length - 1);
  const due = addMinutes(now, climbMinutes);
  return {
    set: { 'assignment.rung': rung },
    emit: [tellRole(ownerOf(record.variant, rung), record, 'LINK_OVERDUE'), dueTimer(due)],
  };
}

const overdue: LinkVerb = (attempt) => {
  const { record, now } = attempt;
  const { dueAt } = record;
  // given more time since the timer was set: another one waits for that
  if (dueAt && dueAt > now) throw instead(record, 'refresh');
  if (record.detail.countedFrom === 'ARRIVAL') return toNextRung(attempt);
  // a plan that has passed: the traveller's own limits say that nobody came
  const due = addMinutes(now, record.detail.minutes);
  return { set: { dueAt: due }, emit: [dueTimer(due)] };
};

/** Something runs behind it: it is expected to last. */
const start: LinkVerb = ({ body, now }) => {
  const due = body.dueAt && latest(body.dueAt, now);
  return due ? { set: { dueAt: due }, emit: [dueTimer(due), moved] } : { emit: [moved] };
};

const fail: LinkVerb = async (attempt) => {
  const { set, emit = [] } = toNextRung(attempt);
  const dueAt = addMinutes(attempt.now, climbMinutes);
  return { ...(await noted(attempt)), set: { ...set, dueAt }, emit: [...emit, moved] };
};

const retime: LinkVerb = ({ record, body, now }) => {
  const due = addMinutes(body.dueAt ?? now, record.detail.minutes);
  return { set: { dueAt: due, 'detail.countedFrom': 'ARRIVAL' }, emit: [dueTimer(latest(due, now))] };
};

/** What each action does beside the state (handbook 2.2). */
export const linkVerbs: Readonly<Partial<Record<LinkAction, LinkVerb>>> = {
  ...{ start, swab: start, startByHand: start, retry: start, fail, overdue, retime, finishByHand },
  ...{ finish: ended, skip: ended, visitInstead: ended, handOut: ended },
};
