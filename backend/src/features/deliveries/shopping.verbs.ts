import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { Problem } from '../../http/problem';
import { setInList } from '../../lifecycle';
import { cardOut } from './custody.rules';
import { type Delivery, known, type Line } from './delivery';
import { advanced, toGrid, toHolder, toHousehold } from './entries';
import { type Bought, linesAfter, paidFen, purchaseErrors, replacementErrors, substitutionBy } from './line.rules';
import { refuse } from './refuse';
import { askForPatient, mustBeRegistered } from './register.verbs';
import type { Attempt, Effects, Verb, VerbOf } from './verb';

const answerWithinMinutes = 10;

function lineIn(delivery: Delivery, id: string): Line {
  const line = delivery.detail.lines.find((candidate) => candidate.line === id);
  if (!line)
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/line', detail: 'not on this request' }] });
  return line;
}

/** Paid: the carrier is owed what was advanced, whoever carries it to the door. */
export function bought(delivery: Delivery, lines: readonly Line[], now: Date): Effects {
  const amount = paidFen(lines);
  const { assignee } = delivery.assignment;
  const advances = delivery.detail.payMode === 'VOLUNTEER_ADVANCE' && assignee !== undefined;
  return {
    set: {
      'detail.lines': lines,
      'detail.actualFen': amount,
      ...(advances ? { 'detail.advancedBy': assignee } : {}),
    },
    unset: ['detail.question'],
    emit: [toHousehold(delivery, 'BOUGHT'), ...(advances ? advanced(amount, assignee, now) : [])],
  };
}

/** The other name of goods that the shop has in its catalogue under this one; whoever wrote free words has none. */
async function otherName(
  deps: Attempt['deps'],
  { county, detail }: Delivery,
  name: string,
): Promise<string | undefined> {
  if (!detail.shop) return undefined;
  return [...(await deps.goodsOf(county, detail.shop)).values()].find((good) => good.name === name)?.nameEn;
}

const askSubstitution: VerbOf<'askSubstitution'> = async (delivery, { body, now, deps }) => {
  const line = lineIn(delivery, body.line);
  const verdict = substitutionBy(line, body.offeredPriceFen);
  // the household has answered this in advance: nobody is asked
  if (verdict !== 'ASK') refuse([{ pointer: '/line', detail: `decided by the rule of the line: ${verdict}` }]);
  const { offeredName, offeredPriceFen } = body;
  const answerBy = addMinutes(now, answerWithinMinutes);
  return {
    set: {
      'detail.question': {
        ...{ line: line.line, offeredName, offeredPriceFen, askedAt: now, answerBy },
        ...known({ offeredNameEn: await otherName(deps, delivery, offeredName) }),
      },
    },
    stages: [setInList('detail.lines', 'line', line.line, { outcome: 'ASKED' })],
    emit: [toHousehold(delivery, 'SUBSTITUTION_ASKED', { urgent: true })],
  };
};

function answered(delivery: Delivery, take: boolean): Effects {
  const { question } = delivery.detail;
  if (!question) return {};
  const { offeredName: name, offeredNameEn: nameEn, offeredPriceFen: priceFen } = question;
  const change = take
    ? { outcome: 'REPLACED', replacement: { name, priceFen, ...known({ nameEn }) }, actualFen: priceFen }
    : { outcome: 'LEFT_OUT' };
  return {
    unset: ['detail.question'],
    stages: [setInList('detail.lines', 'line', question.line, change)],
    emit: toHolder(delivery, take ? 'SUBSTITUTION_TAKEN' : 'SUBSTITUTION_LEFT_OUT'),
  };
}

const purchase: VerbOf<'purchase'> = (delivery, { deps, body, now }) => {
  const { detail } = delivery;
  refuse(purchaseErrors(detail, detail.lines, body.lines));
  mustBeRegistered(delivery, body.lines, deps, now);
  const effects = bought(delivery, linesAfter(detail.lines, body.lines), now);
  return { ...effects, set: { ...effects.set, 'detail.receiptPhoto': body.receiptPhoto, 'detail.bags': body.bags } };
};

/** What a line is taken for without a receipt: bought, unless the household left it out. */
function byEstimate({ line, outcome }: Line): Bought[] {
  if (outcome === 'LEFT_OUT') return [];
  return [{ line, outcome: outcome === 'REPLACED' ? outcome : 'FOUND' }];
}

/** Paid before the stop was heard: the receipt follows, until then the estimate stands. */
const takenAsPaid: Verb = (delivery, { now }) => {
  const { lines } = delivery.detail;
  return bought(delivery, linesAfter(lines, lines.flatMap(byEstimate)), now);
};

/** In the shop: lines, questions, consent, paying, stopping. */
export const shoppingVerbs = {
  startShopping: ((delivery, { deps, now }) => ({
    emit: [toHousehold(delivery, 'SHOPPING_BEGAN'), ...askForPatient(delivery, deps, now)],
  })) satisfies Verb,
  begin: ((delivery) => ({ emit: [toHousehold(delivery, 'ERRAND_BEGAN')] })) satisfies Verb,
  reportLine: (async (delivery, { body, deps }) => {
    const { line, ...outcome } = body;
    const priceFen = body.replacement?.priceFen ?? body.actualFen ?? 0;
    // at the shelf it is still a choice, and the household's; once paid it is what has happened
    const choosing = body.outcome === 'REPLACED' && delivery.state !== 'PURCHASED';
    if (choosing) refuse(replacementErrors(lineIn(delivery, line), priceFen, '/outcome'));
    const { opId: _op, occurredAt: _at, reason: _why, revision: _rev, ...change } = outcome;
    const { replacement } = change;
    if (!replacement) return { stages: [setInList('detail.lines', 'line', line, change)] };
    const named = { ...replacement, ...known({ nameEn: await otherName(deps, delivery, replacement.name) }) };
    return { stages: [setInList('detail.lines', 'line', line, { ...change, replacement: named })] };
  }) satisfies VerbOf<'reportLine'>,
  askSubstitution,
  answerSubstitution: ((delivery, { body }) => {
    if (delivery.detail.question?.line !== body.line) refuse([{ pointer: '/line', detail: 'nobody asks about it' }]);
    return answered(delivery, body.take);
  }) satisfies VerbOf<'answerSubstitution'>,
  substitutionTimeout: ((delivery) => answered(delivery, false)) satisfies Verb,
  askConsent: ((delivery, { body }) => ({
    set: { 'detail.consent': { neededFen: body.neededFen } },
    emit: [toHousehold(delivery, 'CONSENT_ASKED', { urgent: true })],
  })) satisfies VerbOf<'askConsent'>,
  giveConsent: ((delivery, { body, now }) => ({
    set: { 'detail.consent': { neededFen: body.neededFen, givenAt: now } },
    emit: toHolder(delivery, 'CONSENT_GIVEN'),
  })) satisfies VerbOf<'giveConsent'>,
  purchase,
  paid: takenAsPaid,
  cancelTimeout: takenAsPaid,
  nothingBought: ((delivery) => ({
    emit: [toHousehold(delivery, 'NOTHING_BOUGHT'), toGrid(delivery, 'NOTHING_BOUGHT')],
  })) satisfies Verb,
  closeUnfulfilled: ((delivery) => ({ emit: [toHousehold(delivery, 'CLOSED_UNFULFILLED')] })) satisfies Verb,
  askCancel: ((delivery) => ({ unset: ['detail.question'], emit: toHolder(delivery, 'CANCEL_ASKED') })) satisfies Verb,
  notPaid: ((delivery) => ({
    to: cardOut(delivery) ? 'NOTHING_BOUGHT' : 'CANCELLED',
    emit: [toHousehold(delivery, cardOut(delivery) ? 'NOTHING_BOUGHT' : 'CANCELLED')],
  })) satisfies Verb,
};
