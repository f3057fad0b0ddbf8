import { getDoor } from '@grid-relief/shared-types/screening/screening.contract';
import type { DoorRow, DoorView } from '@grid-relief/shared-types/screening/screening.schema';
import { useRead } from '@/api';
import { useMyDoors } from './use-my-doors';

/** A door as the list has it; since when is asked for is known once the server has been reached. */
export type Door = DoorRow & Partial<Pick<DoorView, 'since'>>;

/** One door: as the server tells of it, or without a network as it stands in the list on the phone. */
export function useKnownDoor(id: string) {
  const read = useRead(getDoor, { params: { id } as never }); // as the list gave it
  const { items } = useMyDoors();
  const door: Door | undefined = read.data ?? items.find((one) => one.id === id);
  return { door, read };
}
