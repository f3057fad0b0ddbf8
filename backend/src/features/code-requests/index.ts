export { codeDesk } from './code-desk';
export { codeRequestCollection } from './code-request';
export type { CodeRequestDeps } from './code-request.deps';
export { type CodeRequestHandlers, codeRequestHandlers } from './code-request.handlers';
export { codeRequestRepository } from './code-request.repository';
export { codeRequestRoutes } from './code-request.routes';
