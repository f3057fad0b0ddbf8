export { fleet, fleetCollection, fleetIndexes, type Vehicle } from './fleet';
export { sweepFleet } from './fleet-sweep';
export { lateTransferFacts } from './late-transfer-facts';
export { transferCollection } from './transfer';
export type { PassengerTurn, TransferDeps } from './transfer.deps';
export { type TransferHandlers, transferHandlers } from './transfer.handlers';
export { transferRepository } from './transfer.repository';
export { transferRoutes } from './transfer.routes';
export { transferDesk } from './transfer-desk';
