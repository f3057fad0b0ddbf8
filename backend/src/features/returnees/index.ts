import type { MoveLink } from '../quarantine';
import { rejudge } from './rejudge';
import type { ReturneeDeps } from './returnee.deps';
import { moveLink } from './settle';

export { lateReturneeFacts } from './late-returnee-facts';
export type { CountyJudgement, ReturneeDeps } from './returnee.deps';
export { type ReturneeHandlers, returneeHandlers } from './returnee.handlers';
export { returneeRoutes } from './returnee.routes';
export { returneeCollection } from './returnees';
export { submitReturnees } from './submit-returnees';

/** How a record behind a link tells the chain how it stands. */
export function linkMover(deps: ReturneeDeps): MoveLink {
  return (move) => moveLink(deps, move);
}

/** After a change of the policy or of the list of areas: everybody is judged again, for one cause once. */
export function rejudger(deps: ReturneeDeps): (county: string, because: string) => Promise<void> {
  return (county, because) => rejudge(deps, county, because);
}
