export { addMissing } from './add-missing';
export { type ConnectOptions, connect, connectBeside } from './connect';
export { isDuplicate } from './duplicate';
export { checkIndexes, ensureIndexes, type IndexReport, isComplete } from './ensure-indexes';
export { type IndexPlan, indexPlan, type PlannedIndex } from './index-plan';
export { isPassing } from './passing';
export { operationLimitMs } from './settings';
export { withIds } from './with-ids';
