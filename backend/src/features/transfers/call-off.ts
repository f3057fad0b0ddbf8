import type { TransferDesk } from '../quarantine';
import { drivesAlone } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { transferRepository } from './transfer.repository';
import { passengers } from './transfers';

/**
 * Gives up the places that somebody has on trips of these goals, under whichever name they were asked for. A place of a chain
 * is given up by its link, as before; whoever is on board or on the road goes on, and a person decides (handbook 2.4).
 */
export async function callOff(
  deps: TransferDeps,
  { county, about, goals, until, reason }: Parameters<TransferDesk['callOff']>[0],
): Promise<void> {
  const stored = transferRepository(deps.connection);
  const { own, others } = await deps.everyName(county, about);
  for (const place of await stored.openPassengersOf(county, [...new Set([about, ...own, ...others])])) {
    if (place.detail.link || place.createdAt > until) continue;
    const trip = await stored.byId(county, place.detail.trip);
    if (!trip || !goals.includes(trip.detail.goal) || drivesAlone(trip)) continue;
    await passengers(deps).follow(place, 'dropOut', { reason });
  }
}
