import type { LineDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../../http/problem';
import { isSystem } from '../../lifecycle';
import type { Delivery, Line } from './delivery';
import { shoppedKinds } from './delivery';
import { deliveryRepository } from './delivery.repository';
import { askDoctor } from './doctor.verbs';
import { fireAfter, follow, route, toGrid, toHolder, toHousehold } from './entries';
import { estimateOf, lineErrors, lineOf } from './line.rules';
import { refuse } from './refuse';
import { flagsOf, mustAsk, raisedByAge } from './triage.rules';
import type { Attempt, Effects, Verb, VerbOf } from './verb';

const ageAfterMinutes = 120;
const waiting = ['TRIAGED', 'BATCHED', 'OFFERED'];

/** Goods that can wait go with others; what is urgent goes alone at once (handbook 4.5). */
function searchOf({ variant, detail }: Delivery, priority: number, now: Date) {
  return priority >= 2 && shoppedKinds.includes(variant) && detail.shop ? { kind: 'batch', due: now } : route(now);
}

const triage: VerbOf<'triage'> = (delivery, { body, now, actor }) => {
  const stuck = mustAsk(delivery.detail.flags);
  if (stuck) {
    // medicine against fever for somebody with fever is the doctor's, and whether there is one must be said (handbook 4.8)
    throw new Problem('transition-not-allowed', undefined, {
      state: delivery.state,
      revision: delivery.revision,
      next: stuck,
    });
  }
  const priority = isSystem(actor) || !body.priority ? delivery.priority : Number(body.priority.slice(1));
  return {
    set: { priority, waitingSince: now, ...(isSystem(actor) ? {} : { 'detail.flags': [] }) },
    emit: [
      searchOf(delivery, priority, now),
      ...(priority > 1 ? [fireAfter(ageAfterMinutes, 'raisePriority', now, waiting)] : []),
    ],
  };
};

async function withLines(
  delivery: Delivery,
  attempt: Attempt,
  change: (lines: readonly Line[]) => readonly Line[],
): Promise<Effects> {
  const { deps } = attempt;
  const { shop } = delivery.detail;
  const goods = shop ? await deps.goodsOf(delivery.county, shop) : new Map();
  const lines = change(delivery.detail.lines).map((line) => lineOf(draftOf(line), goods));
  const errors = lineErrors(lines, goods);
  refuse(errors);
  const asked = askAboutNewMedicine(delivery, lines, attempt);
  return {
    set: { 'detail.lines': lines, 'detail.estimateFen': estimateOf(lines), ...asked.set },
    emit: [...toHolder(delivery, 'LINES_CHANGED'), ...(asked.emit ?? [])],
  };
}

/**
 * Four-class medicine that comes in later is asked about as well: on a request that is still looked at; on one that
 * somebody may be buying it needs a request of its own (handbook 4.8).
 */
function askAboutNewMedicine(delivery: Delivery, lines: readonly Line[], { deps, now }: Attempt): Effects {
  const { state, revision, variant: kind, area, detail } = delivery;
  if (detail.lines.some(({ controlledFour }) => controlledFour)) return {};
  const medicine = lines.filter(({ controlledFour }) => controlledFour);
  const mode = deps.fourClassMode(areaId(area), now);
  const asks = flagsOf({ kind }, medicine, mode).filter((flag) => mustAsk([flag]) && !detail.flags.includes(flag));
  if (asks.length === 0) return {};
  if (state !== 'SUBMITTED') {
    throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'ask-anew' });
  }
  const doctor = asks.includes('DOCTOR') ? askDoctor(area, detail.code, now) : [];
  return { set: { 'detail.flags': [...detail.flags, ...asks] }, emit: doctor };
}

/** Before shopping a line is only what was asked for; what the catalogue said is looked up anew. */
function draftOf(line: Line): LineDraft {
  const { estimateFen: _fen, picture: _picture, aisle: _aisle, cold: _cold, ...rest } = line;
  const { weightGrams: _grams, outcome: _outcome, ...draft } = rest;
  return draft;
}

const asLine = (draft: LineDraft): Line => lineOf(draft, new Map());

const raisePriority: VerbOf<'raisePriority'> = (delivery, { body, actor, now }) => {
  const priority = isSystem(actor) ? raisedByAge(delivery.priority) : Number(body.priority.slice(1));
  const urgent = priority <= 1;
  return {
    set: { priority },
    emit: [
      ...(urgent && delivery.state === 'BATCHED' ? [follow('unbatch')] : []),
      ...(priority > 1 ? [fireAfter(ageAfterMinutes, 'raisePriority', now, waiting)] : []),
      ...(urgent && isSystem(actor) ? [toGrid(delivery, 'WAITING_LONG', { urgent: true })] : []),
    ],
  };
};

/** What the request that goes on takes over of the one that came twice. */
interface Absorbed {
  readonly lines: readonly Line[];
  readonly authors: readonly string[];
}

/**
 * Joins a request with the one that goes on: the same household and kind, not yet in a shop. That one takes the goods
 * first; if this act is lost after it, the repeat finds them there.
 */
const merge: VerbOf<'merge'> = async (delivery, { deps, body, also }) => {
  const { county, household, variant, state, revision, detail } = delivery;
  const stuck = mustAsk(detail.flags);
  // what a doctor or the household must say first is not bought by way of another request
  if (stuck) throw new Problem('transition-not-allowed', undefined, { state, revision, next: stuck });
  const target = await deliveryRepository(deps.connection).byId(county, body.into);
  const same = target && target._id !== delivery._id && target.household === household && target.variant === variant;
  if (!same || !deliveryLifecycle.actions.absorb.from.some((open) => open === target.state)) {
    throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'choose-another' });
  }
  const authors = [detail.askedBy, ...(detail.alsoAskedBy ?? [])];
  await also(target._id, 'absorb', { lines: detail.lines, authors } satisfies Absorbed);
  return { set: { 'detail.linkedTo': target._id }, emit: [toHousehold(delivery, 'MERGED')] };
};

const longestLineId = 16;

const absorb: Verb<Absorbed> = async (delivery, attempt) => {
  const { lines: coming, authors } = attempt.body;
  const known = [delivery.detail.askedBy, ...(delivery.detail.alsoAskedBy ?? [])];
  const effects = await withLines(delivery, attempt, (lines) => {
    const taken = new Set(lines.map(({ line }) => line));
    const renamed = coming.map((line, at) =>
      taken.has(line.line) ? { ...line, line: `m${lines.length + at}${line.line}`.slice(0, longestLineId) } : line,
    );
    return [...lines, ...renamed];
  });
  return { ...effects, push: { 'detail.alsoAskedBy': authors.filter((author) => !known.includes(author)) } };
};

/** What happens to a request before anybody goes shopping. */
export const requestVerbs = {
  triage,
  raisePriority,
  merge,
  absorb,
  reject: ((delivery) => ({ emit: [toHousehold(delivery, 'REJECTED')] })) satisfies Verb,
  addLines: ((delivery, attempt) =>
    withLines(delivery, attempt, (lines) => [
      ...lines,
      ...attempt.body.lines.map(asLine),
    ])) satisfies VerbOf<'addLines'>,
  editLines: ((delivery, attempt) =>
    withLines(delivery, attempt, () => attempt.body.lines.map(asLine))) satisfies VerbOf<'editLines'>,
  note: ((_, { body, opId, now }) => ({
    push: { 'detail.remarks': [{ opId, at: now, words: body.words }] },
  })) satisfies VerbOf<'note'>,
  cancel: ((delivery) => ({
    emit: [...toHolder(delivery, 'CANCELLED'), toHousehold(delivery, 'CANCELLED')],
  })) satisfies Verb,
};
