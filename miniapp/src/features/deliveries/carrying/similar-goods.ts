import type { LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { Good } from '@grid-relief/shared-types/shops/shop.contract';

/** Something to take instead: its price for the whole line, and how much more (or, below zero, less) that is. */
export type Similar = { readonly good: Good; readonly priceFen: number; readonly extraFen: number };

const shown = 4;

/** Similar goods of the shop, nearest price first: of the same picture, or when there are none of the same aisle. */
function similarTo(line: LineView, goods: readonly Good[]): Similar[] {
  const others = goods.filter((good) => good.sku !== line.sku && good.name !== line.name);
  const sameKind = others.filter(({ picture }) => picture === line.picture);
  const near = sameKind.length > 0 ? sameKind : others.filter(({ aisle }) => aisle === line.aisle);
  return (
    near
      // a medicine is never swapped for a controlled one behind the doctor's back (handbook 4.8)
      .filter((good) => !good.controlledFour && !line.controlledFour)
      .map((good) => {
        const priceFen = good.priceFen * line.quantity;
        return { good, priceFen, extraFen: priceFen - line.estimateFen };
      })
      .sort((a, b) => Math.abs(a.extraFen) - Math.abs(b.extraFen))
      .slice(0, shown)
  );
}

/** What the household's rule lets the buyer do with a line that is sold out. */
export type SoldOutWay = {
  /** TAKE: buy it without asking; ASK: the household decides; LEAVE: no replacement. */
  readonly way: 'TAKE' | 'ASK' | 'LEAVE';
  readonly offers: readonly Similar[];
};

/** Applies the line's rule (handbook 2.1): similar up to a price, ask, leave out, or only ever the same item. */
export function soldOutWay(line: LineView, goods: readonly Good[]): SoldOutWay {
  const { substitution } = line;
  if (substitution.rule === 'NONE' || substitution.rule === 'NEVER') return { way: 'LEAVE', offers: [] };
  const offers = similarTo(line, goods);
  if (substitution.rule === 'ASK') return { way: 'ASK', offers };
  const most = line.estimateFen * (100 + substitution.maxExtraPercent);
  const limit = (line.priceLimitFen ?? Number.POSITIVE_INFINITY) * line.quantity;
  const within = offers.filter(({ priceFen }) => priceFen * 100 <= most && priceFen <= limit);
  return within.length > 0 ? { way: 'TAKE', offers: within } : { way: 'ASK', offers };
}
