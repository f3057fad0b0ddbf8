import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordsIn } from '../../lifecycle';
import { taskModel } from '../../tasks';
import { machine, type PickupSlot } from './pickup-slot';

const kind = 'PICKUP_SLOT' as const;
/** Twelve hours at twenty an hour are 240 a day and place. */
const readAtMost = 1_000;
const open = openStates(machine);

/** All slots have the same; the shared index sorts by it before the time. */
export const slotPriority = 2;

/** Reads of slots; they are written by `pickupSlots`. */
export function pickupSlotRepository(connection: Connection) {
  const { collection } = taskModel(connection);
  const records = recordsIn<PickupSlot>(collection);
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    openIn: (county: string, areas: readonly string[]): Promise<PickupSlot[]> =>
      records
        .find({ county, scope: { $in: [...areas] }, kind, state: { $in: open } })
        .limit(readAtMost)
        .toArray(),
    /** Those that ended, with their turn between two instants: `waitingSince` is the turn. */
    endedIn: (county: string, areas: readonly string[], from: Date, to: Date): Promise<PickupSlot[]> =>
      records
        .find({
          ...{ county, scope: { $in: [...areas] }, kind, state: { $in: [...machine.terminal] } },
          ...{ priority: slotPriority, waitingSince: { $gte: from, $lt: to } },
        })
        .limit(readAtMost)
        .toArray(),
    openOf: (county: string, household: string): Promise<PickupSlot[]> =>
      records
        .find({ county, household, kind, state: { $in: open } })
        .limit(readAtMost)
        .toArray(),
    /** All of a delivery, oldest first. */
    ofDelivery: async (county: string, household: string, delivery: string): Promise<PickupSlot[]> => {
      const ofHome = records.find({ county, household, kind }).sort({ createdAt: -1 }).limit(readAtMost);
      const found = (await ofHome.toArray()).filter(({ detail }) => detail.delivery === delivery);
      return found.sort((one, other) => one.detail.nth - other.detail.nth);
    },
  };
}
