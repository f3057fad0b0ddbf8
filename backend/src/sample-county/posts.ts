import type { Address } from '@grid-relief/shared-types/households/household.schema';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import { HouseholdId, PersonId } from '@grid-relief/shared-types/primitives/ids';
import { demoPeople } from './demo-people';
import { county, type PlannedGrid, storyGrid } from './places';
import type { Chance } from './random';
import type { SamplePerson } from './workers';

/** A post in plain words, with whoever leads its shift (decision 0013). */
export interface SamplePost {
  readonly id: HouseholdId;
  readonly area: AreaId;
  readonly name: string;
  readonly address: Address;
  readonly leader: SamplePerson;
}

/** Where a post stands, as a carrier asks for it. Invented. */
const stands = { test: '小学操场，蓝色帐篷', road: '村口大槐树旁' } as const;

/** The test point of the story's grid, and the barrier of a village: 段村 where there is one. Pure. */
export function inventPosts(grids: readonly PlannedGrid[], chance: Chance): SamplePost[] {
  const story = grids.find(({ id }) => id === storyGrid);
  const villages = grids.filter(({ community }) => !community);
  const village = villages.find(({ placeName }) => placeName.includes('段村')) ?? villages[0];
  if (!story || !village) throw new Error('The story has no place for its posts.');
  const known = village.placeName.split('、').find((name) => name === '段村') ?? village.placeName.split('、')[0];
  return [
    aPost(story, '卦山核酸采样点', stands.test, 25, chance),
    aPost(village, `${known}卡口`, stands.road, 26, chance),
  ];
}

function aPost({ id: area, placeName }: PlannedGrid, name: string, note: string, demo: number, chance: Chance) {
  const person = demoPeople[demo];
  if (!person) throw new Error(`The demo has no person ${demo}.`);
  const nowhereElse = { building: '', unit: '', floor: 1, room: '' };
  return {
    ...{ id: HouseholdId.parse(chance.id(county)), area, name, address: { compound: placeName, ...nowhereElse, note } },
    leader: {
      ...{ id: PersonId.parse(chance.id(county)), name: person.name, phone: person.phone },
      grants: [{ role: 'SHIFT_LEADER' as const, area }],
    },
  };
}
