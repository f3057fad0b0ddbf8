export { actOnRun, type RunRequest } from './act-on-run';
export { type BatchingPolicy, batchingPolicy } from './batching.rules';
export type { PerformOnMember } from './follow-run';
export type { Run, RunDetail } from './run';
export type { RunDeps } from './run.deps';
export { type RunHandlers, runFeature, runHandlers } from './run-feature';
