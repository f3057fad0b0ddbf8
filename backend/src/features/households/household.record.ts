import type { Address, Post, SpecialNeed } from '@grid-relief/shared-types/households/household.schema';

/** A household as stored: besides ids and the place it lies in, everything is sealed for `epidemic` (handbook 8). */
export interface HouseholdRecord {
  readonly _id: string;
  readonly county: string;
  readonly area: string;
  /** The ids of its area and of all above it. */
  readonly scope: readonly string[];
  readonly contactName: string;
  readonly phone: string;
  /** The address as JSON. */
  readonly address: string;
  /** `HouseholdFacts` as JSON, in one field, so that a list opens one field a row. */
  readonly facts: string;
  /** No home: left out wherever families are listed. Not sealed, since lists ask before they open anything. */
  readonly isPost?: true;
  readonly createdAt: Date;
  /** Addresses that were corrected, sealed as they stood, with who corrected them (handbook 2.1: ADDRESS_QUERY). */
  readonly formerAddresses?: readonly {
    readonly address: string;
    readonly until: Date;
    readonly by: string;
    readonly opId: string;
  }[];
}

/** What lists show and decisions ask: no name, no phone, no street. */
export interface HouseholdFacts {
  /** A short sign for the list of a grid worker, e.g. `12-2-0501`; it names no street. */
  readonly doorCode: string;
  /** First character of the contact's name and stars. */
  readonly nameMasked: string;
  readonly needs: readonly SpecialNeed[];
  readonly inQuarantine: boolean;
  readonly size: number;
  /** Shanghai day on which the medicine ends. */
  readonly medicineRunsOut?: string | undefined;
  /** Who should come to the door, and which dialects are spoken there: the router counts it (handbook 4.2). */
  readonly genderWish?: 'F' | 'M';
  readonly dialects?: readonly string[];
  /** No home but a post (decision 0013); its contact is whoever leads the shift. */
  readonly post?: Post;
}

/** A household without its contact: for lists and decisions. */
export interface PlainHousehold extends Pick<HouseholdRecord, '_id' | 'county' | 'area' | 'scope'>, HouseholdFacts {}

/** A household in plain text: for its members, or for whoever's look is recorded. */
export interface OpenHousehold
  extends Pick<HouseholdRecord, '_id' | 'county' | 'area' | 'contactName' | 'phone'>,
    Omit<HouseholdFacts, 'nameMasked'> {
  readonly address: Address;
}
