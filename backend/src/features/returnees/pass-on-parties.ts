import { naming } from '../../acting';
import type { ReturneeDeps } from './returnee.deps';
import type { Traveller } from './traveller';

/**
 * Whoever came to be named by somebody's record later is named by what had been opened for them before: it would have been
 * opened with that name (decision 0012). However often, it comes to the same; of nearly everybody there is nobody to pass on.
 */
export async function passOnParties(deps: Pick<ReturneeDeps, 'nameBehind'>, traveller: Traveller): Promise<void> {
  if (traveller.history.some(({ action }) => action === naming)) await deps.nameBehind(traveller);
}
