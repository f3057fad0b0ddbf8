import type { BodyOf } from '@grid-relief/shared-types/contract';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { addDoor as addDoorEndpoint } from '@grid-relief/shared-types/screening/screening.contract';
import { Problem } from '../../http/problem';
import { holdsRole, inputHash, type PersonActor, untilKnown } from '../../lifecycle';
import { campaignRepository } from './campaign.repository';
import { newVisit } from './new-visit';
import { mustBeSmall } from './read-doors';
import type { ScreeningDeps } from './screening.deps';
import { finders } from './screening.policy';
import { sealDoor } from './sealed-words';
import type { HouseholdVisit } from './visit';
import { visitRepository } from './visit.repository';
import { visits } from './visits';

type Found = BodyOf<typeof addDoorEndpoint>;

/**
 * Stores a door that is on no list, as one of whoever found it. Taken also when the doors are over: then it is handed up.
 * The same door again answers the stored one.
 * @throws Problem not-found (a screening or a place elsewhere), invalid-input, id-taken, outcome-unknown
 */
export async function addDoor(
  deps: ScreeningDeps,
  actor: PersonActor,
  id: string,
  found: Found,
): Promise<HouseholdVisit> {
  const { county } = actor;
  const now = deps.now();
  const campaign = await campaignRepository(deps.connection).byId(county, id);
  const isHere = holdsRole(actor, finders, scopeOf(found.area), now) && deps.knowsArea(found.area);
  if (!campaign || campaign.state === 'PLANNED' || !isHere) throw new Problem('not-found');
  mustBeSmall(found.area);
  if (!liesIn(found.area, campaign.detail.areas)) throw new Problem('not-found');
  const stored = visitRepository(deps.connection);
  const earlier = await stored.byId(county, found.id);
  if (earlier) return sameDoor(earlier, actor, found);
  const sealedDoor = sealDoor(await deps.cipherOf(county), found.id, found.door);
  const isScreener = holdsRole(actor, 'SCREENER', scopeOf(found.area), now);
  const visit = newVisit(
    campaign,
    {
      ...{ id: found.id, area: found.area, variant: found.kind, emit: [{ kind: 'doorAdded' }] },
      ...(isScreener ? { assignee: actor.personId } : {}),
      detail: { found: { sealedDoor, by: actor.personId, hash: hashOf(found, actor) } },
    },
    now,
  );
  if (await untilKnown(() => visits(deps).insert(visit))) return visit;
  const other = await stored.byId(county, found.id);
  if (!other) throw new Problem('id-taken');
  return sameDoor(other, actor, found);
}

const liesIn = (area: AreaId, areas: readonly string[]) => scopeOf(area).some((each) => areas.includes(each));

/** The keyed fingerprint of the request: what a door is called is not kept as a bare hash. */
function hashOf(found: Found, { asked }: PersonActor): string {
  return asked ?? inputHash('addDoor', found.id);
}

function sameDoor(stored: HouseholdVisit, actor: PersonActor, found: Found): HouseholdVisit {
  const { by, hash } = stored.detail.found ?? {};
  if (by !== actor.personId || hash !== hashOf(found, actor)) throw new Problem('id-taken');
  return stored;
}
