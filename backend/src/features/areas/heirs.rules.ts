import { type AreaId, areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { type AreaRecord, isInForce } from './area.record';

/** Areas that end, each with those that come in its place; the first takes what hangs at the area itself. */
export type Heirs = ReadonlyMap<string, readonly AreaId[]>;

/** Changes of one place after another; more than ever happen. */
const mostSteps = 100;

/**
 * Where what lies in an area goes when these end; undefined: it stays. A building that is not in the tree goes along with
 * the nearest place above it: under its own number, or where several areas become one, without it. Pure.
 */
export function heirOf(heirs: Heirs, area: AreaId): AreaId | undefined {
  const ending = scopeOf(area).findLast((above) => heirs.has(above));
  const heir = ending === undefined ? undefined : heirs.get(ending)?.[0];
  if (ending === undefined || heir === undefined || ending === area) return heir;
  const isShared = [...heirs].some(([other, [first]]) => other !== ending && first === heir);
  return isShared ? heir : areaId(`${heir}${area.slice(ending.length)}`);
}

/** The area in force in which something lies now that was put into this one. Pure. */
export function openHeirOf(known: ReadonlyMap<string, AreaRecord>, area: AreaId, at: Date): AreaId {
  let open = area;
  for (let step = 0; step < mostSteps; step++) {
    const ended = scopeOf(open).flatMap((id): [string, readonly AreaId[]][] => {
      const found = known.get(id);
      return found?.successors && !isInForce(found, at) ? [[id, found.successors]] : [];
    });
    const heir = heirOf(new Map(ended), open);
    if (heir === undefined) return open;
    open = heir;
  }
  return open;
}
