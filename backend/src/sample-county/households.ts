import type { Address, SpecialNeed } from '@grid-relief/shared-types/households/household.schema';
import { type AreaId, areaId } from '@grid-relief/shared-types/primitives/areas';
import { HouseholdId, PersonId } from '@grid-relief/shared-types/primitives/ids';
import { addMinutes, type Day, dayOf } from '@grid-relief/shared-types/primitives/instants';
import { demoPeople } from './demo-people';
import { inventedName, phoneCount, samplePhone } from './names';
import { controlledGrid, county, doorsPerBuilding, type PlannedGrid, sealedGrid, storyGrid } from './places';
import type { Chance } from './random';

/** A household in plain words; the vault encrypts name, phone and address before they are stored (handbook 8). */
export interface SampleHousehold {
  readonly id: HouseholdId;
  readonly area: AreaId;
  readonly address: Address;
  /** House, entrance and door, or lane and house: names no street. */
  readonly doorCode: string;
  readonly contactName: string;
  readonly phone: string;
  readonly size: number;
  readonly needs: readonly SpecialNeed[];
  readonly inQuarantine: boolean;
  readonly medicineRunsOut?: Day;
  /** The contact's account; absent where the invented numbers are used up. */
  readonly resident?: PersonId;
}

interface StoryHousehold {
  readonly demo: number;
  readonly details: Partial<SampleHousehold>;
}

type Story = Readonly<Record<string, Readonly<Record<number, StoryHousehold>>>>;

/** Households of the demo story by grid and the place of their door in it. */
const story: Story = {
  [storyGrid]: {
    8: { demo: 0, details: { size: 1, needs: ['ELDER_ALONE', 'CHRONIC_MEDICINE'], inQuarantine: true } },
    9: { demo: 6, details: { size: 3, needs: [], inQuarantine: false } },
  },
  [sealedGrid]: { 8: { demo: 12, details: { size: 3, needs: ['INFANT'], inQuarantine: true } } },
};

/** The same with the household of the controlled grid, whose place depends on the size of the county. */
function wholeStory(grids: readonly PlannedGrid[]): Story {
  const details = { size: 3, needs: [], inQuarantine: false };
  return { ...story, [controlledGrid(grids).id]: { 8: { demo: 15, details } } };
}

const doorsPerEntrance = 12;
const doorsPerFloor = 2;

/** Shares of households with a need: invented, near what a county of this age would have. */
const needShares: readonly (readonly [SpecialNeed, number])[] = [
  ['ELDER_ALONE', 0.08],
  ['CHRONIC_MEDICINE', 0.1],
  ['INFANT', 0.03],
  ['DIABETIC', 0.03],
  ['DISABLED', 0.02],
  ['PREGNANT', 0.01],
  ['NO_PHONE', 0.01],
  ['DIALYSIS', 0.001],
];

export interface HouseholdPlan {
  readonly grids: readonly PlannedGrid[];
  readonly chance: Chance;
  readonly now: Date;
  /** Share of households in home quarantine. */
  readonly quarantineShare: number;
  /** First sample phone that is free for residents. */
  readonly firstPhone: number;
}

/** All households, grid by grid, one at a time: a county's worth never lies in memory at once. */
export function* inventHouseholds(plan: HouseholdPlan): Generator<SampleHousehold> {
  let phone = plan.firstPhone;
  const people = wholeStory(plan.grids);
  for (const grid of plan.grids) {
    for (let door = 0; door < grid.households; door++) {
      const told = people[grid.id]?.[door];
      const contact = told
        ? demoContact(told.demo)
        : { contactName: inventedName(plan.chance), phone: samplePhone(phone), hasAccount: phone < phoneCount };
      if (!told) phone++;
      yield { ...inventHousehold(grid, door, contact, plan), ...told?.details };
    }
  }
}

function demoContact(index: number): Contact {
  const person = demoPeople[index];
  if (!person) throw new Error(`The demo has no person ${index}.`);
  return { contactName: person.name, phone: person.phone, hasAccount: true };
}

interface Contact {
  readonly contactName: string;
  readonly phone: string;
  readonly hasAccount: boolean;
}

function inventHousehold(grid: PlannedGrid, door: number, contact: Contact, plan: HouseholdPlan): SampleHousehold {
  const { chance } = plan;
  const needs = needShares.filter(([, share]) => chance.happens(share)).map(([need]) => need);
  const id = HouseholdId.parse(chance.id(county));
  const person = PersonId.parse(chance.id(county));
  const medicineDay = dayOf(addMinutes(plan.now, chance.int(1, 20) * minutesPerDay));
  const isStory = grid.id === storyGrid && story[grid.id]?.[door] !== undefined;
  return {
    id,
    ...placeOf(grid, door),
    contactName: contact.contactName,
    phone: contact.phone,
    size: needs.includes('ELDER_ALONE') ? 1 : chance.int(1, 5),
    needs,
    inQuarantine: chance.happens(plan.quarantineShare),
    ...(isStory || needs.includes('CHRONIC_MEDICINE') ? { medicineRunsOut: medicineDay } : {}),
    ...(contact.hasAccount ? { resident: person } : {}),
  };
}

const minutesPerDay = 24 * 60;

const twoDigits = (value: number) => String(value).padStart(2, '0');

function placeOf(grid: PlannedGrid, door: number): Pick<SampleHousehold, 'area' | 'address' | 'doorCode'> {
  if (!grid.community) {
    const lane = Math.floor(door / doorsPerEntrance) + 1;
    const house = (door % doorsPerEntrance) + 1;
    return {
      area: grid.id,
      doorCode: `${twoDigits(lane)}-${twoDigits(house)}`,
      address: { compound: grid.placeName, building: `${lane}巷`, unit: '', floor: 1, room: `${house}号` },
    };
  }
  const building = Math.floor(door / doorsPerBuilding) + 1;
  const inBuilding = door % doorsPerBuilding;
  const floor = Math.floor((inBuilding % doorsPerEntrance) / doorsPerFloor) + 1;
  const entrance = Math.floor(inBuilding / doorsPerEntrance) + 1;
  const room = `${floor}0${(inBuilding % doorsPerFloor) + 1}`;
  return {
    area: areaId(`${grid.id}-b${twoDigits(building)}`),
    doorCode: `${twoDigits(building)}-${entrance}-0${room}`,
    address: {
      compound: `${grid.placeName.replace('社区', '')}小区${grid.id.slice(-2)}区`,
      building: `${building}号楼`,
      unit: `${entrance}单元`,
      floor,
      room,
    },
  };
}
