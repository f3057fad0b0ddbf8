export { type AnchorStore, anchorFile } from './anchor';
export { type Audit, audit, type Look } from './audit';
export { auditIndexes } from './audit.model';
export type { AuditRow } from './audit.record';
export type { Verdict } from './chain';
export { auditSealer, type Sealer } from './sealer';
