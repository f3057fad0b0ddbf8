import type { CarryNeed } from '@grid-relief/shared-types/transfers/transfer.schema';
import type { FieldCipher } from '../../platform/encryption';
import type { Passenger } from './passenger';
import type { Transfer } from './transfer';

interface Own {
  readonly _id: string;
}

/** Who is to be fetched. */
export interface WhoGoes {
  readonly name: string;
  readonly phone?: string;
}

/** What was measured when boarding. */
export interface SeenBoarding {
  readonly mask: boolean;
  readonly temperatureTenths?: number;
}

/** The route as declared by whoever drives alone. */
export interface DeclaredRoute {
  readonly words: string;
  readonly plate?: string;
}

const sealed = <T>(use: string) => ({
  seal: (cipher: FieldCipher, { _id }: Own, value: T): string => cipher.seal(JSON.stringify(value), `${_id}/${use}`),
  /** Nothing once the key was destroyed. */
  open(cipher: FieldCipher, { _id }: Own, text: string | undefined): T | undefined {
    const opened = text === undefined ? undefined : cipher.open(text, `${_id}/${use}`);
    // sealed by `seal` above, and by nobody else
    return opened === undefined ? undefined : (JSON.parse(opened) as T);
  },
});

const [who, needs, health, pickup, to, route] = [
  sealed<WhoGoes>('who'),
  sealed<readonly CarryNeed[]>('needs'),
  sealed<SeenBoarding>('boarding'),
  sealed<string>('pickup'),
  sealed<string>('to'),
  sealed<DeclaredRoute>('route'),
];

export const sealWho = who.seal;
export const sealNeeds = needs.seal;
export const sealTo = to.seal;
export const sealBoarding = health.seal;
export const sealPickup = pickup.seal;
export const sealRoute = route.seal;

export const whoIn = (cipher: FieldCipher, passenger: Passenger) =>
  who.open(cipher, passenger, passenger.detail.sealedWho);
export const needsIn = (cipher: FieldCipher, passenger: Passenger): readonly CarryNeed[] =>
  needs.open(cipher, passenger, passenger.detail.sealedNeeds) ?? [];
export const boardingIn = (cipher: FieldCipher, passenger: Passenger) =>
  health.open(cipher, passenger, passenger.detail.sealedHealth);
export const pickupIn = (cipher: FieldCipher, trip: Transfer) => pickup.open(cipher, trip, trip.detail.sealedPickup);
export const toIn = (cipher: FieldCipher, trip: Transfer) => to.open(cipher, trip, trip.detail.sealedTo);
export const routeIn = (cipher: FieldCipher, trip: Transfer) => route.open(cipher, trip, trip.detail.sealedRoute);
