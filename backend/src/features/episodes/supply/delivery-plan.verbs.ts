import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import { addHours, latest } from '@grid-relief/shared-types/primitives/instants';
import { type Attempt, type Effects, instead, type Verb } from '../../../acting';
import { nameOf, timerAt } from '../../../lifecycle';
import { notice } from '../../../notice-entry';
import type { NewEntry } from '../../../outbox';
import type { EpisodeDeps } from '../episode.deps';
import type { DeliveryPlan, Need, PlanAction, PlanBody } from './delivery-plan';
import { lastSignOf } from './last-sign';
import { brought, dueSoonAt, notEnsuredAt, runsOutOn, silentHours, soonest } from './supply-clock.rules';

type PlanVerb = Verb<DeliveryPlan, PlanBody, EpisodeDeps>;
type PlanAttempt = Attempt<DeliveryPlan, PlanBody, EpisodeDeps>;

/** Ours: while an alert of the door is open, the silence is looked at again after this. Hours. */
const alertLookHours = 1;
const open = ['ACTIVE', 'DUE_SOON', 'NOT_ENSURED'];

function tell({ household, area }: DeliveryPlan, code: NoticeCode, urgent: boolean): NewEntry[] {
  const telling = { urgent, while: { states: open } };
  return [
    notice({ gridOf: area }, code, {}, telling),
    ...(household ? [notice({ household }, code, {}, telling)] : []),
  ];
}

/** The clock of what runs out first. */
export function watch(goods: readonly Need[], now: Date, enteredBy: string): NewEntry[] {
  const first = soonest(goods);
  return first ? [timerAt('dueSoon', latest(now, dueSoonAt(first)), { states: ['ACTIVE'], enteredBy })] : [];
}

/** The first look whether anything has been heard of the household. */
export const listen = (from: Date): NewEntry => timerAt('noSign', addHours(from, silentHours), { states: open });

function newClocks(
  { record, now, opId }: PlanAttempt,
  goods: readonly Need[],
  isNewStay: boolean,
): Effects<DeliveryPlan> {
  const emit = watch(goods, now, isNewStay ? opId : record.enteredBy);
  return { set: { 'detail.goods': goods }, emit };
}

const tellNeeds: PlanVerb = (attempt) => {
  const said = (attempt.body.needs ?? []).map(({ good, runsOutOn: day }) => ({ good, runsOutAt: runsOutOn(day) }));
  const others = attempt.record.detail.goods.filter(({ good }) => !said.some((one) => one.good === good));
  return newClocks(attempt, [...others, ...said], false);
};

const dueSoon: PlanVerb = ({ record, now, opId }) => {
  const first = soonest(record.detail.goods);
  // told otherwise meanwhile: a later clock is set already
  if (!first || dueSoonAt(first) > now) throw instead(record, 'wait');
  const due = latest(now, notEnsuredAt(first));
  return {
    set: { dueAt: first.runsOutAt },
    emit: [
      ...tell(record, 'RUNS_OUT_SOON', false),
      timerAt('notEnsured', due, { states: ['DUE_SOON'], enteredBy: opId }),
    ],
  };
};

const notEnsured: PlanVerb = ({ record, opId }) => {
  const first = soonest(record.detail.goods);
  if (!first) throw instead(record, 'wait');
  return {
    emit: [
      { kind: 'supplyNeeded', payload: { good: first.good, by: first.runsOutAt.toISOString(), opId } },
      ...tell(record, 'NOT_ENSURED', true),
    ],
  };
};

const ensure: PlanVerb = (attempt) => {
  const { record, now, body } = attempt;
  const good = body.good ?? soonest(record.detail.goods)?.good;
  const goods = good ? brought(record.detail.goods, good, now) : record.detail.goods;
  return { ...newClocks(attempt, goods, true), unset: ['dueAt'] };
};

const noSign: PlanVerb = async ({ deps, record, now }) => {
  const { at, isAlerting } = await lastSignOf(deps, record);
  const quietAt = addHours(at, silentHours);
  if (quietAt > now) return { unset: ['detail.silentSince'], emit: [timerAt('noSign', quietAt, { states: open })] };
  const stay = { states: open };
  // whoever sees to the alert calls there: looked at again when that may be over
  if (isAlerting) return { emit: [timerAt('noSign', addHours(now, alertLookHours), stay)] };
  return {
    set: { 'detail.silentSince': record.detail.silentSince ?? now },
    emit: [
      notice({ gridOf: record.area }, 'NO_SIGN_OF_LIFE', {}, { urgent: true, while: stay }),
      timerAt('noSign', addHours(now, silentHours), stay),
    ],
  };
};

const recordCall: PlanVerb = ({ actor, occurredAt, body }) => {
  const call = { at: occurredAt, by: nameOf(actor), answered: body.answered === true };
  return { push: { 'detail.calls': [call] }, ...(call.answered ? { unset: ['detail.silentSince'] } : {}) };
};

/** What each action changes beside the state. */
export const planVerbs: Readonly<Partial<Record<PlanAction, PlanVerb>>> = {
  tellNeeds,
  dueSoon,
  notEnsured,
  ensure,
  noSign,
  recordCall,
  close: () => ({ unset: ['dueAt', 'detail.silentSince'] }),
};
