import { does, inHours, quiet, setRiskList, somebody, usualList } from './scene';

/** Cases there and no level: whoever comes from there spends the days at home. */
const casesOnly = { ...usualList[0], id: 'line-2', place: quiet, areaRisk: 'CASES' };

/** In every story of the file the quiet town has cases. */
export function withCasesInQuietTown(): void {
  beforeEach(() => setRiskList([...usualList, casesOnly as never])); // a line like the first
}

/** Comes from there, and was nowhere else. */
export const homeward = () => ({ stays: [{ place: quiet, from: inHours(-240) }] });

/** Seen at the own door by somebody of the grid. */
export const isHome = async (person: string) => does(await somebody('GRID_WORKER'), person, 'arrive', { atHome: true });
