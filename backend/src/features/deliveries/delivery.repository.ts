import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordsIn } from '../../lifecycle';
import { isDuplicate, servedFilter, withIds } from '../../platform/database';
import { taskModel } from '../../tasks';
import type { Delivery } from './delivery';
import { type DeliveryInList, listFields } from './delivery-in-list';

/** A condition of our own making, never a part of somebody's input. */
export type DeliveryFilter = Readonly<Record<string, unknown>>;

/** Which goods, over which time, in requests in other states than these. */
export interface LastHad {
  readonly skus: readonly string[];
  readonly since: Date;
  readonly until: Date;
  readonly except: readonly string[];
}

const kind = 'DELIVERY' as const;

/** Reads of deliveries, and their insert; every later write is an act of the lifecycle engine. */
export function deliveryRepository(connection: Connection) {
  const model = taskModel(connection);
  const served = (filter: DeliveryFilter) => servedFilter(model.collection.collectionName, filter);
  const list = (filter: DeliveryFilter, sort: Record<string, 1 | -1>, limit: number) =>
    model
      .find(served({ ...filter, kind }))
      .sort(sort)
      .limit(limit)
      // the collection holds what its model says
      .lean<Delivery[]>()
      .exec();
  const rows = (filter: DeliveryFilter, sort: Record<string, 1 | -1>, limit: number) =>
    model
      .find(served({ ...filter, kind }))
      .select(listFields)
      .sort(sort)
      .limit(limit)
      .lean<DeliveryInList[]>()
      .exec();
  return {
    collection: model.collection,
    byId: (county: string, id: string) => model.findOne({ _id: id, county, kind }).lean<Delivery>().exec(),
    byIds: (county: string, ids: readonly string[]): Promise<Delivery[]> =>
      ids.length === 0 ? Promise.resolve([]) : list(withIds(county, ids), { createdAt: 1 }, ids.length),
    list,
    /** The same for lists of rows, of which there may be hundreds. */
    rows,
    /** Deliveries somebody holds or is offered, oldest first. */
    ofPerson: (county: string, field: 'assignee' | 'offeredTo', person: string, states: readonly string[]) =>
      list({ county, [`assignment.${field}`]: person, state: { $in: [...states] } }, { createdAt: 1 }, 60),
    /** When each household of a grid last asked for a good that it was to have, by `household:sku`. */
    async lastHad(county: string, grid: string, { skus, since, until, except }: LastHad) {
      const line = { $elemMatch: { sku: { $in: [...skus] }, outcome: { $ne: 'LEFT_OUT' } } };
      const found = await model
        .find(
          served({
            ...{ county, scope: grid, kind, state: { $nin: [...except] } },
            ...{ createdAt: { $gte: since, $lt: until }, 'detail.lines': line },
          }),
        )
        .select('household createdAt detail.lines.sku detail.lines.outcome')
        .lean<Delivery[]>()
        .exec();
      const last = new Map<string, Date>();
      for (const { household, createdAt, detail } of found) {
        for (const { sku = '', outcome } of detail.lines) {
          const key = `${household}:${sku}`;
          const before = last.get(key);
          if (outcome !== 'LEFT_OUT' && (!before || before < createdAt)) last.set(key, createdAt);
        }
      }
      return last;
    },
    count: (filter: DeliveryFilter) => model.countDocuments(served({ ...filter, kind })).exec(),
    open: openStates(deliveryLifecycle),
    /** Notes on an ended request which one goes on; it ends nothing and begins nothing, so it is no act. */
    async link(county: string, id: string, to: string): Promise<void> {
      await recordsIn<Delivery>(model.collection).updateOne(
        { _id: id, county, kind },
        { $set: { 'detail.linkedTo': to } } as object, // the driver's type knows no paths into the detail
      );
    },
    /** Inserts under its client-made id. @returns false when the id is there already */
    async insert(delivery: Delivery): Promise<boolean> {
      try {
        await recordsIn<Delivery>(model.collection).insertOne(delivery);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
  };
}
export type DeliveryRepository = ReturnType<typeof deliveryRepository>;
