import type { AreaBook } from '../features/areas';
import { type DeliveryDeps, deliveryRepository, openSaid, perform } from '../features/deliveries';
import { type PickupPlace, type PickupSlotDeps, usualHours } from '../features/pickup-slots';

/** Numbered places where the area tree names none: an hour's worth of households (handbook 7). */
const usualNumbers = 20;

/** What pick-up slots need of the other features, as functions (docs/architecture.md, rule 1). */
export function pickupDeps(book: AreaBook, deliveries: DeliveryDeps): PickupSlotDeps {
  const { connection, now, households } = deliveries;
  return {
    connection,
    now,
    areaName: book.areaName,
    placeOf(grid): PickupPlace {
      const found = book.pickupPlaceOf(grid);
      const { area = grid, place } = found ?? {};
      const hours = {
        opensMinute: place?.opensMinute ?? usualHours.opensMinute,
        closesMinute: place?.closesMinute ?? usualHours.closesMinute,
      };
      return { area, name: place?.name ?? book.areaName(area), numbers: place?.numbers ?? usualNumbers, ...hours };
    },
    householdFacts: (county, household) => households.facts(county, household),
    neededWith: async (county, said) => (await openSaid(deliveries, county, said)).needs,
    deliveryState: async (county, id) => (await deliveryRepository(connection).byId(county, id))?.state,
    perform: (performance) => perform(deliveries, performance),
  };
}
