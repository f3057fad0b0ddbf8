import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { passengerLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/passenger.lifecycle';
import type { TrackedRecord } from '../../acting';

export const passengerMachine = passengerLifecycle;
export type PassengerAction = ActionOf<typeof passengerLifecycle>;
export const passengerKind = 'PASSENGER' as const;

/** What only a passenger knows of itself. */
export interface PassengerDetail {
  readonly trip: string;
  readonly code: string;
  /** The link of a chain that ends with it; absent where something else has asked. */
  readonly link?: string;
  /** Name and phone, sealed as one text; absent where they could not be opened any more. */
  readonly sealedWho?: string;
  /** What they cannot be fetched without, sealed. */
  readonly sealedNeeds?: string;
  /** What was seen when boarding, sealed: temperature and mask. */
  readonly sealedHealth?: string;
  readonly luggage?: number;
  readonly identityChecked?: boolean;
  /** How the crew has looked for whoever was not there. */
  readonly tried?: readonly string[];
  /** The room that was taken. */
  readonly room?: string;
  readonly roomLabel?: string;
}

/** One person on the list of a trip (handbook 2.4). */
export interface Passenger extends TrackedRecord<PassengerDetail> {
  readonly kind: typeof passengerKind;
  readonly about: string;
}

/** What the contracts of its actions carry, and what the product itself brings along. */
export interface PassengerBody {
  readonly identityChecked?: boolean;
  readonly mask?: boolean;
  readonly temperatureTenths?: number;
  readonly luggage?: number;
  readonly tried?: readonly string[];
  readonly assignee?: string;
  readonly scope?: readonly string[];
}

/** Why somebody does not go, once that is so. Pure. */
export const whyNot = (passenger: Pick<Passenger, 'state' | 'history'>): string | undefined =>
  hasNoUseForBed(passenger) ? passenger.history.at(-1)?.reason : undefined;

const terminal: readonly string[] = passengerMachine.terminal;
/** Taken over, or not going. Pure. */
export const isPassengerOver = ({ state }: Pick<Passenger, 'state'>): boolean => terminal.includes(state);
/** Still expected, or on board. Pure. */
export const isComing = (passenger: Pick<Passenger, 'state'>): boolean => !isPassengerOver(passenger);
/** Goes with this trip, or went with it to its end: whom a trip is said to be for. Pure. */
export const goesAlong = (passenger: Pick<Passenger, 'state'>): boolean =>
  isComing(passenger) || passenger.state === 'TAKEN_OVER';
/** Does not go with this trip any more: the bed is for somebody else. Pure. */
export const hasNoUseForBed = (passenger: Pick<Passenger, 'state'>): boolean =>
  isPassengerOver(passenger) && passenger.state !== 'TAKEN_OVER';
