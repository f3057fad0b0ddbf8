import type { Coverage } from '@grid-relief/shared-types/screening/screening.schema';

/** So many doors of one building that stand alike. */
export interface DoorGroup {
  readonly grid: string;
  readonly area: string;
  readonly state: string;
  readonly isAdded: boolean;
  /** Less than nought: doors that are counted by the visit that has taken their place. */
  readonly doors: number;
}

type Part = Exclude<keyof Coverage, 'homes' | 'added' | 'done' | 'percent'>;

/** Which part of the homes a state belongs to: each state to one. */
const partOf: Readonly<Record<string, Part>> = {
  NOT_VISITED: 'notVisited',
  AT_DOOR: 'underWay',
  PHONE_DONE: 'underWay',
  NO_ANSWER: 'noAnswer',
  REFUSED: 'refused',
  LOOKS_VACANT: 'looksVacant',
  HANDED_UP: 'handedUp',
  DONE_CLEAR: 'clear',
  DONE_RETURNEE: 'returnee',
  VACANT: 'vacant',
  CLOSED_WITH_REASON: 'reasoned',
};
const withResult: readonly Part[] = ['clear', 'returnee', 'vacant', 'reasoned'];
/** Nobody is known to have been there. */
const untouched: readonly Part[] = ['notVisited', 'handedUp'];

/** All parts together are the homes. Pure. @throws on a state that nobody counts */
export function coverageOf(groups: readonly DoorGroup[]): Coverage {
  const parts = {
    ...{ clear: 0, returnee: 0, vacant: 0, reasoned: 0, refused: 0, noAnswer: 0, looksVacant: 0, underWay: 0 },
    ...{ handedUp: 0, notVisited: 0 },
  };
  let [homes, added] = [0, 0];
  for (const { state, isAdded, doors } of groups) {
    const part = partOf[state];
    if (!part) throw new Error(`${state} belongs to no part`);
    parts[part] += doors;
    homes += doors;
    if (isAdded) added += doors;
  }
  const done = withResult.reduce((sum, part) => sum + parts[part], 0);
  return { homes, ...parts, added, done, percent: homes === 0 ? 0 : Math.floor((done * 100) / homes) };
}

/** One grid, with the buildings in which nobody was. */
export interface GridCount extends Coverage {
  readonly area: string;
  readonly isBehind: boolean;
  readonly blind: readonly { readonly area: string; readonly homes: number }[];
}

/**
 * Grid by grid, the least done first. Pure.
 * @param wanted percent that has to be reached by now; a grid that has exactly so many is not behind
 */
export function gridsOf(groups: readonly DoorGroup[], wanted: number): GridCount[] {
  const grids = [...grouped(groups, ({ grid }) => grid)].flatMap(([area, own]) => {
    const coverage = coverageOf(own);
    if (coverage.homes === 0) return [];
    return [{ ...coverage, area, isBehind: coverage.done * 100 < wanted * coverage.homes, blind: blindIn(own) }];
  });
  return grids.sort((a, b) => a.percent - b.percent || (a.area < b.area ? -1 : 1));
}

function blindIn(groups: readonly DoorGroup[]): { area: string; homes: number }[] {
  return [...grouped(groups, ({ area }) => area)].flatMap(([area, own]) => {
    const coverage = coverageOf(own);
    const unseen = untouched.reduce((sum, part) => sum + coverage[part], 0);
    return coverage.homes > 0 && unseen === coverage.homes ? [{ area, homes: coverage.homes }] : [];
  });
}

function grouped(groups: readonly DoorGroup[], keyOf: (group: DoorGroup) => string): Map<string, DoorGroup[]> {
  const found = new Map<string, DoorGroup[]>();
  for (const group of groups) {
    const own = found.get(keyOf(group));
    if (own) own.push(group);
    else found.set(keyOf(group), [group]);
  }
  return found;
}
