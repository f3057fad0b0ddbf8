import type { DeliveryView, Somebody } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type * as z from '@grid-relief/shared-types/zod';
import type { Connection } from 'mongoose';
import type { PersonActor } from '../../../lifecycle';
import type { Clock } from '../../../platform/clock';
import type { VolunteerSeats } from '../../volunteers';
import type { Delivery } from '../delivery';
import type { BatchingPolicy } from './batching.rules';

/** What runs need of the others. */
export interface RunDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly batching: BatchingPolicy;
  readonly seats: VolunteerSeats;
  readonly areaNames: (area: AreaId) => string[];
  /** Short signs of doors, e.g. `12-2-0501`, by household. */
  readonly doorCodes: (county: string, households: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly labelsOf: (
    county: string,
    people: readonly string[],
  ) => Promise<ReadonlyMap<string, z.infer<typeof Somebody>>>;
  /** The requests as this viewer may see them; records the look where a door is shown. */
  readonly presentDeliveries: (actor: PersonActor, deliveries: readonly Delivery[]) => Promise<readonly DeliveryView[]>;
  /** The aisles of a shop in walking order. */
  readonly aislesOf: (county: string, shop: string) => Promise<readonly string[]>;
}
