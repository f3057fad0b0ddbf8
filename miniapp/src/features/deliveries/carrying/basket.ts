import type { DeliveryView, LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';

/** More than this share of the estimate, or more than this in all, and the household is asked before paying (handbook 2.1). */
const freePercent = 110;
const advanceLimitFen = 50_000;

/** Lines that somebody pays for: found or replaced. */
export const isBought = ({ outcome }: Pick<LineView, 'outcome'>): boolean =>
  outcome === 'FOUND' || outcome === 'REPLACED';

/** Lines nobody has looked at yet. */
export const isOpenLine = ({ outcome }: Pick<LineView, 'outcome'>): boolean => outcome === 'OPEN';

/** The price of a line as far as known: on the receipt, of the replacement, or the estimate for what was taken. */
export function priceOf(line: LineView): number {
  if (!isBought(line)) return 0;
  if (line.actualFen !== undefined) return line.actualFen;
  if (line.replacement !== undefined) return line.replacement.priceFen;
  return Math.round((line.estimateFen * (line.boughtQuantity ?? line.quantity)) / line.quantity);
}

/** What is in the basket, in fen. */
export function runningFen(lines: readonly LineView[]): number {
  return lines.reduce((sum, line) => sum + priceOf(line), 0);
}

/** How the household's agreement stands to a total: not needed, to be asked for, asked, or given. */
export function consentState(
  { estimateFen, consent }: Pick<DeliveryView, 'estimateFen' | 'consent'>,
  totalFen: number,
): 'notNeeded' | 'toAsk' | 'asked' | 'given' {
  if (totalFen <= advanceLimitFen && totalFen * 100 <= estimateFen * freePercent) return 'notNeeded';
  if (consent === undefined || consent.neededFen < totalFen) return 'toAsk';
  return consent.givenAt === undefined ? 'asked' : 'given';
}

/** Lines by aisle, in the order the shop names them first; what must be cold comes last (handbook 4.5). */
export function byAisle<L extends { readonly aisle?: string | undefined; readonly cold: boolean }>(
  lines: readonly L[],
): { readonly aisle: string | undefined; readonly lines: readonly L[] }[] {
  const ordered = [...lines.filter(({ cold }) => !cold), ...lines.filter(({ cold }) => cold)];
  const aisles = [...new Set(ordered.map(({ aisle }) => aisle))];
  return aisles.map((aisle) => ({ aisle, lines: ordered.filter((line) => line.aisle === aisle) }));
}
