export { type Acted, type ActingOn, actingOn, type Following } from './acting-on';
export { actionRoutes } from './action-routes';
export { type KindOfRecord, nameParties, namePartiesAbout, nameParty, naming } from './name-party';
export { type Part, partsIn } from './parts';
export { recordIndexes, recordModel, type TrackedRecord } from './record.model';
export { keepingWords, type StepNote, stepsOf, stepsWithWords } from './steps';
export { storeDraft } from './store-draft';
export { type Attempt, type Effects, instead, type Verb } from './verb';
