import type { Attempt, Effects, Verb } from '../../acting';
import { instead, keepingWords } from '../../acting';
import { Problem } from '../../http/problem';
import { isSystem } from '../../lifecycle';
import { clocksOf, nextDue } from './clocks.rules';
import { contactsMoved, tellRoles } from './entries';
import {
  type Investigation,
  type InvestigationAction,
  type InvestigationBody,
  isOutThere,
  type PathStay,
  standingContacts,
} from './investigation';
import type { InvestigationDeps } from './investigation.deps';
import { investigator } from './investigation.policy';
import { refuseOdd, standingOne, withAllConfirmed, withConfirmed, withContact } from './listed-contacts';
import { qualityOf } from './quality.rules';
import { contactIn, pathIn, sealPath } from './sealed-case';

type CaseVerb = Verb<Investigation, InvestigationBody, InvestigationDeps>;
/** What follows from a step; whatever was said beside it is kept. */
const step = keepingWords<Investigation, InvestigationBody, InvestigationDeps>;
type CaseAttempt = Attempt<Investigation, InvestigationBody, InvestigationDeps>;
type CaseEffects = Effects<Investigation>;

/** Whoever writes in it is excluded from its review: writer and reviewer differ. */
const writing = (effects: CaseVerb): CaseVerb =>
  step(async (attempt) => {
    const [{ actor, record }, { set, ...others }] = [attempt, await effects(attempt)];
    const { excluded } = record.assignment;
    if (isSystem(actor) || excluded.includes(actor.personId)) return { ...others, ...(set ? { set } : {}) };
    return { ...others, set: { ...set, 'assignment.excluded': [...excluded, actor.personId] } };
  });

const cipherFor = ({ deps, record }: CaseAttempt) => deps.cipherOf(record.county);

/** A clock has stopped: the next one is the due one. */
function stopped(record: Investigation, clock: Partial<Investigation['detail']>): Pick<CaseEffects, 'set' | 'unset'> {
  const due = nextDue({ ...record, detail: { ...record.detail, ...clock } });
  const set = Object.fromEntries(Object.entries(clock).map(([name, value]) => [`detail.${name}`, value]));
  return due ? { set: { ...set, dueAt: due } } : { set, unset: ['dueAt'] };
}

const recordReport = step(({ record, now }) => {
  if (record.detail.reportedAt) throw instead(record, 'refresh');
  return stopped(record, { reportedAt: now });
});

/** @throws Problem invalid-input for a stay that ends before it begins, or begins ahead */
function refuseOddPath(path: readonly PathStay[], now: Date): void {
  const errors = path.flatMap(({ from, to }, i) => [
    ...(new Date(from) > now ? [{ pointer: `/path/${i}/from`, detail: 'lies ahead' }] : []),
    ...(to && to < from ? [{ pointer: `/path/${i}/to`, detail: 'before it begins' }] : []),
  ]);
  if (errors.length > 0) throw new Problem('invalid-input', undefined, { errors });
}

async function pathSet(attempt: CaseAttempt) {
  const { record, body, now } = attempt;
  const { path = [] } = body;
  refuseOddPath(path, now);
  return { 'detail.path': sealPath(await cipherFor(attempt), record, path) };
}

const interview = writing(async (attempt) => {
  const path = await pathSet(attempt);
  const { set, ...more } = stopped(attempt.record, { interviewedAt: attempt.now });
  return { ...more, set: { ...set, ...path } };
});

const correctPath = writing(async (attempt) => ({ set: await pathSet(attempt) }));

const addContact = writing(async (attempt) => {
  const { deps, record, body, now } = attempt;
  if (!body.contact) throw instead(record, 'refresh');
  refuseOdd(deps, record.county, body.contact, now);
  return { set: { 'detail.contacts': withContact(await cipherFor(attempt), record, body.contact, now) } };
});

const confirmContact = writing(async (attempt) => {
  const { record, body, now } = attempt;
  const { contactId = '' } = body;
  const contacts = withConfirmed(await cipherFor(attempt), record, contactId, now);
  return { set: { 'detail.contacts': contacts }, emit: contactsMoved([contactId]) };
});

const dropContact = writing(({ record, body, now }) => {
  const dropped = standingOne(record, body.contactId ?? '');
  const contacts = record.detail.contacts.map((one) => (one.id === dropped.id ? { ...one, droppedAt: now } : one));
  return { set: { 'detail.contacts': contacts }, emit: isOutThere(dropped) ? contactsMoved([dropped.id]) : [] };
});

async function confirmRest(attempt: CaseAttempt): Promise<CaseEffects> {
  const { contacts, ready } = withAllConfirmed(await cipherFor(attempt), attempt.record, attempt.now);
  return { set: { 'detail.contacts': contacts }, emit: contactsMoved(ready) };
}

const review = step(async (attempt) => {
  const { record, now } = attempt;
  const cipher = await cipherFor(attempt);
  const reviewedAt = record.detail.reviewedAt ?? now;
  const { set, unset } = stopped(record, { reviewedAt });
  const { score } = qualityOf({
    ...{ openedAt: record.createdAt, path: pathIn(cipher, record) },
    contacts: standingContacts(record.detail.contacts).map((one) => contactIn(cipher, record, one) ?? {}),
    clocks: clocksOf({ ...record, detail: { ...record.detail, reviewedAt } }, now),
  });
  return { set: { ...set, 'detail.score': score }, ...(unset ? { unset } : {}) };
});

/** Each clock that has run out is told of once. @throws Problem transition-not-allowed: it was stopped in time */
const overdue: CaseVerb = ({ record, now }) => {
  const late = clocksOf(record, now).filter(({ doneAt, isLate }) => doneAt === undefined && isLate);
  const untold = late.map(({ what }) => what).filter((what) => !record.detail.lateTold.includes(what));
  if (untold.length === 0) throw instead(record, 'refresh');
  return {
    push: { 'detail.lateTold': untold },
    emit: [tellRoles([investigator, 'COUNTY_DISPATCHER'], record, 'INVESTIGATION_LATE')],
  };
};

const ended: CaseEffects = { unset: ['dueAt'] };

/** Everybody who was confirmed: free the same minute, unless something else keeps them (handbook 2.3). */
const exclude = step(({ record }) => ({
  ...ended,
  emit: contactsMoved(record.detail.contacts.filter(isOutThere).map(({ id }) => id)),
}));

/** What each action changes beside the state (handbook 2.11). */
export const investigationVerbs: Readonly<Record<InvestigationAction, CaseVerb>> = {
  ...{ recordReport, interview, correctPath, addContact, confirmContact, dropContact, review, overdue, exclude },
  ...{ notReached: step(() => ({})), sendBack: step(() => ({})), close: step(() => ended) },
  listContacts: writing(confirmRest),
  closeByRecords: step(async (attempt) => ({ ...(await confirmRest(attempt)), ...ended })),
};
