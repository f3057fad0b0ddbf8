import { secureMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/household-event.lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import { type Attempt, type Effects, instead, keepingWords, type Verb } from '../../acting';
import { Problem } from '../../http/problem';
import { personOf, timerAt } from '../../lifecycle';
import { behindOf } from './behind';
import { homeCode, tellCarrier, tellRoles, welfareOpens } from './entries';
import type { EventBody, HouseholdEvent, HouseholdEventAction } from './household-event';
import type { HouseholdEventDeps } from './household-event.deps';
import { openPoints } from './open-points';
import { sealText } from './sealed-words';
import { peopleErrors } from './welfare/guardian.rules';

type EventVerb = Verb<HouseholdEvent, EventBody, HouseholdEventDeps>;
type EventAttempt = Attempt<HouseholdEvent, EventBody, HouseholdEventDeps>;
/** What follows from a step; whatever was said beside it is kept. */
const step = keepingWords<HouseholdEvent, EventBody, HouseholdEventDeps>;

/** Who hears when people, pets and goods are not safe, half an hour after the one before (handbook 2.11). */
const climbs: readonly Role[] = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER'];

/** Whoever has bought already hears once, before knocking at a door behind which something is wrong. */
const holdGoods: EventVerb = ({ record, body: { goods } }) => {
  const { held = 0, carrying = [] } = goods ?? {};
  const news = carrying.filter(({ delivery }) => !record.detail.waiting.includes(delivery));
  return {
    set: { 'detail.held': held },
    push: { 'detail.waiting': news.map(({ delivery }) => delivery) },
    emit: news.map(({ carrier, delivery, code }) => tellCarrier(carrier, delivery, code)),
  };
};

const secure = step(async ({ deps, record, body: { secured } }) => {
  if (!secured) throw new Error('the contract asks for it');
  const cipher = await deps.cipherOf(record.county);
  return { set: { 'detail.secured': sealText(cipher, record._id, 'secured', secured) }, unset: ['dueAt'] };
});

const secureOverdue: EventVerb = ({ record, now }) => {
  const { told } = record.detail;
  const role = climbs[told];
  const again = addMinutes(now, secureMinutes);
  return {
    inc: { 'detail.told': 1 },
    emit: [
      ...(role ? [tellRoles([role], record, 'HOME_EVENT_LATE')] : []),
      ...(told + 1 < climbs.length ? [timerAt('secureOverdue', again, { states: ['OPENED'] })] : []),
    ],
  };
};

/** @throws Problem invalid-input for a child of no age */
const openWelfare = step(async ({ deps, record, opId, body: { leftBehind = [] } }) => {
  const errors = peopleErrors(leftBehind);
  if (errors.length > 0) throw new Problem('invalid-input', undefined, { errors });
  const behind = behindOf(await deps.cipherOf(record.county), record, opId, leftBehind);
  return { push: { 'detail.behind': [behind] }, emit: [welfareOpens(behind.task)] };
});

/** @throws Problem transition-not-allowed when nothing of the kind is open */
async function mustBeOpen({ deps, record }: EventAttempt, what: string | undefined, id: string | undefined) {
  const points = await openPoints(deps, record);
  if (!points.some((one) => one.what === what && one.record === id)) throw instead(record, 'refresh');
}

/** From here on it counts as asked for; the request follows by the outbox. */
const askCode = step(async (attempt) => {
  const { actor, body } = attempt;
  await mustBeOpen(attempt, 'CODE_NOT_ASKED', body.episode);
  const kept = { what: 'CODE_NOT_ASKED', record: body.episode };
  return { push: { 'detail.kept': [kept] }, emit: [homeCode(body.episode ?? '', personOf(actor))] };
});

const keepAsIs = step(async (attempt) => {
  const { what, record } = attempt.body;
  await mustBeOpen(attempt, what, record);
  return { push: { 'detail.kept': [{ what, record }] } };
});

/** @throws Problem transition-not-allowed while anything is open (handbook 2.11) */
const reconcile = step(async ({ deps, record }): Promise<Effects<HouseholdEvent>> => {
  if ((await openPoints(deps, record)).length > 0) throw instead(record, 'refresh');
  return { emit: [tellRoles(['GRID_LEADER'], record, 'HOME_EVENT_DONE')] };
});

/** What each action changes beside the state (handbook 2.11). */
export const householdEventVerbs: Readonly<Record<HouseholdEventAction, EventVerb>> = {
  ...{ holdGoods, secure, secureOverdue, openWelfare, askCode, keepAsIs, reconcile },
  close: step(() => ({})),
};
