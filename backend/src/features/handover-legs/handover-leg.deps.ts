import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock';
import type { DeliveryDeps, Performance } from '../deliveries';
import type { VolunteerSeats } from '../volunteers';
import type { HandoverLeg } from './handover-leg';

/** What handovers need of the others: functions, put together where the application is built. */
export interface HandoverLegDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly areaName: (area: AreaId) => string;
  /** undefined: the grid has named none. */
  readonly pointOf: (area: AreaId) => string | undefined;
  readonly labelsOf: DeliveryDeps['labelsOf'];
  readonly seats: Pick<VolunteerSeats, 'takeWith'>;
  /** People inside the loop who may take the bags in, best first, by the router's own ranking (handbook 4.2). */
  readonly insideFor: (leg: HandoverLeg, now: Date) => Promise<readonly string[]>;
  /** Does an action of a delivery, as the feature of deliveries does it. */
  readonly perform: (performance: Performance) => Promise<unknown>;
}
