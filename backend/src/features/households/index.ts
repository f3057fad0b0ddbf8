import type { Deps, Feature } from '../../feature';
import { householdRepository } from './household.repository';
import { householdRoutes } from './household.routes';
import type { HouseholdDeps } from './read-households';

export { dutyPhoneOf } from './duty-phone';
export { householdIndexes } from './household.model';
export type { OpenHousehold, PlainHousehold } from './household.record';
export { type HouseholdRepository, householdRepository } from './household.repository';

/** Opens the feature. `placeOf` comes from the area tree; without it a place has no name and no zone. */
export function openHouseholds(deps: Deps, placeOf: HouseholdDeps['placeOf'] = unknownPlace): Feature {
  const households = householdRepository(deps.connection, deps.vault);
  return { routes: householdRoutes({ ...deps, households, placeOf }) };
}

const unknownPlace: HouseholdDeps['placeOf'] = () => ({ names: [], zone: 'NONE' });
