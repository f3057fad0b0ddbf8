import { addHours, earliest } from '@grid-relief/shared-types/primitives/instants';
import { type Effects, instead, type Verb } from '../../acting';
import { Problem } from '../../http/problem';
import { isSystem, timerAt } from '../../lifecycle';
import { promptsEnd } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import { alarmsIn } from '../episodes';
import { moved, tellGrid, tellHome, tellRole } from './entries';
import type { HealthTracker, TrackerAction, TrackerBody } from './health-tracker';
import { asksForQuarantine } from './judge.rules';
import type { ReturneeDeps } from './returnee.deps';
import { openHealth, sealNote } from './said';

type TrackerVerb = Verb<HealthTracker, TrackerBody, ReturneeDeps>;

const open = ['ACTIVE', 'LATE'];
/** A report a day (ours, after the morning and evening of 2.3). Hours. */
export const reportEveryHours = 24;

/** The timers of a new tracker: the first report, and its end. */
export function trackerTimers(from: Date, until: Date): NewEntry[] {
  return [missTimer(addHours(from, reportEveryHours)), timerAt('complete', until, { states: open })];
}

const missTimer = (due: Date) => timerAt('miss', due, { states: ['ACTIVE'] });

const isTested = ({ detail }: HealthTracker, more = 0) => (detail.swabs?.length ?? 0) + more >= detail.tests;

/** Heard of: the next report is expected a day later. */
function heard({ state }: HealthTracker, now: Date): Effects<HealthTracker> {
  const due = addHours(now, reportEveryHours);
  const isAnswer = state === 'LATE';
  const answered = isAnswer ? [promptsEnd({ codes: ['TRACKER_MISSED', 'TRACKER_LATE'], until: now })] : [];
  return { set: { dueAt: due }, emit: [missTimer(due), ...answered] };
}

/** A fever or a symptom waits for nobody's next look: doctor and grid hear of it at once, in the night as well. */
function alarm(record: HealthTracker): NewEntry[] {
  const loud = { urgent: true, life: true } as const;
  return [
    tellRole('DOCTOR', record, 'TRACKER_ALARM', loud),
    tellGrid(record, 'TRACKER_ALARM', loud),
    ...tellHome(record, 'TRACKER_ALARM'),
  ];
}

const reportHealth: TrackerVerb = async ({ deps, record, body, now, occurredAt, opId }) => {
  const { set = {}, emit = [] } = heard(record, now);
  const { sealed } = body;
  if (!sealed) return { set, emit };
  const words = await openHealth(deps, record, { opId, sealed });
  const alarms = words ? alarmsIn(words, record.detail.feverTenths) : [];
  return {
    set,
    push: { 'detail.reports': [{ at: earliest(occurredAt, now), opId, sealed }] },
    emit: [...emit, ...(alarms.length > 0 ? alarm(record) : [])],
  };
};

const swab: TrackerVerb = ({ record, now, occurredAt, opId }) => {
  const { set, emit = [] } = heard(record, now);
  const isLast = isTested(record, 1) && record.detail.until <= now;
  return {
    set: set ?? {},
    push: { 'detail.swabs': [{ at: earliest(occurredAt, now), opId }] },
    emit: [...emit, ...(isLast ? [timerAt('complete', now, { states: open })] : [])],
  };
};

const miss: TrackerVerb = ({ record, now }) => {
  if (record.dueAt && record.dueAt > now) throw instead(record, 'refresh');
  return { set: { dueAt: now }, emit: tellHome(record, 'TRACKER_MISSED') };
};

/** By itself only when every swab was taken; somebody of the grid may know more. */
const complete: TrackerVerb = ({ record, actor, now }) => {
  if (record.detail.until > now) throw instead(record, 'swab');
  if (isSystem(actor) && !isTested(record)) throw instead(record, 'swab');
  return { unset: ['dueAt'], emit: [moved, ...tellHome(record, 'TRACKER_DONE')] };
};

const ended: TrackerVerb = () => ({ unset: ['dueAt'], emit: [moved] });

/**
 * Ends what a quarantine follows upon: a contact that an investigator names is judged with the person's chain, by the same
 * rules as an arrival; without one it was the product, because the category calls for no tracker any more.
 */
const convert: TrackerVerb = async (attempt) => {
  const { deps, record, body, now, opId } = attempt;
  if (!body.contact || !body.lastExposureAt) return ended(attempt);
  const contact = { class: body.contact, lastExposureAt: body.lastExposureAt };
  if (!asksForQuarantine(contact, await deps.judgementAt(record.county, now), now)) {
    const errors = [{ pointer: '/lastExposureAt', detail: 'no quarantine follows' }];
    throw new Problem('invalid-input', undefined, { errors });
  }
  const sealed = await sealNote(deps, record, opId, JSON.stringify(contact));
  return { ...(await ended(attempt)), set: { 'detail.contact': { at: now, opId, sealed } } };
};

/** What each action does beside the state (handbook 2.2). */
export const trackerVerbs: Readonly<Partial<Record<TrackerAction, TrackerVerb>>> = {
  ...{ reportHealth, swab, miss, complete, convert, handOut: ended, recordDeath: ended },
  lateOverdue: ({ record }) => ({ emit: [tellGrid(record, 'TRACKER_LATE', { urgent: true })] }),
  recordCall: ({ body, occurredAt, now, opId }) => ({
    push: { 'detail.calls': [{ at: earliest(occurredAt, now), answered: body.answered ?? false, opId }] },
  }),
};
