import type { DoorRow } from '@grid-relief/shared-types/screening/screening.schema';
import type { Command } from '@/api';

const over: readonly string[] = ['DONE_CLEAR', 'DONE_RETURNEE', 'VACANT', 'CLOSED_WITH_REASON', 'HANDED_UP'];
/** Ends a door as far as whoever goes there is concerned. */
const ending: readonly string[] = [
  ...['householdVisitFoundClear', 'householdVisitFoundReturnee', 'householdVisitConfirmVacant'],
  'householdVisitHandUp',
];

/** A door as the phone knows it: as the server said, and what was done here that has not been sent. */
export type KnownDoor = DoorRow & { readonly isUnsent: boolean; readonly isLeft: boolean };

/** Which doors are still to be done, with what this phone has not sent yet. Pure. */
export function knownDoors(doors: readonly DoorRow[], commands: readonly Command[]): KnownDoor[] {
  return doors.map((door) => {
    const own = commands.filter(({ record, state }) => record === door.id && state !== 'sent');
    const isEnding = own.some(({ name, state }) => ending.includes(name) && state !== 'refused');
    return { ...door, isUnsent: own.length > 0, isLeft: !over.includes(door.state) && !isEnding };
  });
}

/** Building by building, in the order in which the doors come. Pure. */
export function byBuilding(doors: readonly KnownDoor[]): { readonly name: string; readonly doors: KnownDoor[] }[] {
  const buildings = new Map<string, { name: string; doors: KnownDoor[] }>();
  for (const door of doors) {
    const building = buildings.get(door.area) ?? { name: door.areaName, doors: [] };
    building.doors.push(door);
    buildings.set(door.area, building);
  }
  return [...buildings.values()];
}
