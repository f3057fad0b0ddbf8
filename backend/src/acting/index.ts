export { type Acted, type ActingOn, actingOn, type Following } from './acting-on';
export { actionRoutes } from './action-routes';
export { type Attempt, type Effects, instead, type Verb } from './verb';
