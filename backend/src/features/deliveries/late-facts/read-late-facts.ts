import type { LateFact } from '../../../lifecycle';
import type { Delivery } from '../delivery';
import type { DeliveryDeps } from '../delivery.deps';
import { deliveryRepository } from '../delivery.repository';
import { ownDeliveryId } from '../linked-delivery';
import type { OtherWorks } from './other-work';
import { type WhatFollows, whatFollows } from './what-follows.rules';

/** What late facts need beside deliveries: the other work that facts may be about. */
export interface LateFactDeps extends DeliveryDeps {
  readonly others: OtherWorks;
}

/** A late fact beside what it is about, and what follows from it now. */
export interface Standing {
  readonly late: LateFact;
  readonly what: WhatFollows;
  readonly record?: Delivery;
  /** The delivery of its own that is there already. */
  readonly own?: Delivery;
}

/** How late facts stand now, deliveries in two questions for all of them. */
export async function standingsOf(deps: LateFactDeps, facts: readonly LateFact[]): Promise<Standing[]> {
  const [first] = facts;
  if (!first) return [];
  const about = facts.filter(({ fact }) => fact.recordKind === 'DELIVERY');
  const ids = about.flatMap(({ county, fact: { record, by } }) => [record, ownDeliveryId({ county, _id: record }, by)]);
  const found = await deliveryRepository(deps.connection).byIds(first.county, [...new Set(ids)]);
  const byId = new Map(found.map((delivery) => [delivery._id, delivery]));
  return Promise.all(facts.map((late) => standingOf(deps, late, byId)));
}

/** One of them. */
export async function readStanding(deps: LateFactDeps, late: LateFact): Promise<Standing> {
  const [standing] = await standingsOf(deps, [late]);
  if (!standing) throw new Error('one fact has one standing');
  return standing;
}

async function standingOf(deps: LateFactDeps, late: LateFact, byId: ReadonlyMap<string, Delivery>): Promise<Standing> {
  const { county, fact } = late;
  if (fact.recordKind !== 'DELIVERY') return { late, what: await ofOtherWork(deps, late) };
  const record = byId.get(fact.record);
  const own = byId.get(ownDeliveryId({ county, _id: fact.record }, fact.by));
  return { late, what: whatFollows(fact, record, own), ...(record ? { record } : {}), ...(own ? { own } : {}) };
}

async function ofOtherWork({ others }: LateFactDeps, { county, fact }: LateFact): Promise<WhatFollows> {
  const work = others[fact.recordKind];
  const record = await work?.find(county, fact.record);
  if (!work || !record) return { follows: 'NOTHING', because: 'GONE' };
  const acts = work.catchesUp(record, fact);
  return typeof acts === 'string' ? { follows: 'NOTHING', because: acts } : { follows: 'MOVES_ON', acts };
}
