import { type AreaId, ancestorAt, areaId, levelOf } from '@grid-relief/shared-types/primitives/areas';

/** Where somebody stands to a task, nearest first; FAR: elsewhere in the county. */
export type Nearness = 'BUILDING' | 'GRID' | 'ADJACENT' | 'TOWNSHIP' | 'FAR';

/** The grids next to a grid. */
export type Neighbours = (grid: string) => readonly string[];

/** The grid in which an area lies; undefined for wider areas. */
export function gridOf(area: string): AreaId | undefined {
  return ancestorAt(areaId(area), 'GRID');
}

/** The township in which an area lies; undefined for the county. */
export function townshipOf(area: string): AreaId | undefined {
  return ancestorAt(areaId(area), 'TOWNSHIP');
}

/** How near an area of work is to a task. Somebody who looks after a whole village counts as a neighbour in it. Pure. */
export function nearness(
  task: { readonly area: string; readonly scope: readonly string[]; readonly building?: string },
  area: string,
  neighbours: Neighbours,
): Nearness {
  const building = task.building ?? ancestorAt(areaId(task.area), 'BUILDING');
  const grid = gridOf(task.area);
  const theirs = gridOf(area);
  if (building !== undefined && area === building) return 'BUILDING';
  if (grid !== undefined && theirs === grid) return 'GRID';
  if (grid !== undefined && theirs !== undefined && neighbours(grid).includes(theirs)) return 'ADJACENT';
  if (levelOf(areaId(area)) === 'VILLAGE' && task.scope.includes(area)) return 'ADJACENT';
  const township = townshipOf(task.area);
  return township !== undefined && townshipOf(area) === township ? 'TOWNSHIP' : 'FAR';
}
