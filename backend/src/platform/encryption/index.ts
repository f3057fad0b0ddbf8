export { dataKeyIndexes, type Purpose, purposes } from './data-key.repository';
export type { FieldCipher } from './field-cipher';
export { type MasterKey, masterKey, readMasterKey } from './master-key';
export { openBytes, sealBytes } from './sealed-text';
export { type FieldVault, fieldVault } from './vault';
