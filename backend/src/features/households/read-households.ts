import { type AreaId, areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { idPattern } from '@grid-relief/shared-types/primitives/ids';
import { Problem } from '../../http/problem';
import { householdsOf, type PersonActor } from '../../lifecycle';
import { maskName } from '../../masks';
import type { Clock } from '../../platform/clock';
import type { Audit } from '../audit';
import type { IdentityService } from '../identity';
import { doorBeginnings } from './door.rules';
import { dutyPhoneOf } from './duty-phone';
import { careAreas, isMember } from './household.policy';
import { type Place, presentHousehold, presentRow } from './household.presenter';
import type { HouseholdRepository } from './household.repository';
import type { DoorPlace, ListQuery } from './page-by-door';

export interface HouseholdDeps {
  readonly households: HouseholdRepository;
  readonly audit: Audit;
  readonly now: Clock;
  readonly identity: Pick<IdentityService, 'open' | 'holdersOf'>;
  /** Names and zone of an area, from the area tree. */
  readonly placeOf: (area: string) => Place;
}

/** The households a person lives in or speaks for. */
export async function myHouseholds(deps: HouseholdDeps, actor: PersonActor) {
  const ids = householdsOf(actor);
  const found = await deps.households.open(actor.county, ids);
  const items = found.map(async (one) => {
    const gridPhone = await dutyPhoneOf(deps, actor.county, areaId(one.area));
    return presentHousehold(one, deps.placeOf(one.area), { forMember: isMember(actor, one), gridPhone });
  });
  return { items: await Promise.all(items) };
}

const defaultLimit = 50;

/** Households of the areas the reader looks after. @throws Problem not-allowed for an area that is not among them */
export async function findHouseholds(
  deps: HouseholdDeps,
  actor: PersonActor,
  wanted: {
    area?: AreaId | undefined;
    door?: string | undefined;
    after?: string | undefined;
    limit?: number | undefined;
  },
) {
  const own = careAreas(actor, deps.now());
  const { area } = wanted;
  if (area && !scopeOf(area).some((one) => own.includes(one))) throw new Problem('not-allowed');
  const limit = wanted.limit ?? defaultLimit;
  const rows = await deps.households.list({
    county: actor.county,
    areas: area ? [area] : own,
    doors: wanted.door === undefined ? undefined : doorBeginnings(wanted.door),
    after: readMark(wanted.after),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(presentRow),
    ...(rows.length > limit && last ? { next: mark(last) } : {}),
  };
}

/** Who looked at our data, for members. @throws Problem not-found for everybody else */
export async function whoLooked(
  deps: HouseholdDeps,
  actor: PersonActor,
  id: string,
  query: { after?: string | undefined; limit?: number | undefined },
) {
  if (!isMember(actor, { _id: id })) throw new Problem('not-found');
  const limit = query.limit ?? defaultLimit;
  const before = query.after === undefined ? undefined : new Date(query.after);
  const rows = await deps.audit.looksAt({
    county: actor.county,
    kind: 'household',
    record: id,
    before: before && !Number.isNaN(before.getTime()) ? before : undefined,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const people = await deps.identity.open(actor.county, [...new Set(page.map(({ who }) => who))]);
  // a masked name and the role are enough to ask the grid about it
  const nameOf = (who: string) => maskName(people.get(who)?.name || '?');
  return {
    items: page.map(({ at, who, role, why }) => ({ at: at.toISOString(), who: nameOf(who), role, why })),
    ...(rows.length > limit && last ? { next: last.at.toISOString() } : {}),
  };
}

/** An opaque mark: the last row's place in the order. */
function mark({ area, doorCode, _id }: DoorPlace): string {
  return Buffer.from(JSON.stringify([area, doorCode, _id])).toString('base64url');
}

/** A mark that is not ours begins at the first page. */
function readMark(text: string | undefined): ListQuery['after'] {
  try {
    const [area, doorCode, _id]: unknown[] = JSON.parse(Buffer.from(text ?? '', 'base64url').toString());
    const isOurs = [area, doorCode, _id].every((part) => typeof part === 'string') && idPattern.test(String(_id));
    return isOurs ? { area: String(area), doorCode: String(doorCode), _id: String(_id) } : undefined;
  } catch {
    return undefined;
  }
}
