import type { LineDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../../http/problem';
import type { Delivery, Line } from './delivery';
import { askDoctor } from './doctor.verbs';
import { toHolder } from './entries';
import { askGrid, isFlagged } from './flagged.verbs';
import { estimateOf, lineErrors, lineOf } from './line.rules';
import { refuse } from './refuse';
import { asksRegister } from './register.rules';
import { askForPatient, fourClassOf } from './register.verbs';
import { goodsIn, sharesFor } from './scarce-goods';
import { flagsOf, mustAsk } from './triage.rules';
import type { Attempt, Effects } from './verb';

/**
 * Other lines before anybody shops: looked up anew, held against the limits of scarce goods, and asked about when there
 * is four-class medicine among them.
 * @param joined the request whose lines come in, which has its own share of scarce goods no more
 * @throws Problem invalid-input, transition-not-allowed
 */
export async function withLines(
  delivery: Delivery,
  attempt: Attempt,
  change: (lines: readonly Line[]) => readonly Line[],
  joined?: string,
): Promise<Effects> {
  const { deps } = attempt;
  const { state, revision } = delivery;
  const { shop, forPost } = delivery.detail;
  // a post asks for so many meals, and never for goods
  if (forPost) throw new Problem('transition-not-allowed', undefined, { state, revision, next: 'refresh' });
  const goods = shop ? await deps.goodsOf(delivery.county, shop) : new Map();
  const lines = change(delivery.detail.lines).map((line) => lineOf(draftOf(line), goods));
  const shares = await sharesFor(deps, { ...delivery, joined }, goodsIn(lines, goods), attempt.now);
  refuse(lineErrors(lines, shares, joined === undefined ? delivery.detail.lines : lines));
  const asked = askAboutNewMedicine(delivery, lines, attempt);
  return {
    ...(asksRegister(lines, fourClassOf(deps, delivery, attempt.now)) ? {} : { unset: ['detail.patient'] }),
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
  const register = askForPatient({ ...delivery, detail: { ...detail, lines } }, deps, now);
  const isNews = !isFlagged(detail) && isFlagged({ flags: asks });
  const grid = isNews ? askGrid(area, detail.code, now) : [];
  return { set: { 'detail.flags': [...detail.flags, ...asks] }, emit: [...doctor, ...grid, ...register] };
}

/** Before shopping a line is only what was asked for; what the catalogue said is looked up anew. */
function draftOf(line: Line): LineDraft {
  const { estimateFen: _fen, picture: _picture, aisle: _aisle, cold: _cold, nameEn: _en, ...rest } = line;
  const { weightGrams: _grams, outcome: _outcome, ...draft } = rest;
  return draft;
}
