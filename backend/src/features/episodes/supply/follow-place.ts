import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord } from '../../../lifecycle';
import { derivedId } from '../../../platform/ids';
import type { Episode } from '../episode';
import type { EpisodeDeps } from '../episode.deps';
import { episodeRepository } from '../episode.repository';
import type { DeliveryPlan } from './delivery-plan';
import { listen, watch } from './delivery-plan.verbs';
import { deliveryPlans, openPlansOf } from './delivery-plans';
import { firstNeeds } from './supply-clock.rules';

/** Whoever is in quarantine at home has a supply clock; whoever is not has none (handbook 2.3). */
export async function followPlace(deps: EpisodeDeps, record: Episode): Promise<void> {
  const { county, _id } = record;
  const plans = deliveryPlans(deps);
  if (isThere(record)) {
    if (!(await hasPlan(deps, record))) await plans.insert(await planFor(deps, record));
    await tellChain(deps, record);
    return;
  }
  for (const plan of await openPlansOf(deps.connection, county, [_id])) await plans.follow(plan, 'close');
  await passOn(deps, record);
}

const isThere = ({ detail }: Episode) =>
  detail.endedAt === undefined && (detail.placement === 'HOME' || detail.placement === 'MONITORING');

/** One clock a home: whoever came first has it. */
async function hasPlan(deps: EpisodeDeps, record: Episode): Promise<boolean> {
  const { county, household, _id } = record;
  const home = household ? await episodeRepository(deps.connection).ofHousehold(county, household) : [record];
  return (await openPlansOf(deps.connection, county, [_id, ...home.map((one) => one._id)])).length > 0;
}

/** Whoever stays behind in the home has the clock from now on. */
async function passOn(deps: EpisodeDeps, { county, household, _id }: Episode): Promise<void> {
  const home = household ? await episodeRepository(deps.connection).ofHousehold(county, household) : [];
  const next = home.find((one) => one._id !== _id && isThere(one));
  if (next && !(await hasPlan(deps, next))) await deliveryPlans(deps).insert(await planFor(deps, next));
}

/** The same stay at home has the same clock, however often this is delivered. */
async function planFor(deps: EpisodeDeps, record: Episode): Promise<DeliveryPlan> {
  const { county, area, household, parties, detail } = record;
  const now = deps.now();
  const facts = household ? await deps.householdFacts(county, household) : undefined;
  const goods = firstNeeds(now, facts ?? { needs: [] });
  const id = derivedId(county, record._id, 'supply', detail.placedBy ?? '');
  const beginning = {
    ...{ _id: id, county, kind: 'DELIVERY_PLAN' as const, state: 'ACTIVE', area, scope: scopeOf(area as AreaId) },
    ...(household ? { household } : {}),
    ...(parties ? { parties } : {}),
  };
  return {
    ...beginRecord(beginning, [...watch(goods, now, id), listen(now)], now),
    ...{ kind: 'DELIVERY_PLAN', createdAt: now, about: record._id, detail: { goods, calls: [] } },
  };
}

async function tellChain(deps: EpisodeDeps, { county, about, detail }: Episode): Promise<void> {
  if (!about) return;
  const move = { county, about, link: 'DELIVERY_PLAN', because: detail.placedBy ?? '' } as const;
  await deps.moveLink({ ...move, how: 'start' });
  await deps.moveLink({ ...move, how: 'finish' });
}
