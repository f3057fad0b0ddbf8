export { type Acted, type ActingOn, actingOn, type Following } from './acting-on';
export { actionRoutes } from './action-routes';
export { recordIndexes, recordModel, type TrackedRecord } from './record.model';
export { keepingWords, type StepNote, stepsOf, stepsWithWords } from './steps';
export { type Attempt, type Effects, instead, type Verb } from './verb';
