export { type GroupDeps, samePerson } from './group';
export type { FoundPerson, Holding, MergePeople, Somebody } from './merge-people';
export { outrunMerges } from './outrun-merges';
export { mergeCollection } from './person-merge';
export type { PersonMergeDeps } from './person-merge.deps';
export { type PersonMergeHandlers, personMergeHandlers } from './person-merge.handlers';
export { personMergeIndexes } from './person-merge.repository';
export { personMergeRoutes } from './person-merge.routes';
export { type ShowSamePerson, showSamePerson } from './same-person-view';
