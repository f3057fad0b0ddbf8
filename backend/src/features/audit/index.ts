export { type AnchorStore, anchorFile } from './anchor';
export { type Audit, audit, type Look } from './audit';
export { type AuditRow, auditIndexes } from './audit.model';
export type { Verdict } from './chain';
export { auditSealer, type Sealer } from './sealer';
