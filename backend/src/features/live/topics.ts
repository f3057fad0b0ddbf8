import { AreaId, areaIdPattern, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { householdsOf, type PersonActor } from '../../lifecycle';

export const personTopic = (person: string) => `p:${person}`;
export const householdTopic = (household: string) => `h:${household}`;
export const areaTopic = (area: string) => `a:${area}`;

/** What somebody may hear of: own records, those of the households spoken for, and areas of the roles held now. */
export function topicsOf(actor: PersonActor, wanted: readonly string[] | undefined, now: Date): string[] {
  const granted = actor.grants.filter(({ until }) => !until || until > now).map(({ area }) => area);
  const areas = wanted === undefined ? granted : wanted.filter((area) => liesIn(area, granted));
  return [
    ...new Set([personTopic(actor.personId), ...householdsOf(actor).map(householdTopic), ...areas.map(areaTopic)]),
  ];
}

function liesIn(area: string, granted: readonly AreaId[]): boolean {
  if (!areaIdPattern.test(area)) return false;
  return scopeOf(AreaId.parse(area)).some((place) => granted.includes(place));
}

/** When the earliest of the roles held now ends. */
export function grantsEnd(actor: PersonActor, now: Date): Date | undefined {
  const ends = actor.grants.flatMap(({ until }) => (until && until > now ? [until.getTime()] : []));
  return ends.length === 0 ? undefined : new Date(Math.min(...ends));
}
