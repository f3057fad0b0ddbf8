import { addMinutes, latest } from '@grid-relief/shared-types/primitives/instants';
import type { ChainLink } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { type Attempt, type Effects, instead, type Verb } from '../../acting';
import { Problem } from '../../http/problem';
import { timerAt } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { type Link, type LinkAction, type LinkBody, linkMachine, positive } from './chain-link';
import { moved, tellOfLink, tellRole } from './entries';
import { climbMinutes, linkTable, ownerOf } from './link-table';
import type { ReturneeDeps } from './returnee.deps';
import { sealNote } from './said';

type LinkVerb = Verb<Link, LinkBody, ReturneeDeps>;
type LinkAttempt = Attempt<Link, LinkBody, ReturneeDeps>;

const open = linkMachine.states.filter((state) => !linkMachine.terminal.includes(state));

/** Records of their own will end these; until then somebody says how it was done. */
const needWords: readonly ChainLink[] = ['LANDING_TEST', 'TRANSFER', 'DELIVERY_PLAN'];

/** Fires whatever the link does meanwhile; `detail.ringsAt` says which of several timers is the one that counts. */
export function dueTimer(due: Date): NewEntry {
  return timerAt('overdue', due, { states: open });
}

/** The link rings then and not before, whatever was set earlier. */
const ringsAt = (due: Date) => ({ set: { 'detail.ringsAt': due }, emit: [dueTimer(due)] });

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
  return attempt.record.variant === 'LANDING_TEST' && attempt.reason === positive
    ? foundPositive(attempt)
    : ended(attempt);
};

/** Doctor and grid leader hear at once, in the night as well; the investigators hear of the case. */
const foundPositive: LinkVerb = async (attempt) => {
  const { emit = [], ...effects } = await ended(attempt);
  const told = (['DOCTOR', 'GRID_LEADER'] as const).map((role) =>
    tellRole(role, attempt.record, 'TEST_POSITIVE', { urgent: true, life: true }),
  );
  return { ...effects, emit: [...emit, ...told] };
};

/** The next rung has it now, and an hour of its own (ours). */
function toNextRung({ record, now }: LinkAttempt): Effects<Link> {
  const rung = Math.min(record.assignment.rung + 1, linkTable[record.variant].ladder.length - 1);
  const { set, emit } = ringsAt(addMinutes(now, climbMinutes));
  return {
    set: { ...set, 'assignment.rung': rung },
    emit: [tellOfLink(ownerOf(record.variant, rung), record.variant, record, 'LINK_OVERDUE'), ...emit],
  };
}

const overdue: LinkVerb = (attempt) => {
  const { record, now } = attempt;
  // another timer was set since this one, by more time, an earlier arrival or a ring: that one counts
  if (record.detail.ringsAt > now) throw instead(record, 'refresh');
  if (record.detail.countedFrom === 'ARRIVAL') return toNextRung(attempt);
  // a plan that has passed: the traveller's own limits say that nobody came
  const due = addMinutes(now, record.detail.minutes);
  const { set, emit } = ringsAt(due);
  return { set: { ...set, dueAt: due }, emit };
};

/** Something runs behind it: it is expected to last. */
const start: LinkVerb = ({ body, now }) => {
  const due = body.dueAt && latest(body.dueAt, now);
  if (!due) return { emit: [moved] };
  const { set, emit } = ringsAt(due);
  return { set: { ...set, dueAt: due }, emit: [...emit, moved] };
};

const fail: LinkVerb = async (attempt) => {
  const { set, emit = [] } = toNextRung(attempt);
  const dueAt = addMinutes(attempt.now, climbMinutes);
  return { ...(await noted(attempt)), set: { ...set, dueAt }, emit: [...emit, moved] };
};

const retime: LinkVerb = ({ record, body, now }) => {
  const due = addMinutes(body.dueAt ?? now, record.detail.minutes);
  const { set, emit } = ringsAt(latest(due, now));
  const owner = ownerOf(record.variant, record.assignment.rung);
  return {
    set: { ...set, dueAt: due, 'detail.countedFrom': 'ARRIVAL' },
    // made ready before anybody came, it was work for nobody: now it is
    emit: [tellOfLink(owner, record.variant, record, 'LINK_WAITS'), ...emit],
  };
};

/** Nothing of it is late any more, or all of it at once. */
const moveEnd: LinkVerb = ({ body, now }) => {
  const due = latest(body.dueAt ?? now, now);
  const { set, emit } = ringsAt(due);
  return { set: { ...set, dueAt: due, 'assignment.rung': 0 }, emit };
};

/** What each action does beside the state (handbook 2.2). */
export const linkVerbs: Readonly<Partial<Record<LinkAction, LinkVerb>>> = {
  ...{ start, swab: start, startByHand: start, retry: start, retryByHand: start },
  ...{ fail, failByHand: fail, overdue, retime, moveEnd, finishByHand },
  ...{ finish: ended, skip: ended, visitInstead: ended, handOut: ended },
};
