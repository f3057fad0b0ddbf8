import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock';
import type { HouseholdFacts, Performance } from '../deliveries';
import type { PickupPlace } from './pickup-slot';

/** What pick-up slots need of the others: functions, put together where the application is built. */
export interface PickupSlotDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly areaName: (area: AreaId) => string;
  /** The pick-up place for a grid: its own or the nearest above it. */
  readonly placeOf: (grid: AreaId) => PickupPlace;
  readonly householdFacts: (
    county: string,
    household: string,
  ) => Promise<Pick<HouseholdFacts, 'inQuarantine' | 'needs'> | undefined>;
  /** Needs among what a household said with a request, as it stands sealed there. */
  readonly neededWith: (county: string, said: string | undefined) => Promise<HouseholdFacts['needs']>;
  /** undefined: gone. */
  readonly deliveryState: (county: string, delivery: string) => Promise<string | undefined>;
  /** Does an action of a delivery, as the feature of deliveries does it. */
  readonly perform: (performance: Performance) => Promise<unknown>;
}
