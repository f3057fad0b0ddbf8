import type { ResponseOf } from '@grid-relief/shared-types/contract';
import type { candidates } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { Somebody } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { Address, Post, SpecialNeed } from '@grid-relief/shared-types/households/household.schema';
import type { AreaId, ControlZone, FourClassMode } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import type { Good } from '@grid-relief/shared-types/shops/shop.contract';
import type * as z from '@grid-relief/shared-types/zod';
import type { Connection } from 'mongoose';
import type { Actor, Condition, PersonActor } from '../../lifecycle';
import type { OutboxEntry } from '../../outbox';
import type { Clock } from '../../platform/clock';
import type { PlaceTraits, VolunteerSeats } from '../volunteers';
import type { Delivery } from './delivery';

/** What a request needs to know of a household; no name, no door. */
export interface HouseholdFacts {
  readonly area: AreaId;
  readonly zone: ControlZone;
  readonly inQuarantine: boolean;
  readonly needs: readonly SpecialNeed[];
  readonly loop?: string;
  /** Who should come to the door, and which dialects are spoken there. */
  readonly genderWish?: 'F' | 'M';
  readonly dialects?: readonly string[];
  /** Shanghai day on which the medicine ends. */
  readonly medicineRunsOut?: string;
  /** No home but a post. */
  readonly post?: Post;
  /** Something has happened there that is not reconciled; unsecured: nobody has said yet that people are safe (handbook 2.11). */
  readonly event?: { readonly isUnsecured: boolean };
}

/** Name, phone and door: only after the look has been recorded. */
export interface HouseholdContact {
  readonly name: string;
  readonly nameMasked: string;
  readonly phone: string;
  readonly address: z.infer<typeof Address>;
  /** Short sign of the door, e.g. `3-1-0402`. */
  readonly doorCode: string;
  readonly post?: Post;
}

/** A household of a grid as a chain message names it. */
export interface DoorOf {
  readonly household: string;
  readonly doorCode: string;
  readonly nameMasked: string;
  readonly surname: string;
}

/** One score of the router's pure rank, with a label for the person who assigns. */
export type CandidateRow = ResponseOf<typeof candidates>['items'][number];

/** What deliveries need of the others: functions, put together where the application is built. */
export interface DeliveryDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly areas: { areaNames(area: AreaId): string[]; areaName(area: AreaId): string };
  readonly households: {
    facts(county: string, id: string): Promise<HouseholdFacts | undefined>;
    contact(county: string, id: string): Promise<HouseholdContact | undefined>;
    /** A new version of the address; the old one is kept. */
    correctAddress(change: AddressChange): Promise<void>;
    /** Short signs of doors by household. */
    doorCodes(county: string, households: readonly string[]): Promise<ReadonlyMap<string, string>>;
    doorsIn(county: string, area: AreaId): Promise<readonly DoorOf[]>;
    /** All households of a grid, by id alone. */
    idsIn(county: string, area: AreaId): Promise<readonly string[]>;
  };
  readonly goodsOf: (county: string, shop: string) => Promise<ReadonlyMap<string, Good>>;
  readonly shopName: (county: string, shop: string) => Promise<string | undefined>;
  /** Surname and team, e.g. "志愿者 王师傅"; never a full name. */
  readonly labelsOf: (
    county: string,
    people: readonly string[],
  ) => Promise<ReadonlyMap<string, z.infer<typeof Somebody>>>;
  /** Records the look before the answer leaves. */
  readonly audit: (look: {
    actor: PersonActor;
    household: string;
    record: string;
    why: string;
    role: Role;
    at: Date;
  }) => Promise<void>;
  /** Records a look that somebody asks for by name, before the answer leaves. @throws Problem op-id-reused */
  readonly auditReveal: (look: {
    actor: PersonActor;
    opId: string;
    household: string;
    why: string;
    role: Role;
    at: Date;
  }) => Promise<Date>;
  /** Records that somebody opens a person's number, under the operation's id, before the answer leaves. */
  readonly auditCall: (look: {
    actor: PersonActor;
    person: string;
    opId: string;
    why: string;
    role: Role;
    at: Date;
  }) => Promise<Date>;
  /** The number of a person; the look has been recorded. undefined once its key was destroyed. */
  readonly phoneOf: (county: string, person: string) => Promise<string | undefined>;
  /** Free words about the way to a door are kept sealed. */
  readonly seal: (county: string, words: string) => Promise<string>;
  /** Opens such words again; undefined once their key was destroyed. */
  readonly unseal: (county: string, sealed: string) => Promise<string | undefined>;
  readonly seats: Pick<VolunteerSeats, 'reserve' | 'actInPlace' | 'release'>;
  /** The part of a taking's filter that says whether the work is for this person (handbook 4.2). */
  readonly mayTake: (traits: PlaceTraits, now: Date) => Condition;
  /** Delivers a notice that an outbox entry of a request asked for; repeatable. */
  readonly tell: (
    document: Pick<Delivery, '_id' | 'county'>,
    entry: Pick<OutboxEntry, 'id' | 'payload'>,
  ) => Promise<void>;
  readonly candidatesFor: (delivery: Delivery, now: Date) => Promise<readonly CandidateRow[]>;
  /** Of which requests of these homes nothing is said to them, and nothing asked of them (handbook 2.3). */
  readonly quietHomes: (
    county: string,
    households: readonly string[],
  ) => Promise<(request: Pick<Delivery, 'household' | 'createdAt'>) => boolean>;
  readonly fourClassMode: (area: AreaId, now: Date) => FourClassMode;
}

export interface AddressChange {
  readonly county: string;
  readonly household: string;
  readonly address: z.infer<typeof Address>;
  readonly actor: Actor;
  readonly opId: string;
  readonly at: Date;
}
