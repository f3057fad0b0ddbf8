import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { vehicleLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/vehicle.lifecycle';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord, type Tracked } from '../../lifecycle';
import type { Seat } from '../../reservations';
import type { VehicleTraits } from './fleet.rules';

export const vehicleMachine = vehicleLifecycle;
export type VehicleAction = ActionOf<typeof vehicleLifecycle>;
export const vehicleKind = 'VEHICLE' as const;

/** What a vehicle is. Passenger seats are `places`; `seats` is who has the vehicle itself. */
interface VehicleFacts extends Pick<VehicleTraits, 'partition' | 'kinds' | 'carries'> {
  readonly _id: string;
  readonly county: string;
  readonly area: string;
  readonly plate: string;
  readonly places: number;
  /** Who may drive it; nobody named: every driver. */
  readonly drivers: readonly string[];
  /** Who added it, and the fingerprint of that request; absent of what the county began with. */
  readonly addedBy?: string;
  readonly draftHash?: string;
}

/** A vehicle of the county. */
export interface Vehicle extends Tracked, VehicleFacts {
  readonly _id: string;
  readonly county: string;
  readonly area: string;
  readonly kind: typeof vehicleKind;
  readonly seats?: readonly Seat[];
}

/** What the contracts of its actions carry. */
export interface VehicleBody {
  readonly plate?: string;
  readonly seats?: number;
  readonly partition?: boolean;
  readonly kinds?: VehicleTraits['kinds'];
  readonly carries?: VehicleTraits['carries'];
  readonly drivers?: readonly string[];
}

/** What is told of a vehicle that is new to the county. */
export type NewVehicle = Omit<VehicleFacts, 'carries' | 'drivers'> & Partial<Pick<VehicleFacts, 'carries' | 'drivers'>>;

/** A vehicle that may be sent. Pure. */
export function newVehicle({ carries = [], drivers = [], ...facts }: NewVehicle, now: Date): Vehicle {
  const { _id, county, area } = facts;
  const [state = 'IN_SERVICE'] = vehicleMachine.initial;
  const scope = scopeOf(area as AreaId); // of an area that passed its schema
  const begun = beginRecord({ _id, county, kind: vehicleKind, state, area, scope }, [], now);
  return { ...begun, ...facts, ...{ kind: vehicleKind, carries, drivers } };
}
