import type { LineDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { Problem } from '../../http/problem';
import { isSystem, setInList } from '../../lifecycle';
import { withLines } from './change-lines';
import type { Delivery, Line } from './delivery';
import { shoppedKinds } from './delivery';
import { deliveryRepository } from './delivery.repository';
import { fireAfter, follow, route, toGrid, toHolder, toHousehold } from './entries';
import { lineOf } from './line.rules';
import { cameAnyway } from './reasons';
import { refuse } from './refuse';
import { goesByPoint } from './sealed-zone';
import { mustAsk, raisedByAge } from './triage.rules';
import type { Verb, VerbOf } from './verb';

const ageAfterMinutes = 120;
const waiting = ['TRIAGED', 'BATCHED', 'OFFERED'];

/**
 * Goods that can wait go with others; what is urgent goes alone at once (handbook 4.5). So does what changes hands at the
 * edge of a sealed zone: a run has one carrier to its last door, and there every bag has a second one of its own.
 */
function searchOf(delivery: Delivery, priority: number, now: Date) {
  const { variant, detail } = delivery;
  const waits = priority >= 2 && shoppedKinds.includes(variant) && detail.shop && !goesByPoint(delivery);
  return waits ? { kind: 'batch', due: now } : route(now);
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
  readonly from: string;
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
  await also(target._id, 'absorb', { from: delivery._id, lines: detail.lines, authors } satisfies Absorbed);
  return { set: { 'detail.linkedTo': target._id }, emit: [toHousehold(delivery, 'MERGED')] };
};

const longestLineId = 16;

const absorb: Verb<Absorbed> = async (delivery, attempt) => {
  const { from, lines: coming, authors } = attempt.body;
  const known = [delivery.detail.askedBy, ...(delivery.detail.alsoAskedBy ?? [])];
  const both = (lines: readonly Line[]) => {
    const taken = new Set(lines.map(({ line }) => line));
    const renamed = coming.map((line, at) =>
      taken.has(line.line) ? { ...line, line: `m${lines.length + at}${line.line}`.slice(0, longestLineId) } : line,
    );
    return [...lines, ...renamed];
  };
  const effects = await withLines(delivery, attempt, both, from);
  return { ...effects, push: { 'detail.alsoAskedBy': authors.filter((author) => !known.includes(author)) } };
};

/** The rule of one line is the household's until whoever shops, or the household itself, has answered for the line. */
const changeSubstitution: VerbOf<'changeSubstitution'> = (delivery, { body }) => {
  const { state, revision, detail } = delivery;
  const { outcome } = detail.lines.find(({ line }) => line === body.line) ?? {};
  if (!outcome) refuse([{ pointer: '/line', detail: 'there is no such line' }]);
  if (outcome !== 'OPEN') {
    const next = outcome === 'ASKED' ? 'answer' : 'refresh';
    throw new Problem('transition-not-allowed', undefined, { state, revision, next });
  }
  return {
    stages: [setInList('detail.lines', 'line', body.line, { substitution: body.substitution })],
    emit: toHolder(delivery, 'LINES_CHANGED'),
  };
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
  changeSubstitution,
  note: (async ({ county }, { deps, body, opId, now }) => ({
    push: { 'detail.remarks': [{ opId, at: now, sealed: await deps.seal(county, body.words) }] },
  })) satisfies VerbOf<'note'>,
  cancel: ((delivery, { reason }) => ({
    emit: [
      ...toHolder(delivery, 'CANCELLED'),
      // it comes all the same, and the delivery by which it comes has said so
      ...(reason === cameAnyway ? [] : [toHousehold(delivery, 'CANCELLED')]),
    ],
  })) satisfies Verb,
};
