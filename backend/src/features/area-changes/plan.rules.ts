import type { AreaChangeWish } from '@grid-relief/shared-types/areas/area-change.schema';
import {
  type AreaId,
  ancestorAt,
  areaId,
  areaLevels,
  levelOf,
  scopeOf,
} from '@grid-relief/shared-types/primitives/areas';
import type { AreaRecord, Heirs } from '../areas';
import { type AreaChange, nameIn } from './area-change';

/** What a change does to the tree: the same however often it is asked, before, while and after it is applied. */
export interface AreaPlan {
  /** The areas named by the change; with everything below them they end, unless one is only called otherwise. */
  readonly roots: readonly AreaId[];
  readonly heirs: Heirs;
  /** What is made, in the order of the ids. */
  readonly made: readonly Omit<AreaRecord, 'validFrom'>[];
  readonly madeRoots: readonly AreaId[];
  readonly renamed?: { readonly area: AreaId; readonly name: string; readonly was: string };
}

/** Where everything goes that lies in areas that end: forwards, or back. */
export interface Passage {
  readonly heirs: Heirs;
  readonly from: readonly AreaId[];
  readonly to: readonly AreaId[];
}

/** A new area at the top of what it takes in. */
interface Root {
  readonly area: AreaId;
  readonly name: string;
}
type Moved = readonly [from: AreaRecord, to: AreaId];

/** The areas that a wish names, as they are before. Pure. */
export function rootsOf(wanted: AreaChangeWish): readonly AreaId[] {
  return wanted.kind === 'MERGE' ? wanted.areas : [wanted.area];
}

/** The areas that come in their place. Pure. */
export function madeRootsOf(wanted: AreaChangeWish): readonly Root[] {
  const into: readonly Root[] = wanted.kind === 'SPLIT' ? wanted.into : [wanted.into];
  return wanted.kind === 'RENUMBER' && wanted.into.area === wanted.area ? [] : into;
}

/** @param tree every area of the county, those this change has made or ended among them */
export function planOf(
  { _id: change, detail }: Pick<AreaChange, '_id' | 'detail'>,
  tree: readonly AreaRecord[],
): AreaPlan {
  const { wanted } = detail;
  const roots = rootsOf(wanted);
  const madeRoots = madeRootsOf(wanted).map(({ area }) => area);
  if (wanted.kind === 'RENUMBER' && madeRoots.length === 0) {
    const { area, name } = wanted.into;
    return { roots, heirs: new Map(), made: [], madeRoots, renamed: { area, name, was: nameIn(detail, area) } };
  }
  const before = tree.filter(({ madeBy, validTo, endedBy }) => madeBy !== change && (!validTo || endedBy === change));
  const moved = movedBy(wanted, before);
  const heirs = new Map<string, readonly AreaId[]>(roots.map((root) => [root, madeRoots]));
  for (const [{ _id }, to] of moved) heirs.set(_id, [to]);
  const tops = madeRootsOf(wanted).flatMap((root) => {
    const old = before.find(({ _id }) => _id === roots[0]);
    return old ? [{ ...old, name: root.name, _id: root.area }] : [];
  });
  const below = moved.map(([old, to]) => ({ ...old, _id: to }));
  const made = [...tops, ...below].map((one) => asMade(one, heirs, madeRoots, change));
  return { roots, heirs, made: made.sort((a, b) => (a._id < b._id ? -1 : 1)), madeRoots };
}

/** An old area's ways under its new number; who was beside the old one is beside it, and so are the others of a split. */
function asMade(
  { validFrom: _from, validTo: _to, successors: _successors, endedBy: _by, formerNames: _names, ...old }: AreaRecord,
  heirs: Heirs,
  madeRoots: readonly AreaId[],
  madeBy: string,
): Omit<AreaRecord, 'validFrom'> {
  const kin = madeRoots.includes(old._id) ? madeRoots : [];
  const beside = [...old.adjacent.flatMap((one) => heirs.get(one) ?? [one]), ...kin];
  const adjacent = [...new Set(beside)].filter((one) => one !== old._id);
  return { ...old, level: levelOf(old._id), scope: scopeOf(old._id), adjacent, madeBy };
}

function movedBy(wanted: AreaChangeWish, before: readonly AreaRecord[]): Moved[] {
  if (wanted.kind === 'MERGE') return mergedInto(wanted.into.area, wanted.areas, before);
  const parts = wanted.kind === 'SPLIT' ? wanted.into : [{ ...wanted.into, parts: [wanted.area] }];
  const old = wanted.area;
  return parts.flatMap(({ area, parts: own }) =>
    own.flatMap((part) =>
      before
        .filter(({ _id, scope }) => _id !== old && scope.includes(part))
        .map((one): Moved => [one, areaId(`${area}${one._id.slice(old.length)}`)]),
    ),
  );
}

/** What lies directly below keeps its number where it is free, and gets the next one where it is not. */
function mergedInto(into: AreaId, roots: readonly AreaId[], before: readonly AreaRecord[]): Moved[] {
  const level = areaLevels[areaLevels.indexOf(levelOf(into)) + 1];
  const inOrder = before
    .filter(({ scope }) => roots.some((root) => scope.includes(root)))
    .sort((a, b) => (a._id < b._id ? -1 : 1));
  const parts = inOrder.filter((one) => one.level === level);
  const suffixes = new Map<string, string>();
  const taken = new Set<string>();
  for (const { _id } of parts) {
    const own = suffixOf(_id, roots);
    const free = taken.has(own) ? nextSuffix([...taken, ...parts.map((one) => suffixOf(one._id, roots))], own) : own;
    taken.add(free);
    suffixes.set(_id, free);
  }
  return inOrder.flatMap((one): Moved[] => {
    const part = level && ancestorAt(one._id, level);
    const suffix = part && suffixes.get(part);
    return part && suffix ? [[one, areaId(`${into}${suffix}${one._id.slice(part.length)}`)]] : [];
  });
}

const suffixOf = (area: AreaId, roots: readonly AreaId[]): string =>
  area.slice(roots.find((root) => area.startsWith(root))?.length);

/** One above the highest number, in the same writing: `-b02` and `-b07` give `-b08`, `201` and `305` give `306`. */
function nextSuffix(taken: readonly string[], like: string): string {
  const [, letters = '', digits = ''] = /^(-[gb])?(\d+)$/.exec(like) ?? [];
  const highest = Math.max(...taken.map((one) => Number(/\d+$/.exec(one)?.[0] ?? 0)));
  return `${letters}${String(highest + 1).padStart(digits.length, '0')}`;
}

/** From the old areas into the new ones. Pure. */
export function onwards({ heirs, roots, madeRoots }: AreaPlan): Passage {
  return { heirs, from: heirs.size > 0 ? roots : [], to: madeRoots };
}

/** From the new areas into the old ones; of several the first takes what came to lie there meanwhile. Pure. */
export function backwards({ heirs, roots, madeRoots }: AreaPlan): Passage {
  const back = new Map<string, AreaId[]>();
  for (const [old, made] of heirs) for (const one of made) back.set(one, [...(back.get(one) ?? []), areaId(old)]);
  return { heirs: back, from: madeRoots, to: heirs.size > 0 ? roots : [] };
}
