import type { MoveLink } from '../quarantine';
import type { ReturneeDeps } from './returnee.deps';
import { moveLink } from './settle';

export { contactDesk } from './contact-desk';
export { type AnewOrder, judgeAnew } from './judge-anew';
export { lateReturneeFacts } from './late-returnee-facts';
export {
  type ListedTraveller,
  listedTravellers,
  namesOfTravellers,
  type TouchedBy,
  travellerFacts,
} from './listed-travellers';
export { missAtPickup } from './miss-at-pickup';
export { nameInvitedHost } from './name-host';
export {
  besideTravellers,
  diedFollowed,
  followedAtHome,
  openTravellersOf,
  recordsOfPerson,
  travellerIdsIn,
} from './records-of-person';
export { walkInRegister } from './register-walk-in';
export type { ReturneeDeps } from './returnee.deps';
export { type ReturneeHandlers, returneeHandlers } from './returnee.handlers';
export { returneeRoutes } from './returnee.routes';
export { settleTravellers } from './settle';
export { submitReturnees } from './submit-returnees';
export { returneeCollection } from './traveller';
export { visibleTraveller } from './visible-person';

/** How a record behind a link tells the chain how it stands. */
export function linkMover(deps: ReturneeDeps): MoveLink {
  return (move) => moveLink(deps, move);
}
