import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { PersonId } from '@grid-relief/shared-types/primitives/ids';
import type { Role, Team } from '@grid-relief/shared-types/roles';
import { demoPeople } from './demo-people';
import { inventedName, samplePhone } from './names';
import { controlledGrid, county, type PlannedGrid, sealedGrid, storyCommunity, storyGrid, storyTown } from './places';
import type { Chance } from './random';
import { crewAfter, type SampleRoster } from './rosters';
import { storySite } from './sites';

/** A person with an account, in plain words; the vault encrypts name and phone before they are stored. */
export interface SamplePerson {
  readonly id: PersonId;
  readonly name: string;
  readonly phone: string;
  readonly grants: readonly { readonly role: Role; readonly area: AreaId; readonly team?: Team }[];
}

/** A volunteer's profile, and when they work. */
export interface SampleVolunteer extends SamplePerson {
  readonly team: Team;
  readonly area: AreaId;
  readonly skills: readonly string[];
  /** Level of protection trained for (handbook 4.2). */
  readonly ppe: number;
  readonly roster: SampleRoster;
  /** Works inside the sealed zone of this grid. */
  readonly loop?: string;
}

/** Volunteers of the county by team (handbook 6); the five of the demo story are among 1,500. */
const teams: readonly (readonly [Team, number])[] = [
  ['VETERAN', 259],
  ['WOMEN', 419],
  ['YOUTH_RIDESHARE', 180],
  ['STUDENT', 240],
  ['PARTY_STRIKE', 60],
  ['PARTY_RESERVE', 60],
  ['PARK', 120],
  ['OTHER', 160],
];
const volunteerCount = { small: 19, county: 1_495 } as const;

type NextPhone = () => string;

/** Counts sample phones on from `start`; how many were used can be asked. */
export function phonesFrom(start: number) {
  let next = start;
  return { next: (): string => samplePhone(next++), used: () => next };
}

function person(chance: Chance, name: string, phone: string, grants: SamplePerson['grants']): SamplePerson {
  return { id: PersonId.parse(chance.id(county)), name, phone, grants };
}

function demo(index: number): { name: string; phone: string } {
  const found = demoPeople[index];
  if (!found) throw new Error(`The demo has no person ${index}.`);
  return found;
}

/** Staff with their roles: one worker a grid, one leader a village or community, four a township, and the county's. */
export function inventStaff(grids: readonly PlannedGrid[], chance: Chance, nextPhone: NextPhone): SamplePerson[] {
  const story: readonly (readonly [number, Role, AreaId])[] = [
    [4, 'GRID_WORKER', storyGrid],
    [5, 'GRID_LEADER', storyCommunity],
    [7, 'COMMUNITY_CASHIER', storyTown],
    [8, 'TOWNSHIP_DISPATCHER', storyTown],
    [9, 'ADMIN', areaId(county)],
    [10, 'DOCTOR', storyTown],
    [11, 'STORE_KEEPER', storyTown],
    [17, 'CDC_INVESTIGATOR', areaId(county)],
    [18, 'COUNTY_DISPATCHER', areaId(county)],
    [19, 'COUNTY_HEAD', areaId(county)],
    [20, 'CHECKPOINT_OFFICER', areaId(county)],
    [21, 'SCREENER', storyTown],
    [22, 'SAMPLER', storyTown],
    [23, 'LAB', areaId(county)],
    [24, 'SITE_MANAGER', storySite],
  ];
  const known = story.map(([index, role, area]) =>
    person(chance, demo(index).name, demo(index).phone, [{ role, area }]),
  );
  const taken = new Set(story.map(([, role, area]) => `${role} ${area}`));
  const townships = [...new Set(grids.map(({ township }) => township))];
  const posts: (readonly [Role, AreaId])[] = [
    ...grids.map(({ id }) => ['GRID_WORKER', id] as const),
    ...[...new Set(grids.map(({ place }) => place))].map((place) => ['GRID_LEADER', place] as const),
    ...townships.flatMap((town) =>
      (['TOWNSHIP_DISPATCHER', 'COMMUNITY_CASHIER', 'DOCTOR', 'STORE_KEEPER'] as const).map(
        (role) => [role, town] as const,
      ),
    ),
    ['COUNTY_DISPATCHER', areaId(county)],
  ];
  const others = posts.filter(([role, area]) => !taken.has(`${role} ${area}`));
  return [
    ...known,
    ...others.map(([role, area]) => person(chance, inventedName(chance), nextPhone(), [{ role, area }])),
  ];
}

/** Whoever approves and sends requests for health codes. */
export function inventCodeStaff(chance: Chance): SamplePerson[] {
  const story: readonly (readonly [number, Role, AreaId])[] = [
    [27, 'COMMUNITY_WORKER', storyCommunity],
    [28, 'CODE_CLERK', areaId(county)],
  ];
  return story.map(([index, role, area]) => {
    const { name, phone } = demo(index);
    // in a community the same person goes to whoever says no
    const also = role === 'COMMUNITY_WORKER' ? [{ role: 'VILLAGE_SECRETARY', area } as const] : [];
    return person(chance, name, phone, [{ role, area }, ...also]);
  });
}

/** Whoever talks to people who say no, after village secretary and doctor. */
export function inventLiaison(chance: Chance): SamplePerson[] {
  const police = demoPeople.filter(({ labelEn }) => labelEn === 'Police liaison');
  return police.map(({ name, phone }) => person(chance, name, phone, [{ role: 'POLICE', area: areaId(county) }]));
}

/** Whoever plans trips from door to door, drives and rides beside. */
export function inventTransferStaff(chance: Chance): SamplePerson[] {
  const story: readonly (readonly [number, Role])[] = [
    [29, 'TRANSFER_DESK'],
    [30, 'DRIVER'],
    [31, 'ESCORT'],
  ];
  return story.map(([index, role]) => {
    const { name, phone } = demo(index);
    return person(chance, name, phone, [{ role, area: areaId(county) }]);
  });
}

/** Whoever answers for workers of a building site who have no household here. */
export function inventHost(chance: Chance): SamplePerson {
  const { name, phone } = demo(34);
  return person(chance, name, phone, [{ role: 'HOST_UNIT', area: storyGrid }]);
}

/** Whoever is told of an opened door when nobody else has answered. */
export function inventCaptain(chance: Chance): SamplePerson {
  const captain = demoPeople.find(({ labelEn }) => labelEn === 'Building captain');
  if (!captain) throw new Error('The demo has no building captain.');
  return person(chance, captain.name, captain.phone, [{ role: 'BUILDING_CAPTAIN', area: storyGrid }]);
}

/** The daughter of the demo story: she lives elsewhere and acts for her mother with consent. */
export function storyDaughter(chance: Chance): SamplePerson {
  const { name, phone } = demo(1);
  return person(chance, name, phone, []);
}

/**
 * Volunteers dealt out over the grids, four a grid in the small county. They may work in their whole township, so that
 * the neighbour grid can ask for them (handbook 4.4).
 */
export function inventVolunteers(
  size: 'small' | 'county',
  grids: readonly PlannedGrid[],
  chance: Chance,
  nextPhone: NextPhone,
): SampleVolunteer[] {
  const list = teams.flatMap(([team, count]) => Array.from({ length: count }, () => team));
  const [home, sealed] = [storyGrid, sealedGrid].map((wanted) => grids.find(({ id }) => id === wanted));
  if (!home || !sealed) throw new Error('The story has no grid.');
  const controlled = controlledGrid(grids);
  const told = (index: number) => person(chance, demo(index).name, demo(index).phone, []);
  const story = [
    volunteer(told(2), home, 'VETERAN', 2),
    volunteer(told(3), home, 'WOMEN', 2),
    volunteer(told(13), sealed, 'YOUTH_RIDESHARE', 2),
    inside(volunteer(told(14), sealed, 'WOMEN', 2)),
    volunteer(told(16), controlled, 'PARK', 1),
  ];
  const inTurn = gridsInTurn(grids, story);
  const has = new Map<AreaId, number>();
  const others = Array.from({ length: volunteerCount[size] }, (_, i) => {
    const grid = inTurn[i % inTurn.length] ?? home;
    const team = size === 'county' ? list[(i * stride) % list.length] : teams[i % teams.length]?.[0];
    const someone = person(chance, inventedName(chance), nextPhone(), []);
    const before = has.get(grid.id) ?? 0;
    has.set(grid.id, before + 1);
    const made = { ...volunteer(someone, grid, team ?? 'OTHER', chance.int(1, 2)), roster: crewAfter(before) };
    return grid === sealed ? inside(made) : made;
  });
  return [...story, ...others];
}

/** Everybody's grid in turn, often enough for each; first those that the story has given less than two. */
function gridsInTurn(grids: readonly PlannedGrid[], story: readonly SampleVolunteer[]): readonly PlannedGrid[] {
  const has = ({ id }: PlannedGrid) => story.filter(({ area }) => area === id).length;
  const early = [2, 1].flatMap((least) => grids.filter((grid) => has(grid) < least));
  const rounds = Math.ceil(volunteerCount.county / grids.length);
  return [...early, ...Array.from({ length: rounds }, () => grids).flat()];
}

/** Somebody who lives in the sealed zone works in it, protected, and does not leave it; loops are named by their grid. */
function inside(someone: SampleVolunteer): SampleVolunteer {
  return { ...someone, ppe: 2, loop: someone.area };
}

/** Has no factor in common with the number of volunteers, so every place of the list is met once. */
const stride = 7;

function volunteer(someone: SamplePerson, grid: PlannedGrid, team: Team, ppe: number): SampleVolunteer {
  return {
    ...someone,
    grants: [{ role: 'VOLUNTEER', area: grid.township, team }],
    team,
    area: grid.id,
    skills: team === 'YOUTH_RIDESHARE' ? ['HANDOVER', 'CAR'] : ['HANDOVER'],
    ppe,
    roster: 'EVERY_SHIFT',
  };
}
