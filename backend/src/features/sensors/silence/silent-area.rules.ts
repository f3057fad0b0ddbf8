import { type AreaId, areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';

/** From so many sensors in a minute on, it is the power and not the sensors; ours. */
export const manyAtOnce = 10;
/** What falls silent within this time is looked at together (handbook 7). Milliseconds. */
export const togetherMs = 60_000;
/** So long after its beginning an alert for many takes further ones along; ours. Heartbeats are ten minutes apart. Milliseconds. */
export const joinedForMs = 30 * 60_000;
/** The part of them that must lie in a smaller area for it to be named rather than the wider one; ours. */
const nearlyAll = 0.9;

/**
 * The smallest area in which (nearly) all of these sensors hang, if they are many; undefined when they are few. The areas
 * must lie in one county. Pure.
 */
export function silentArea(areas: readonly string[]): AreaId | undefined {
  if (areas.length < manyAtOnce) return undefined;
  const counts = new Map<AreaId, number>();
  for (const area of areas) for (const place of scopeOf(areaId(area))) counts.set(place, (counts.get(place) ?? 0) + 1);
  const holding = [...counts].filter(([, count]) => count >= areas.length * nearlyAll).map(([place]) => place);
  return holding.reduce<AreaId | undefined>((smallest, place) => {
    return smallest && smallest.length >= place.length ? smallest : place;
  }, undefined);
}

/** Whether one of two areas lies in the other. Pure. */
export function overlap(a: string, b: string): boolean {
  return scopeOf(areaId(a)).includes(areaId(b)) || scopeOf(areaId(b)).includes(areaId(a));
}
