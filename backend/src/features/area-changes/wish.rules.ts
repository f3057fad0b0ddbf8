import type { AreaChangeWish } from '@grid-relief/shared-types/areas/area-change.schema';
import { type AreaId, areaLevels, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { type AreaRecord, isInForce } from '../areas';
import { madeRootsOf, rootsOf } from './plan.rules';

/** A field that makes no sense, by its place in the draft. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** What a wish is held against. */
export interface Ground {
  readonly tree: readonly AreaRecord[];
  readonly now: Date;
  /** By which rules an area is served: areas that are merged must agree. */
  readonly ways: (area: AreaId) => string;
}

const parentOf = (area: AreaId): AreaId | undefined => scopeOf(area).at(-2);
/** A county is not split, and a building is not ours to number. */
const changeable: readonly string[] = ['TOWNSHIP', 'VILLAGE', 'GRID'];

/** Everything in a wish that makes no sense; nothing when it can be done. Pure. */
export function faultsOf(wanted: AreaChangeWish, ground: Ground): Fault[] {
  const ofRoots = rootsOf(wanted).flatMap((area, i) => rootFaults(area, pointerOf(wanted, i), ground));
  if (ofRoots.length > 0) return ofRoots;
  const ofKind =
    wanted.kind === 'SPLIT'
      ? splitFaults(wanted, ground)
      : wanted.kind === 'MERGE'
        ? mergeFaults(wanted, ground)
        : renumberFaults(wanted, ground);
  return [...ofKind, ...madeFaults(wanted, ground)];
}

const pointerOf = (wanted: AreaChangeWish, at: number) =>
  wanted.kind === 'MERGE' ? `/what/areas/${at}` : '/what/area';

function rootFaults(area: AreaId, pointer: string, { tree, now }: Ground): Fault[] {
  const found = tree.find(({ _id }) => _id === area);
  if (!found || !isInForce(found, now)) return [{ pointer, detail: 'an area in force' }];
  return changeable.includes(found.level) ? [] : [{ pointer, detail: 'a township, a village or a grid' }];
}

/** What lies directly in an area. */
function childrenOf(area: AreaId, { tree, now }: Ground): AreaId[] {
  const level = areaLevels[areaLevels.indexOf(levelOf(area)) + 1];
  return tree
    .filter((one) => one.level === level && one.scope.includes(area) && isInForce(one, now))
    .map(({ _id }) => _id);
}

function splitFaults({ area, into }: Extract<AreaChangeWish, { kind: 'SPLIT' }>, ground: Ground): Fault[] {
  const children = childrenOf(area, ground);
  const seen = new Set<AreaId>();
  const faults = into.flatMap(({ parts }, i) =>
    parts.flatMap((part, j): Fault[] => {
      const pointer = `/what/into/${i}/parts/${j}`;
      if (!children.includes(part)) return [{ pointer, detail: 'does not lie directly in the old area' }];
      if (seen.has(part)) return [{ pointer, detail: 'goes into one of the new areas only' }];
      seen.add(part);
      return [];
    }),
  );
  const left = children.filter((one) => !seen.has(one));
  return left.length > 0 ? [...faults, { pointer: '/what/into', detail: `${left.join(', ')} goes into none` }] : faults;
}

function mergeFaults({ areas }: Extract<AreaChangeWish, { kind: 'MERGE' }>, { ways }: Ground): Fault[] {
  const [first] = areas;
  return areas.flatMap((area, i): Fault[] => {
    const pointer = `/what/areas/${i}`;
    if (areas.indexOf(area) < i) return [{ pointer, detail: 'named twice' }];
    if (!first || parentOf(area) !== parentOf(first)) return [{ pointer, detail: 'lies beside the first one' }];
    return ways(area) === ways(first) ? [] : [{ pointer, detail: 'has the zone and the rules of the first one' }];
  });
}

function renumberFaults({ area, into }: Extract<AreaChangeWish, { kind: 'RENUMBER' }>, { tree }: Ground): Fault[] {
  const old = tree.find(({ _id }) => _id === area);
  if (into.area !== area || into.name !== old?.name) return [];
  return [{ pointer: '/what/into/name', detail: 'another number or another name' }];
}

function madeFaults(wanted: AreaChangeWish, { tree, now }: Ground): Fault[] {
  const roots = rootsOf(wanted);
  const parent = roots[0] && parentOf(roots[0]);
  const made = madeRootsOf(wanted);
  const at = (i: number) => (wanted.kind === 'SPLIT' ? `/what/into/${i}` : '/what/into');
  const beside = tree.filter((one) => parentOf(one._id) === parent && isInForce(one, now) && !roots.includes(one._id));
  const called = wanted.kind === 'RENUMBER' ? [wanted.into] : made;
  const numbers = made.flatMap(({ area }, i): Fault[] => {
    const pointer = `${at(i)}/area`;
    if (parentOf(area) !== parent) return [{ pointer, detail: 'a number beside the old one' }];
    const isUsed = tree.some(({ _id }) => _id === area) || made.findIndex((one) => one.area === area) < i;
    return isUsed ? [{ pointer, detail: 'a number that was never used' }] : [];
  });
  const names = called.flatMap(({ name }, i): Fault[] => {
    const isTaken = beside.some((one) => one.name === name) || called.findIndex((one) => one.name === name) < i;
    return isTaken ? [{ pointer: `${at(i)}/name`, detail: 'a name that no area beside it has' }] : [];
  });
  return [...numbers, ...names];
}

/** Whether two changes touch the same part of the tree. Pure. */
export function doMeet(one: AreaChangeWish, other: AreaChangeWish): boolean {
  const touched = (wanted: AreaChangeWish) => [...rootsOf(wanted), ...madeRootsOf(wanted).map(({ area }) => area)];
  return touched(one).some((a) => touched(other).some((b) => scopeOf(a).includes(b) || scopeOf(b).includes(a)));
}
