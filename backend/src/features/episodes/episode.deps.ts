import type { FilePurpose } from '@grid-relief/shared-types/files/file.contract';
import type { SpecialNeed } from '@grid-relief/shared-types/households/household.schema';
import type { SamePersonView } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Day } from '@grid-relief/shared-types/primitives/instants';
import type { PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { SupplyGood } from '@grid-relief/shared-types/quarantine/supply.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import type { Connection } from 'mongoose';
import type { PersonActor } from '../../lifecycle';
import type { Clock } from '../../platform/clock';
import type {
  CodeRequestOpening,
  HomeEventDesk,
  MoveLink,
  OpenInvestigation,
  OutrunMerges,
  RefusalDesk,
  SamePerson,
  SiteRooms,
  TransferDesk,
} from '../quarantine';

/** What sealed texts of an episode are sealed for; what is opened for another purpose does not open. */
export type SealedFor = 'who' | 'health' | 'words' | 'stay';

/** One look at somebody's name and phone, kept before the answer leaves. */
export interface Look {
  readonly opId: string;
  readonly actor: PersonActor;
  readonly role: Role;
  readonly episode: string;
  readonly why: string;
  readonly at: Date;
}

/** What a household in quarantine runs out of and nobody brings. */
export interface NeedOfHousehold {
  /** The same for the same need, so that asking twice asks once. */
  readonly id: string;
  readonly county: string;
  readonly household: string;
  readonly area: AreaId;
  readonly good: SupplyGood;
  readonly by: Date;
}

/** Whose code is to be cleared, and how the quarantine ended. */
export interface CodeClearing extends Omit<CodeRequestOpening, 'id' | 'asked' | 'wanted' | 'link'> {
  readonly episode: string;
}

/** What episodes need of the others: functions, put together where the application is built. */
export interface EpisodeDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly seal: (county: string, text: string, use: SealedFor) => Promise<string>;
  /** undefined: the key was destroyed with its purpose. */
  readonly unseal: (county: string, sealed: string, use: SealedFor) => Promise<string | undefined>;
  readonly areaName: (area: AreaId) => string;
  readonly doorCodes: (county: string, households: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The duty phone of the grid of an area. */
  readonly gridPhone: (county: string, area: AreaId) => Promise<string | undefined>;
  /** The set of the county at an instant. */
  readonly policyAt: (county: string, at: Date) => Promise<PolicySet>;
  /** Who sent a file, and for what; undefined: there is none. */
  readonly fileOf: (
    county: string,
    id: string,
  ) => Promise<{ readonly by: string; readonly purpose: FilePurpose } | undefined>;
  readonly moveLink: MoveLink;
  /** Says of a household whether somebody in it is in quarantine: bags are left at its door, nobody picks up. */
  readonly setInQuarantine: (county: string, household: string, isInQuarantine: boolean) => Promise<void>;
  /** Asks for a code to be cleared; the product never sets one. */
  readonly askCodeClearing: (asked: CodeClearing) => Promise<void>;
  /** Somebody is positive: where they were and whom they met is asked at once. */
  readonly openInvestigation: OpenInvestigation;
  /** Something has happened in the home: looked at before anything else is sent there. */
  readonly openHomeEvent: HomeEventDesk['open'];
  /** What a household is known to need, and how many live there; no name, no door. */
  readonly householdFacts: (
    county: string,
    household: string,
  ) => Promise<
    | { readonly needs: readonly SpecialNeed[]; readonly size?: number; readonly medicineRunsOut?: Day | undefined }
    | undefined
  >;
  /** When the household last asked for something. */
  readonly lastRequestAt: (county: string, household: string) => Promise<Date | undefined>;
  /** When the door of a home last moved, as far as a sensor has heard it, and whether an alert of it is open. */
  readonly doorSigns: (
    county: string,
    household: string,
  ) => Promise<{ readonly movedAt?: Date; readonly isAlerting: boolean }>;
  /** What is needed becomes work that somebody takes. @returns false when that was not possible */
  readonly bringToHousehold: (need: NeedOfHousehold) => Promise<boolean>;
  readonly recordLook: (look: Look) => Promise<Date>;
  /** Who else somebody is, since two records were found to be one person. */
  readonly samePerson: SamePerson;
  /** Before an end is written by what holds for one record. */
  readonly outrunMerges: OutrunMerges;
  /** Their other records, for whoever looks after both. */
  readonly showSamePerson: (actor: PersonActor, names: readonly string[]) => Promise<SamePersonView | undefined>;
  /** Whoever goes to another place, to care or home is fetched. */
  readonly transfers: Pick<TransferDesk, 'open' | 'withdraw' | 'callOff' | 'wasThere'>;
  /** What the dead have refused is asked of nobody any more. */
  readonly refusals: Pick<RefusalDesk, 'withdrawAll'>;
  /** Rooms of sites: in which one somebody lives, and that it was sampled or left. */
  readonly rooms: SiteRooms;
}
