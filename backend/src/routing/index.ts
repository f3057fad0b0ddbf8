export {
  type AssignmentChange,
  freeSeatEntry,
  givenBack,
  missed,
  routeEntry,
  taken,
} from './assignment-fields';
export type { Candidate, RouteTask } from './candidate';
export { type CandidateRow, candidateRows, presentCandidate } from './find-candidates';
export { limitFor, rowOf } from './hard-filters';
export { rungAt } from './ladder';
export { mayTake } from './may-take';
export { gridOf, type Neighbours, townshipOf } from './places';
export { type RoutingPolicy, routingPolicy } from './policy';
export { type Ranked, rank } from './rank';
export type { CandidateDeps } from './read-candidates';
export { heldByNobody, movableStates, type Relocatable, relocate } from './relocate';
export { type RouterDeps, routingHandlers } from './route-handler';
export { asRouteTask, type RoutableTask } from './route-task';
