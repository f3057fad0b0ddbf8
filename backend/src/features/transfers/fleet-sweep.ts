import type { Connection } from 'mongoose';
import { recordsIn } from '../../lifecycle';
import { sweepSeats } from '../../reservations';
import { fleetCollection } from './fleet';
import { machine, type Transfer, transferCollection } from './transfer';

/**
 * Frees vehicles and drivers that a crash left behind: old enough, and no open trip has them under their operation. One
 * that broke down stays with its trip until it is disinfected.
 * @returns how many were freed
 */
export function sweepFleet(connection: Connection, now: Date): Promise<number> {
  const trips = recordsIn<Transfer>(connection.collection(transferCollection));
  return sweepSeats(
    connection.collection(fleetCollection),
    async ({ task, opId }) => {
      const isOpen = { state: { $nin: [...machine.terminal] } };
      const has = [
        { 'detail.strandedVehicles.opId': opId },
        { ...isOpen, 'detail.driver.opId': opId },
        { state: { $nin: [...machine.terminal, 'DISINFECTED'] }, 'detail.vehicle.opId': opId },
      ];
      return (await trips.findOne({ _id: task, $or: has }, { projection: { _id: 1 } })) !== null;
    },
    now,
  );
}
