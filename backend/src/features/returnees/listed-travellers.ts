import { inParts } from '../../platform/in-parts';
import type { Place, TravellerFacts } from '../quarantine';
import { factsOf } from './judge.rules';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { saidBy } from './said';
import { isTravellerOver, type Traveller, type TravellerSaid } from './traveller';

/** A change of the risk list, as far as it says whom it may touch. */
export interface TouchedBy {
  readonly change: string;
  readonly places: readonly Place[];
  /** Look-back and back-tracking before the change: whoever left before it is touched by nothing (handbook 5.7). */
  readonly since: Date;
}

/** Somebody whose stays touch the places of a change. */
export interface ListedTraveller {
  readonly id: string;
  readonly facts: TravellerFacts;
}

/** Opened together. */
const partSize = 100;
/** Places are compared as far as the county: the rest of a county is touched by what lies in it. */
const countyDepth = 3;

/**
 * Travellers whose stays touch these places: on the way, followed, or done with and not judged anew by a later record;
 * in parts, so that a county of them is never held at once. Told too many does no harm.
 */
export async function* listedTravellers(
  deps: ReturneeDeps,
  county: string,
  by: TouchedBy,
  only?: readonly string[],
): AsyncGenerator<readonly ListedTraveller[]> {
  const stored = returneeRepository(deps.connection);
  for await (const part of inParts(stored.everybodySince(county, by.since, only), partSize)) {
    yield await listedOf(deps, county, by, part);
  }
}

async function listedOf(deps: ReturneeDeps, county: string, by: TouchedBy, part: readonly Traveller[]) {
  const cipher = await deps.cipherOf(county);
  const over = part.filter(isTravellerOver);
  const anew = over.length > 0 ? await returneeRepository(deps.connection).linkedTo(county, over) : [];
  // what this change itself has brought does not hide whom it was brought for: it may be delivered again
  const hidden = new Set(
    anew.filter(({ detail }) => detail.linkedBy !== by.change).map(({ detail }) => detail.linkedFrom),
  );
  return part.flatMap((traveller): ListedTraveller[] => {
    const said = hidden.has(traveller._id) ? undefined : saidBy(cipher, traveller);
    if (!said || !isTouched(said, by)) return [];
    return [{ id: traveller._id, facts: factsOf(said, traveller.detail.arrivedAt) }];
  });
}

/** Whether one of the stays lies in reach of the places and of the days. Pure. */
export function isTouched({ stays }: Pick<TravellerSaid, 'stays'>, { places, since }: TouchedBy): boolean {
  return stays.some(
    (stay) => (!stay.to || new Date(stay.to) >= since) && places.some((place) => isNear(place, stay.place)),
  );
}

function isNear(one: Place, other: Place): boolean {
  const depth = Math.min(countyDepth, one.length, other.length);
  return one.slice(0, depth).every((part, i) => part === other[i]);
}

/** What is judged of these people, by id; nobody whose key was destroyed. */
export async function travellerFacts(
  deps: ReturneeDeps,
  county: string,
  ids: readonly string[],
): Promise<Map<string, TravellerFacts>> {
  const opened = await openTogether(deps, county, ids);
  return new Map(opened.map(([{ _id, detail }, said]) => [_id, factsOf(said, detail.arrivedAt)]));
}

/** Names in plain text by id; whose key was destroyed is not among them. */
export async function namesOfTravellers(
  deps: ReturneeDeps,
  county: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  return new Map((await openTogether(deps, county, ids)).map(([{ _id }, { name }]) => [_id, name]));
}

async function openTogether(
  deps: ReturneeDeps,
  county: string,
  ids: readonly string[],
): Promise<(readonly [Traveller, TravellerSaid])[]> {
  if (ids.length === 0) return [];
  const cipher = await deps.cipherOf(county);
  const found = await returneeRepository(deps.connection).byIds(county, ids);
  return found.flatMap((traveller) => {
    const said = saidBy(cipher, traveller);
    return said ? [[traveller, said] as const] : [];
  });
}
