import type { ScarceShare } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { addMinutes, dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import type { Good } from '@grid-relief/shared-types/shops/shop.contract';
import { gridOf } from '../../routing';
import type { Delivery, Line } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRepository } from './delivery.repository';
import { type Turn, turnDays, turnOn, weekOf } from './turns.rules';

/** A household is served every two to three days (handbook 4.5); so long what it had counts towards its limit. Minutes. */
const rotationMinutes = 2 * 24 * 60;
/** Who has had nothing for so long is an equal of whoever never had any. Minutes. */
const rememberedMinutes = 56 * 24 * 60;
/** More requests than a household makes in that time. */
const readAtMost = 60;
const neverBrought: readonly string[] = ['CANCELLED', 'MERGED', 'REJECTED', 'VOID'];

/** For whom something is asked, and by which request; `joined` is another that this one takes over. */
type Asking = Pick<Delivery, 'county' | 'household' | 'area'> & {
  readonly _id?: string;
  readonly joined?: string | undefined;
};

/** What a household may still have of each scarce good, by SKU. */
export type Shares = ReadonlyMap<string, ScarceShare>;

/**
 * What a household may still have of the scarce ones among these goods, beside what it has asked for or had lately by
 * other requests, and when its turn is. Reads nothing when none is scarce.
 */
export async function sharesFor(
  deps: Pick<DeliveryDeps, 'connection' | 'households'>,
  asking: Asking,
  goods: readonly Good[],
  now: Date,
): Promise<Shares> {
  const scarce = goods.filter(({ limitPerHousehold, byTurns }) => limitPerHousehold !== undefined || byTurns);
  if (scarce.length === 0) return new Map();
  const byTurns = scarce.filter((good) => good.byTurns).map(({ sku }) => sku);
  const [lately, thisWeek, turns] = await Promise.all([
    hadSince(deps, asking, addMinutes(now, -rotationMinutes)),
    byTurns.length > 0 ? hadSince(deps, asking, weekBegins(now)) : new Map<string, number>(),
    turnsOf(deps, asking, byTurns, now),
  ]);
  return new Map(
    scarce.map(({ sku, limitPerHousehold: atMost = 1 }) => {
      const had = Math.max(lately.get(sku) ?? 0, turns.has(sku) ? (thisWeek.get(sku) ?? 0) : 0);
      const turn = turns.get(sku);
      return [sku, { sku, atMost, left: Math.max(0, atMost - had), ...(turn ? { turn } : {}) }];
    }),
  );
}

/** The goods of these lines, as the catalogue knows them. Pure. */
export function goodsIn(lines: readonly Pick<Line, 'sku'>[], goods: ReadonlyMap<string, Good>): Good[] {
  return [...new Set(lines.flatMap(({ sku }) => sku ?? []))].flatMap((sku) => goods.get(sku) ?? []);
}

async function hadSince(
  { connection }: Pick<DeliveryDeps, 'connection'>,
  { _id, county, household, joined }: Asking,
  since: Date,
): Promise<ReadonlyMap<string, number>> {
  const filter = { county, household, createdAt: { $gte: since }, state: { $nin: [...neverBrought] } };
  const found = await deliveryRepository(connection).list(filter, { createdAt: -1 }, readAtMost);
  return countBySku(found.filter((other) => other._id !== _id && other._id !== joined));
}

/** What is brought a second time because the first was wrong is not had twice. Pure. */
export function countBySku(deliveries: readonly Pick<Delivery, 'detail'>[]): ReadonlyMap<string, number> {
  const had = new Map<string, number>();
  for (const { detail } of deliveries) {
    if (detail.linkedFrom !== undefined) continue;
    for (const { sku, outcome, quantity, boughtQuantity = quantity } of detail.lines) {
      if (sku !== undefined && outcome !== 'LEFT_OUT') had.set(sku, (had.get(sku) ?? 0) + boughtQuantity);
    }
  }
  return had;
}

function weekBegins(now: Date): Date {
  return shanghaiInstant(weekOf(dayOf(now)), 0);
}

/**
 * This week's turn of a household for each good that its grid takes turns for. The order is that of the Monday, so that
 * nobody's day moves while others order; what was had since counts for the next week.
 */
async function turnsOf(
  { connection, households }: Pick<DeliveryDeps, 'connection' | 'households'>,
  { county, household, area }: Asking,
  skus: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Turn>> {
  const grid = gridOf(area);
  if (skus.length === 0 || grid === undefined) return new Map();
  const until = weekBegins(now);
  const [ids, had] = await Promise.all([
    households.idsIn(county, grid),
    deliveryRepository(connection).lastHad(county, grid, {
      ...{ skus, since: addMinutes(until, -rememberedMinutes), until, except: neverBrought },
    }),
  ]);
  const today = dayOf(now);
  return new Map(
    skus.flatMap((sku) => {
      const takers = ids.map((id) => {
        const lastHad = had.get(`${id}:${sku}`);
        return { id, ...(lastHad ? { lastHad } : {}) };
      });
      const day = turnDays(takers, weekOf(today)).get(household);
      return day === undefined ? [] : [[sku, turnOn(day, today)] as const];
    }),
  );
}
