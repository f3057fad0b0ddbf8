import { Problem } from '../http/problem';
import { type NativeCollection, type Records, recordsIn, untilKnown } from '../lifecycle';

/** An amount set aside by an operation. */
export interface Holding {
  readonly opId: string;
  /** In the resource's own unit, whole numbers. */
  readonly amount: number;
  readonly at: Date;
}

interface Resource {
  readonly _id: string;
  readonly county: string;
  /** What nobody has reserved. */
  readonly free: number;
  readonly holdings: readonly Holding[];
}

/** A document with `free` and `holdings`. */
export interface ResourcePlace {
  readonly collection: NativeCollection;
  readonly resource: string;
  readonly county: string;
}

/**
 * Sets an amount aside: what is free and who holds it change in one write. A repeat keeps the first.
 * @throws Problem capacity-full with what is free; op-id-reused for another amount; not-found
 */
export async function reserveQuantity(place: ResourcePlace, holding: Holding): Promise<void> {
  const { resource: _id, county } = place;
  const { opId, amount } = holding;
  if (!Number.isInteger(amount) || amount <= 0) throw new Error('an amount is a whole number above zero');
  const resources = resourcesIn(place.collection);
  const present = await untilKnown(async () => {
    const { matchedCount } = await resources.updateOne(
      { _id, county, free: { $gte: amount }, 'holdings.opId': { $ne: opId } },
      { $inc: { free: -amount }, $push: { holdings: { ...holding } } },
    );
    return matchedCount > 0 ? undefined : ((await resources.findOne({ _id, county })) ?? 'nothing');
  });
  if (present === undefined) return;
  if (present === 'nothing') throw new Problem('not-found');
  const earlier = present.holdings.find((held) => held.opId === opId);
  if (!earlier) throw new Problem('capacity-full', undefined, { free: present.free, next: 'less' });
  if (earlier.amount !== amount) throw new Problem('op-id-reused');
}

/** Gives an amount back. Safe to repeat: only a holding that is still there counts. */
export function unreserveQuantity(place: ResourcePlace, opId: string): Promise<void> {
  return endHolding(place, opId, (amount) => ({ $inc: { free: amount } }));
}

/** The amount was used up: the holding ends and nothing becomes free. Safe to repeat. */
export function consumeQuantity(place: ResourcePlace, opId: string): Promise<void> {
  return endHolding(place, opId, () => ({}));
}

async function endHolding(
  { collection, resource: _id, county }: ResourcePlace,
  opId: string,
  change: (amount: number) => { $inc?: { free: number } },
): Promise<void> {
  const resources = resourcesIn(collection);
  await untilKnown(async () => {
    const holding = (await resources.findOne({ _id, county }))?.holdings.find((held) => held.opId === opId);
    if (!holding) return;
    const held = { _id, county, holdings: { $elemMatch: { opId, amount: holding.amount } } };
    await resources.updateOne(held, { ...change(holding.amount), $pull: { holdings: { opId } } });
  });
}

function resourcesIn(collection: NativeCollection): Records<Resource> {
  return recordsIn<Resource>(collection);
}
