import type { Deps, Feature } from './feature';
import { openHouseholds } from './features/households';

/** Every feature besides identity and audit; a new one adds its line here. */
export async function openFeatures(deps: Deps): Promise<readonly Feature[]> {
  return [openHouseholds(deps)];
}
