import { type AreaId, areaId, type ControlZone, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { AreaRecord } from '../features/areas';
import { inventedCommunity, inventedVillage } from './names';
import type { Chance } from './random';

export const county = '141122';
/** The place of the demo story: the first grid of the first community. */
export const storyTown = areaId('141122100');
export const storyCommunity = areaId('141122100001');
export const storyGrid = areaId('141122100001-g01');
/** Beside it, sealed: goods for it change hands at its point (handbook 4.9). */
export const sealedGrid = areaId('141122100001-g02');

/** A grid with the doors it has. */
export interface PlannedGrid {
  readonly zone: ControlZone;
  readonly id: AreaId;
  readonly township: AreaId;
  readonly place: AreaId;
  readonly placeName: string;
  /** Houses with floors stand in communities; villages have lanes. */
  readonly community: boolean;
  readonly households: number;
}

export interface Plan {
  readonly areas: readonly AreaRecord[];
  readonly grids: readonly PlannedGrid[];
}

interface Township {
  readonly code: string;
  readonly name: string;
  readonly people: number;
  readonly villages: number;
  readonly communities: number;
  readonly grids: number;
  /** Places known by name; the others are invented. */
  readonly known?: readonly string[];
}

/** Handbook 6: names are real, all numbers are invented and sum to the census total. */
const townships: readonly Township[] = [
  {
    code: '100',
    name: '天宁镇',
    people: 92_000,
    villages: 20,
    communities: 14,
    grids: 90,
    known: ['卦山社区', '天宁社区'],
  },
  { code: '101', name: '夏家营镇', people: 42_000, villages: 16, communities: 4, grids: 40, known: ['段村'] },
  { code: '106', name: '洪相镇', people: 30_500, villages: 32, communities: 1, grids: 29 },
  { code: '102', name: '西营镇', people: 28_000, villages: 7, communities: 1, grids: 26 },
  { code: '104', name: '西社镇', people: 11_500, villages: 22, communities: 1, grids: 12, known: ['南堡村'] },
  { code: '103', name: '水峪贯镇', people: 9_500, villages: 20, communities: 0, grids: 10 },
  { code: '105', name: '庞泉沟镇', people: 7_284, villages: 18, communities: 0, grids: 8 },
  { code: '202', name: '东坡底乡', people: 5_984, villages: 15, communities: 0, grids: 5 },
];
const smallTown: Township = {
  code: '100',
  name: '天宁镇',
  people: 92_000,
  villages: 1,
  communities: 2,
  grids: 6,
  known: ['卦山社区', '天宁社区'],
};
const householdsOf = { small: 200, county: 87_000 } as const;
/** A house of three entrances, six floors, two doors each. */
export const doorsPerBuilding = 36;
const validFrom = new Date('2022-01-01T00:00:00Z');
const firstVillageCode = 200;

/** The area tree of one size, with the number of households of each grid. */
export function planPlaces(size: 'small' | 'county', chance: Chance): Plan {
  const towns = size === 'small' ? [smallTown] : townships;
  const people = towns.reduce((sum, town) => sum + town.people, 0);
  const areas: AreaRecord[] = [areaOf(county, '交城县')];
  const grids: PlannedGrid[] = [];
  const taken = new Set<string>(towns.flatMap((town) => town.known ?? []));
  let left = householdsOf[size];
  towns.forEach((town, at) => {
    const last = at === towns.length - 1;
    const share = last ? left : Math.round((householdsOf[size] * town.people) / people);
    left -= share;
    const planned = planTown(town, share, chance, taken);
    areas.push(...planned.areas);
    grids.push(...planned.grids);
  });
  return { areas, grids };
}

function planTown(town: Township, households: number, chance: Chance, taken: Set<string>): Plan {
  const township = areaId(county + town.code);
  const places = placesOf(town, chance, taken);
  const grids = places
    .flatMap((place) => gridsOf(place, township))
    .map((grid, i, all) => ({
      ...grid,
      zone: zoneOf(i),
      households: Math.floor(households / all.length) + (i < households % all.length ? 1 : 0),
    }));
  const areas = [
    areaOf(township, town.name),
    ...places.map(({ id, name }) => areaOf(id, name)),
    ...grids.map((grid, i) => {
      const beside = [grids[i - 1]?.id, grids[i + 1]?.id].filter((id) => id !== undefined);
      return areaOf(grid.id, `第${grid.id.slice(-2)}网格`, {
        zone: grid.zone,
        adjacent: beside,
        ...pointOf(grid.zone),
      });
    }),
    ...grids.flatMap(buildingsOf),
  ];
  return { areas, grids };
}

interface Place {
  readonly id: AreaId;
  readonly name: string;
  readonly community: boolean;
  readonly grids: number;
}

/**
 * Communities first, then villages. Mountain townships have more villages than grids; there, neighbouring villages share
 * one committee, since a grid always lies in one place of the tree.
 */
function placesOf(town: Township, chance: Chance, taken: Set<string>): Place[] {
  const communities = Array.from(
    { length: town.communities },
    (_, i) => knownName(town, '社区', i) ?? `${town.name.slice(0, 2)}${inventedCommunity(i)}`,
  );
  const villages = Array.from(
    { length: town.villages },
    (_, i) => knownName(town, '村', i) ?? inventedVillage(chance, taken),
  );
  const committees = Math.min(villages.length, Math.max(1, town.grids - communities.length));
  const joined = Array.from({ length: committees }, (_, i) =>
    villages.filter((_name, v) => v % committees === i).join('、'),
  );
  const all = [...communities, ...joined];
  return all.map((name, i) => ({
    id: areaId(
      `${county}${town.code}${String(i < communities.length ? i + 1 : firstVillageCode + i - communities.length).padStart(3, '0')}`,
    ),
    name,
    community: i < communities.length,
    grids: Math.floor(town.grids / all.length) + (i < town.grids % all.length ? 1 : 0),
  }));
}

function knownName(town: Township, ending: string, index: number): string | undefined {
  return town.known?.filter((name) => name.endsWith(ending))[index];
}

function gridsOf(place: Place, township: AreaId): Omit<PlannedGrid, 'households' | 'zone'>[] {
  return Array.from({ length: place.grids }, (_, i) => ({
    id: areaId(`${place.id}-g${String(i + 1).padStart(2, '0')}`),
    township,
    place: place.id,
    placeName: place.name,
    community: place.community,
  }));
}

function buildingsOf(grid: PlannedGrid): AreaRecord[] {
  if (!grid.community) return [];
  return Array.from({ length: Math.ceil(grid.households / doorsPerBuilding) }, (_, i) =>
    areaOf(areaId(`${grid.id}-b${String(i + 1).padStart(2, '0')}`), `${i + 1}号楼`),
  );
}

/** One sealed and one controlled grid stand beside the story's; in the county, one in thirty is sealed. */
function zoneOf(index: number): ControlZone {
  if (index % 30 === 1) return 'SEALED';
  return index % 10 === 2 ? 'CONTROLLED' : 'GUARDED';
}

/** Where bags change hands while the grid is sealed, or are fetched in turn while it is controlled (handbook 2.1b, 2.1c). */
function pointOf(zone: ControlZone): Pick<AreaRecord, 'handoverPoint' | 'pickupPlace'> {
  if (zone === 'CONTROLLED') return { pickupPlace: { name: '南门广场', numbers: 20 } };
  return zone === 'SEALED' ? { handoverPoint: '东门货架' } : {};
}

/** The controlled grid of the story: the first there is. It stands elsewhere in the small county than in the whole one. */
export function controlledGrid(grids: readonly PlannedGrid[]): PlannedGrid {
  const found = grids.find(({ zone }) => zone === 'CONTROLLED');
  if (!found) throw new Error('The story has no controlled grid.');
  return found;
}

function areaOf(id: string, name: string, more: Partial<AreaRecord> = {}): AreaRecord {
  const _id = areaId(id);
  return { _id, county, level: levelOf(_id), name, scope: scopeOf(_id), adjacent: [], validFrom, ...more };
}
