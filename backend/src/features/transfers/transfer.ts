import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { ambulance, transferLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/transfer.lifecycle';
import type { OwnWay } from '@grid-relief/shared-types/returnees/returnee.schema';
import type { TransferGoal, TransferKind } from '@grid-relief/shared-types/transfers/transfer.schema';
import type { TrackedRecord } from '../../acting';
import { derivedId } from '../../platform/ids';

/** The states and actions of handbook 2.4. */
export const machine = transferLifecycle;
export type TransferAction = ActionOf<typeof transferLifecycle>;

/** The collection of all trips and of everybody on their lists. */
export const transferCollection = 'transfers';
export const transferKind = 'TRANSFER' as const;

/** A signature of the hand-over sheet. */
export interface Signature {
  readonly by: string;
  readonly role: string;
  readonly at: Date;
  readonly heads: number;
}

/** A vehicle or a driver that a trip has, under the operation that took it. */
export interface Taken {
  readonly owner: string;
  readonly opId: string;
}

/** Beds of a site that are kept for everybody on the list, under the operation that asked for them. */
export interface BedsKept {
  readonly site: string;
  readonly name: string;
  /** Where the site lies. */
  readonly area: string;
  readonly opId: string;
}

/** What only a trip knows of itself. */
export interface TransferDetail {
  readonly code: string;
  /** What it was asked for; the variant says SELF_DRIVE while somebody drives alone, and AMBULANCE for 120. */
  readonly kind: TransferKind;
  readonly goal: TransferGoal;
  /** Whoever has the same travels together. */
  readonly together: string;
  /** Ids of passengers, in the order in which they were listed. */
  readonly passengers: readonly string[];
  readonly from: Date;
  readonly minutes: number;
  /** Where they are fetched, and a hospital they go to, sealed. */
  readonly sealedPickup?: string;
  readonly sealedTo?: string;
  /** The site they are fetched from. */
  readonly pickupArea?: string;
  /** Asked for by hand: by whom, and the fingerprint of that request. */
  readonly askedBy?: string;
  readonly draftHash?: string;
  readonly beds?: BedsKept;
  /** Kept before another site was chosen. */
  readonly formerBeds?: readonly BedsKept[];
  /** It was on the road when it was sent elsewhere. */
  readonly redirectedOnRoad?: boolean;
  readonly vehicle?: Taken & { readonly plate: string; readonly seats: number; readonly partition: boolean };
  readonly driver?: Taken;
  /** Drivers of vehicles that were replaced. */
  readonly formerDrivers?: readonly Taken[];
  /** Vehicles that broke down: each is free only once it is disinfected. */
  readonly strandedVehicles?: readonly Taken[];
  readonly expectedAt?: Date;
  /** SELF_DRIVE that was wished for before there was a trip: how they come. */
  readonly ownWay?: OwnWay;
  /** SELF_DRIVE: route and plate, sealed. */
  readonly sealedRoute?: string;
  readonly boarding?: Signature;
  readonly handOver?: Signature;
  /** How often the clock has rung for its hours, or for who drives alone. */
  readonly rings?: number;
}

/** One trip from door to door (handbook 2.4). */
export interface Transfer extends TrackedRecord<TransferDetail> {
  readonly kind: typeof transferKind;
  readonly variant: TransferKind | typeof ambulance;
}

/** What the contracts of its actions carry, and what the product itself brings along. */
export interface TransferBody {
  readonly site?: string;
  readonly vehicle?: string;
  readonly driver?: string;
  readonly expectedAt?: string;
  readonly heads?: number;
  readonly words?: string;
  readonly plate?: string;
  readonly passenger?: string;
  readonly from?: Date;
}

/** Who travels together in one way and goes to the same kind of place, for the nth time. */
export function transferIdOf(county: string, together: string, kind: string, goal: string, nth: number): string {
  return derivedId(county, together, 'transfer', kind, goal, String(nth));
}

/** Whose bed, at which site, under which asking: another asking never gives back this one's. */
export function bedKeyOf(county: string, passenger: string, { site, opId }: Pick<BedsKept, 'site' | 'opId'>): string {
  return derivedId(county, passenger, 'bed', site, opId);
}

const terminal: readonly string[] = machine.terminal;
/** Closed or cancelled. Pure. */
export const isTransferOver = ({ state }: Pick<Transfer, 'state'>): boolean => terminal.includes(state);

/** 120 drives it: a record of what happens, for which nothing of ours is sent. Pure. */
export const isByAmbulance = ({ variant }: Pick<Transfer, 'variant'>): boolean => variant === ambulance;

/** Said to be on the road in the own car, while the list has not heard of it yet. Pure. */
export const drivesAlone = ({ variant, state }: Pick<Transfer, 'variant' | 'state'>): boolean =>
  variant === 'SELF_DRIVE' && ['EN_ROUTE', 'AT_DEST'].includes(state);

/** By then everybody is to be in place. Pure. */
export const inPlaceBy = ({ from, minutes }: Pick<TransferDetail, 'from' | 'minutes'>): Date =>
  new Date(from.getTime() + minutes * 60_000);
