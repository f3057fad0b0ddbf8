import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { PersonActor } from '../../lifecycle';
import type { Clock } from '../../platform/clock';
import type { FieldCipher } from '../../platform/encryption';
import type { Audit } from '../audit';
import type { Beds, EveryNameOf, FetchedPerson, HasDied, MoveLink, RefusalDesk, SiteRooms } from '../quarantine';

/** A passenger with whom something has gone another way, told to the quarantine that may run. */
export interface PassengerTurn {
  readonly county: string;
  /** The traveller. */
  readonly about: string;
  readonly how: 'NOT_THERE' | 'TO_120';
  /** How the crew has looked for the person. */
  readonly tried: readonly string[];
  /** The passenger: the same turn is told once. */
  readonly because: string;
}

/** What transfers need of the others: functions, put together where the application is built. */
export interface TransferDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly cipherOf: (county: string) => Promise<FieldCipher>;
  readonly areaName: (area: AreaId) => string;
  readonly beds: Beds;
  /** Who else somebody is: two records of one person have one seat and one bed. */
  readonly everyName: EveryNameOf;
  /** Whoever does not board is talked to, while a new trip is asked for. */
  readonly refusals: Pick<RefusalDesk, 'record'>;
  readonly hasDied: HasDied;
  /** Tells the chain how its link stands. */
  readonly moveLink: MoveLink;
  /** From this temperature on a doctor hears. Tenths of a degree Celsius. */
  readonly feverTenths: (county: string) => Promise<number>;
  readonly turned: (turn: PassengerTurn) => Promise<void>;
  /** Who drives for a place: people who hold the role there. */
  readonly driversFor: (county: string, scope: readonly string[]) => Promise<readonly string[]>;
  /** Everybody who drives in a county. */
  readonly driversIn: (county: string) => Promise<readonly string[]>;
  /** With all rights as they are now; undefined: unknown or blocked. */
  readonly actorOf: (person: string) => Promise<PersonActor | undefined>;
  /** Surname and stars. */
  readonly labelsOf: (
    county: string,
    people: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly label: string }>>;
  /** Somebody in quarantine or on the way here, whom this actor may see; undefined: nobody of theirs. */
  readonly personFor: (actor: PersonActor, id: string) => Promise<FetchedPerson | undefined>;
  /** The room in which one of these lives. */
  readonly roomOf: SiteRooms['roomOf'];
  readonly recordLook: Audit['record'];
}
