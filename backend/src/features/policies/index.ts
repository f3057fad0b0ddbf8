export { storeFirstPolicy } from './first-policy';
export type { PoliciesDeps } from './policies.deps';
export { policyRoutes } from './policies.routes';
export type { RiskLine } from './policy.record';
export { type PolicyRepository, policyIndexes, policyRepository } from './policy.repository';
export { type CountyJudgement, type JudgementAt, openPolicyBook, type PolicyBook } from './policy-book';
