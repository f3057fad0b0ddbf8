import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import type { Fen } from '@grid-relief/shared-types/primitives/fen';
import { TaskId } from '@grid-relief/shared-types/primitives/ids';
import type { Line } from '../delivery';

type PickLine = RunView['picking'][number];

/** A request as the picking list needs it: bag code and goods, no name and no door. */
export interface Bag {
  readonly delivery: string;
  readonly code: string;
  readonly lines: readonly Line[];
}

/**
 * One shopping list for all bags: the same goods once, in the order of the aisles, what must stay cold last
 * (handbook 4.5). Lines in free words are never put together: they may mean different things. Pure.
 * @param aisles the shop's aisles in walking order; unknown ones come behind them
 */
export function pickingList(bags: readonly Bag[], aisles: readonly string[] = []): PickLine[] {
  const positions = new Map<string, PickLine>();
  for (const { delivery, code, lines } of bags) {
    for (const line of lines.filter(({ outcome }) => outcome !== 'LEFT_OUT')) {
      const key = line.sku ?? `${delivery}:${line.line}`;
      const before = positions.get(key) ?? empty(line);
      const bag = { code, delivery: TaskId.parse(delivery), line: line.line, quantity: line.quantity };
      const estimateFen: Fen = before.estimateFen + line.estimateFen;
      const quantity = before.quantity + line.quantity;
      positions.set(key, { ...before, quantity, estimateFen, bags: [...before.bags, bag] });
    }
  }
  const place = ({ aisle }: PickLine) => (aisles.includes(aisle) ? aisles.indexOf(aisle) : aisles.length);
  return [...positions.values()].sort(
    (a, b) =>
      Number(a.cold) - Number(b.cold) || place(a) - place(b) || compare(a.aisle, b.aisle) || compare(a.name, b.name),
  );
}

function empty({ aisle = '', sku, name, nameEn, picture, unit, cold }: Line): PickLine {
  return {
    aisle,
    ...(sku === undefined ? {} : { sku }),
    name,
    ...(nameEn === undefined ? {} : { nameEn }),
    ...(picture === undefined ? {} : { picture }),
    unit,
    quantity: 0,
    cold,
    estimateFen: 0,
    bags: [],
  };
}

/** By code unit: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
