import type { ReturneeDeps } from './returnee.deps';
import { travellers } from './returnees';

/** Somebody who was not there to be fetched, and is absent from no quarantine. */
export interface MissedPickup {
  readonly county: string;
  /** The traveller. */
  readonly about: string;
  /** The same miss begins one search. */
  readonly because: string;
}

/** Looked for from now on (handbook 2.2, 2.4); whoever has come on no trip, or is over, is left alone. */
export async function missAtPickup(deps: ReturneeDeps, { county, about, because }: MissedPickup): Promise<void> {
  await travellers(deps).follow({ county, _id: about }, 'missAtPickup', { because, reason: 'NOT_AT_TRANSFER' });
}
