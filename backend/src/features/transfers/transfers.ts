import { type ActingOn, actingOn, recordModel } from '../../acting';
import { crewVerbs } from './crew.verbs';
import { type Passenger, type PassengerAction, type PassengerBody, passengerKind, passengerMachine } from './passenger';
import { passengerVerbs } from './passenger.verbs';
import { planningVerbs } from './planning.verbs';
import { dispatch, sendAtOnce, sendReplacement } from './send.verbs';
import {
  machine,
  type Transfer,
  type TransferAction,
  type TransferBody,
  transferCollection,
  transferKind,
} from './transfer';
import type { TransferDeps } from './transfer.deps';
import { maySeeTransfer } from './transfer.policy';

export type Transfers = ActingOn<Transfer, TransferAction, TransferBody>;
export type Passengers = ActingOn<Passenger, PassengerAction, PassengerBody>;

const records = ({ connection }: TransferDeps) => recordModel(connection, transferCollection).collection;

/**
 * Trips from door to door, and what is done about them (handbook 2.4).
 * @throws Problem from `act` beside the engine's: no-bed, not-fit, head-count, invalid-input
 */
export function transfers(deps: TransferDeps): Transfers {
  return actingOn({
    ...{ kind: transferKind, machine, deps, maySee: maySeeTransfer, collection: records(deps) },
    verbs: { ...planningVerbs, ...crewVerbs, dispatch, sendAtOnce, sendReplacement },
  });
}

/** Everybody on a list. @throws Problem from `act` beside the engine's: transition-not-allowed before the destination */
export function passengers(deps: TransferDeps): Passengers {
  return actingOn({
    ...{ kind: passengerKind, machine: passengerMachine, deps, maySee: maySeeTransfer, collection: records(deps) },
    verbs: passengerVerbs,
  });
}
