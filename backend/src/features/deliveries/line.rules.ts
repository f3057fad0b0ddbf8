import type { ScarceShare } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { LineDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { Good } from '@grid-relief/shared-types/shops/shop.contract';
import type { Line } from './delivery';

/** What stands for a price until somebody has seen one: goods in free words. Fen for one unit. */
const guessFen = 1_000;
const guessGrams = 500;
/** Ten per cent above the estimate may be spent without asking (handbook 2.1). */
const freeMarginPercent = 10;
/** A volunteer never advances more than this without the household's consent. Fen. */
export const advanceLimitFen = 50_000;

/** A line with what the catalogue knows of it. Pure. */
export function lineOf(draft: LineDraft, goods: ReadonlyMap<string, Good>): Line {
  const good = draft.sku === undefined ? undefined : goods.get(draft.sku);
  const unitFen = good?.priceFen ?? draft.priceLimitFen ?? guessFen;
  return {
    ...draft,
    controlledFour: good?.controlledFour ?? draft.controlledFour ?? false,
    estimateFen: unitFen * draft.quantity,
    ...(good
      ? { name: good.name, nameEn: good.nameEn, unit: good.unit, picture: good.picture, aisle: good.aisle }
      : {}),
    cold: good?.cold ?? false,
    weightGrams: (good?.weightGrams ?? guessGrams) * draft.quantity,
    outcome: 'OPEN',
  };
}

export function estimateOf(lines: readonly Pick<Line, 'estimateFen'>[]): number {
  return lines.reduce((sum, line) => sum + line.estimateFen, 0);
}

/** What is wrong with the field, by its JSON pointer. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * Lines that ask for more of a scarce good than the household may still have, before its turn, or that name a line
 * twice (handbook 4.5). Pure.
 * @param before lines that stood there already: what was asked for in its turn is not lost with the week
 */
export function lineErrors(
  lines: readonly Line[],
  shares: ReadonlyMap<string, Pick<ScarceShare, 'left' | 'turn'>> = new Map(),
  before: readonly Pick<Line, 'sku' | 'quantity'>[] = [],
): FieldError[] {
  const seen = new Set<string>();
  const wanted = new Map<string, number>();
  const kept = quantities(before);
  return lines.flatMap((line, place) => {
    const pointer = `/lines/${place}`;
    if (seen.has(line.line)) return [{ pointer: `${pointer}/line`, detail: 'named twice' }];
    seen.add(line.line);
    const share = line.sku === undefined ? undefined : shares.get(line.sku);
    if (line.sku === undefined || !share) return [];
    const soFar = (wanted.get(line.sku) ?? 0) + line.quantity;
    wanted.set(line.sku, soFar);
    const isNew = soFar > (kept.get(line.sku) ?? 0);
    if (isNew && share.turn && !share.turn.isOpen)
      return [{ pointer: `${pointer}/sku`, detail: `turn ${share.turn.day}` }];
    return soFar > share.left ? [{ pointer: `${pointer}/quantity`, detail: `at most ${share.left}` }] : [];
  });
}

function quantities(lines: readonly Pick<Line, 'sku' | 'quantity'>[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { sku, quantity } of lines) if (sku !== undefined) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  return sums;
}

/**
 * What to do when something else lies on the shelf: the line's own rule decides, so that a person is asked only where
 * the household wants to be asked. The price is for the whole line. Pure.
 */
export function substitutionBy(line: Line, offeredPriceFen: number): 'TAKE' | 'LEAVE_OUT' | 'ASK' {
  const overLimit = line.priceLimitFen !== undefined && offeredPriceFen > line.priceLimitFen * line.quantity;
  switch (line.substitution.rule) {
    case 'SIMILAR':
      return !overLimit && offeredPriceFen * 100 <= line.estimateFen * (100 + line.substitution.maxExtraPercent)
        ? 'TAKE'
        : 'ASK';
    case 'ASK':
      return 'ASK';
    default:
      return 'LEAVE_OUT';
  }
}

/**
 * Why a line may not be replaced, for what the shop asks for the whole line: the household said so, or has not been
 * asked (handbook 2.1). What it took, or what its rule has taken, stands. Pure.
 */
export function replacementErrors(line: Line, priceFen: number, pointer: string): FieldError[] {
  if (line.outcome === 'REPLACED') return [];
  const verdict = substitutionBy(line, priceFen);
  return verdict === 'TAKE' ? [] : [{ pointer, detail: `decided by the rule of the line: ${verdict}` }];
}

/** A line as the shop found it. */
export interface Bought {
  readonly line: string;
  readonly outcome: 'FOUND' | 'REPLACED' | 'LEFT_OUT';
  readonly boughtQuantity?: number | undefined;
  readonly actualFen?: number | undefined;
}

/** The lines after paying: what the till says wins; lines nobody mentioned and nobody found were left out. Pure. */
export function linesAfter(lines: readonly Line[], bought: readonly Bought[]): Line[] {
  const byLine = new Map(bought.map((entry) => [entry.line, entry]));
  return lines.map((line) => {
    const entry = byLine.get(line.line);
    if (!entry) return line.outcome === 'OPEN' || line.outcome === 'ASKED' ? { ...line, outcome: 'LEFT_OUT' } : line;
    if (entry.outcome === 'LEFT_OUT') return { ...line, outcome: 'LEFT_OUT' };
    return {
      ...line,
      outcome: entry.outcome,
      boughtQuantity: entry.boughtQuantity ?? line.quantity,
      actualFen: entry.actualFen ?? line.actualFen ?? line.estimateFen,
    };
  });
}

/**
 * The lines by the receipt alone: what it does not name was not bought, whatever an estimate or somebody else has taken
 * it for. Pure.
 */
export function linesByReceipt(lines: readonly Line[], receipt: readonly Bought[]): Line[] {
  const asked = lines.map(({ actualFen: _fen, boughtQuantity: _bought, ...line }): Line => {
    return line.outcome === 'LEFT_OUT' ? line : { ...line, outcome: 'OPEN' };
  });
  return linesAfter(asked, receipt);
}

export function paidFen(lines: readonly Line[]): number {
  return lines.reduce((sum, { outcome, actualFen = 0 }) => (isBought(outcome) ? sum + actualFen : sum), 0);
}

function isBought(outcome: Line['outcome']): boolean {
  return outcome === 'FOUND' || outcome === 'REPLACED';
}

/** What is wrong with a purchase; empty: it stands (handbook 2.1). Pure. */
export function purchaseErrors(
  detail: { readonly estimateFen: number; readonly consent?: { neededFen: number; givenAt?: Date } | undefined },
  linesBefore: readonly Line[],
  bought: readonly Bought[],
): FieldError[] {
  const known = new Set(linesBefore.map(({ line }) => line));
  const strange = bought.flatMap(({ line }, place) =>
    known.has(line) ? [] : [{ pointer: `/lines/${place}/line`, detail: 'not on this request' }],
  );
  const against = bought.flatMap(({ line: id, outcome, actualFen }, place) => {
    const line = linesBefore.find((candidate) => candidate.line === id);
    if (!line || outcome !== 'REPLACED') return [];
    return replacementErrors(line, actualFen ?? line.estimateFen, `/lines/${place}/outcome`);
  });
  const after = linesAfter(linesBefore, bought);
  const nothing = after.some(({ outcome }) => isBought(outcome))
    ? []
    : [{ pointer: '/lines', detail: 'at least one line is bought' }];
  const amount = paidFen(after);
  const consented = detail.consent?.givenAt ? detail.consent.neededFen : 0;
  const over = needsConsent(amount, detail.estimateFen) && amount > consented;
  return [
    ...strange,
    ...against,
    ...nothing,
    ...(over ? [{ pointer: '/lines', detail: `consent needed for ${amount} fen` }] : []),
  ];
}

/** Whether the household must agree before so much is paid. Fen. Pure. */
export function needsConsent(amountFen: number, estimateFen: number): boolean {
  return amountFen > advanceLimitFen || amountFen * 100 > estimateFen * (100 + freeMarginPercent);
}
