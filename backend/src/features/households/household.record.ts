import type { Address, SpecialNeed } from '@grid-relief/shared-types/households/household.schema';

/** A household as stored: the door and the contact are sealed, what routes help to it is plain (handbook 8). */
export interface HouseholdRecord {
  readonly _id: string;
  readonly county: string;
  readonly area: string;
  /** The ids of its area and of all above it. */
  readonly scope: readonly string[];
  /** A short sign for the list of a grid worker, e.g. `12-2-0501`; it names no street. */
  readonly doorCode: string;
  readonly needs: readonly SpecialNeed[];
  readonly inQuarantine: boolean;
  readonly size: number;
  /** Sealed for `epidemic`: name, phone, and the address as JSON. */
  readonly contactName: string;
  readonly phone: string;
  readonly address: string;
  /** First character of the contact's name and stars, sealed under the same key, so that a list opens one field a row. */
  readonly nameMasked: string;
  /** Shanghai day on which the medicine ends. */
  readonly medicineRunsOut?: string;
  /** Who should come to the door, and which dialects are spoken there: the router counts it (handbook 4.2). */
  readonly genderWish?: 'F' | 'M';
  readonly dialects?: readonly string[];
  readonly createdAt: Date;
  /** Addresses that were corrected, sealed as they stood, with who corrected them (handbook 2.1: ADDRESS_QUERY). */
  readonly formerAddresses?: readonly {
    readonly address: string;
    readonly until: Date;
    readonly by: string;
    readonly opId: string;
  }[];
}

/** A household in plain text: for its members, or for whoever's look is recorded. */
export interface OpenHousehold
  extends Omit<
    HouseholdRecord,
    'address' | 'nameMasked' | 'scope' | 'createdAt' | 'medicineRunsOut' | 'formerAddresses'
  > {
  readonly address: Address;
  readonly medicineRunsOut?: string | undefined;
}
