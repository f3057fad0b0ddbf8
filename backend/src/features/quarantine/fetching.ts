import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { OwnWay } from '@grid-relief/shared-types/returnees/returnee.schema';
import type { CarryNeed, TransferGoal, TransferKind } from '@grid-relief/shared-types/transfers/transfer.schema';
import type { WhoIsIn } from './opening';

/** Somebody who is to be fetched from door to door (handbook 2.4, C11). */
export interface TransferOpening {
  /** Of the passenger; derived from what asks and how often, so that asking twice asks once. */
  readonly id: string;
  readonly county: string;
  /** The traveller; the quarantine of whoever has come on no trip. */
  readonly about: string;
  /** The link of the chain that ends with it; absent where something else asks. */
  readonly link?: string;
  /** Whoever has the same travels together, where they go to the same kind of place: a report, a home. */
  readonly together: string;
  readonly kind: Exclude<TransferKind, 'SELF_DRIVE'>;
  readonly goal: TransferGoal;
  /** 120 drives; nothing of ours is approved, sent or reserved. */
  readonly byAmbulance?: true;
  /** They come by themselves instead: nothing of ours is sent, and the township approves the way. */
  readonly ownWay?: OwnWay;
  /** The ambulance has them already: what is asked for is the record of it. */
  readonly isTaken?: true;
  readonly area: AreaId;
  readonly household?: string;
  readonly parties: readonly string[];
  /** Four characters to speak of somebody without a name. */
  readonly code: string;
  /** In plain text, sealed by the record; undefined once the key was destroyed. */
  readonly who?: Pick<WhoIsIn, 'name' | 'phone'> | undefined;
  /** Where they are fetched, in their own words. */
  readonly pickup?: string | undefined;
  /** The site they are fetched from: who keeps it sees who is fetched. */
  readonly pickupArea?: AreaId | undefined;
  /** Where to, in words, where that is no site and no home of ours. */
  readonly to?: string | undefined;
  readonly needs?: readonly CarryNeed[] | undefined;
  /** When they can be fetched: the arrival, or the planned one. */
  readonly from: Date;
  /** From there until they are in place. */
  readonly minutes: number;
}

/** Somebody for whom a trip is asked by hand. */
export interface FetchedPerson
  extends Pick<
    TransferOpening,
    'county' | 'about' | 'area' | 'household' | 'parties' | 'code' | 'who' | 'pickup' | 'pickupArea'
  > {
  /** Who has to do with them. */
  readonly scope: readonly string[];
}

/** How far the trip is that fetches somebody: nobody has decided about it, somebody has, or it has begun. */
export type TripStanding = 'ASKED' | 'PLANNED' | 'UNDER_WAY';

interface PassengerRef {
  readonly county: string;
  readonly id: string;
}

const contacts: readonly TransferKind[] = ['CLOSE_CONTACT', 'SECOND_CONTACT'];

/**
 * Whether somebody travels in a closed loop from door to door: contacts sit behind a partition, and whoever drove them would
 * be a contact as well; whoever goes to a site is brought there (handbook 2.4, C11, 5). Pure.
 */
export function travelsClosed({ kind, goal }: { readonly kind: TransferKind; readonly goal: TransferGoal }): boolean {
  return goal === 'SITE' || contacts.includes(kind);
}

/** Why nobody fetches whoever is at home already: the driver and the desk read it. */
export const atHome = 'AT_HOME';

/** Somebody who was looked for. */
interface FoundAgain {
  readonly county: string;
  readonly about: string;
  /** At the own door: no trip home is asked for. */
  readonly isHome: boolean;
}

/** Somebody who need not be fetched to such places any more, or cannot be. */
interface CallingOff {
  readonly county: string;
  /** The traveller; the quarantine of whoever has come on no trip. */
  readonly about: string;
  readonly goals: readonly TransferGoal[];
  /** When that was said: what somebody asks for later stands. */
  readonly until: Date;
  readonly reason: string;
}

/** Trips from door to door, as chains and quarantines use them. */
export interface TransferDesk {
  /** A second time nothing happens, but that the hours run from another arrival. */
  open(opening: TransferOpening): Promise<void>;
  /** Need not be fetched any more; who is on board goes on. */
  withdraw(passenger: PassengerRef & { readonly reason: string }): Promise<void>;
  /** The same of whatever was asked for by hand until then, of which whoever calls it off does not know. */
  callOff(trips: CallingOff): Promise<void>;
  /** In hospital, says the hospital or whoever is back from it: the trip of the ambulance is over. */
  wasThere(passenger: PassengerRef): Promise<void>;
  /** Somebody who was not at the pick-up, and whom no chain fetches, is found again: asked for anew, once. */
  askAgain(found: FoundAgain): Promise<void>;
  /** Of somebody's open places the one that has come furthest; undefined: nobody fetches them. */
  standing(person: { readonly county: string; readonly about: string }): Promise<TripStanding | undefined>;
}
