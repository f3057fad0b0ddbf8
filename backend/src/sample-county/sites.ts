import { type AreaId, areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import type { SiteDraft } from '@grid-relief/shared-types/quarantine/site.schema';
import type { AreaRecord } from '../features/areas';
import { county, type PlannedGrid, storyGrid } from './places';
import type { Chance } from './random';

/** Houses for quarantine with the buildings they are in (handbook 6: six sites, 480 rooms). */
export interface SampleSites {
  readonly areas: readonly AreaRecord[];
  readonly sites: readonly SiteDraft[];
}

/** A number that no house of a grid has. */
const buildingOfSite = (grid: string): AreaId => areaId(`${grid}-b90`);
/** The site of the demo's manager, whose role is for this building alone. */
export const storySite = buildingOfSite(storyGrid);

const names = ['卦山', '迎宾', '夏家营', '洪相', '西营', '西社'] as const;
const sizes = {
  small: { sites: 2, floors: 3, doors: 4, threshold: 3 },
  county: { sites: 6, floors: 5, doors: 16, threshold: 12 },
} as const;

/** One site in the story's grid, the others in other townships as far as there are some. Pure. */
export function inventSites(size: 'small' | 'county', grids: readonly PlannedGrid[], chance: Chance): SampleSites {
  const { sites: count, floors, doors, threshold } = sizes[size];
  const towns = new Map(grids.map((grid) => [grid.township, grid]));
  const others = size === 'small' ? grids.slice(-1) : [...towns.values()].slice(1, count);
  const places = [storyGrid, ...others.map(({ id }) => id)].slice(0, count);
  const made = places.map((grid, at) => ({ area: buildingOfSite(grid), name: `${names[at] ?? ''}隔离点` }));
  return {
    areas: made.map(({ area, name }) => areaOf(area, name)),
    sites: made.map(({ area, name }) => ({
      ...{ id: RecordId.parse(chance.id(county)), name, area, threshold, rooms: doorsOf(floors, doors) },
    })),
  };
}

/** 201, 202, …; nobody sleeps on the ground floor. */
function doorsOf(floors: number, doors: number): string[] {
  return Array.from({ length: floors * doors }, (_, at) => {
    const [floor, door] = [Math.floor(at / doors) + 2, (at % doors) + 1];
    return `${floor}${String(door).padStart(2, '0')}`;
  });
}

function areaOf(_id: AreaId, name: string): AreaRecord {
  const place = { _id, county, level: levelOf(_id), name, scope: scopeOf(_id), adjacent: [] };
  return { ...place, validFrom: new Date('2022-01-01T00:00:00Z') };
}
