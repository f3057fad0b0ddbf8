import type { PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Place, RiskArea } from '../quarantine';

/** A set as it is stored: its wording is one text that is never written again. */
export interface StoredSet {
  readonly _id: string;
  readonly county: string;
  readonly code: string;
  readonly version: number;
  /** The whole set as JSON. */
  readonly set: string;
  readonly storedAt: Date;
}

/** From when on the county judges by which set; the latest that has come counts. */
export interface PolicyChoice {
  readonly _id: string;
  readonly county: string;
  readonly code: string;
  readonly version: number;
  readonly from: Date;
  /** The change behind it; absent for the first. */
  readonly change?: string;
}

/** A line of the risk list as it is stored. It is ended, and never changed in any other way. */
export interface RiskLine {
  readonly _id: string;
  readonly county: string;
  readonly place: Place;
  readonly areaRisk: RiskArea['areaRisk'];
  readonly validFrom: Date;
  readonly validTo?: Date;
  readonly firstCaseAt?: Date;
  readonly source: string;
  /** From when on the county judges by it: a level may be older than the day on which it was heard of. */
  readonly countsSince: Date;
  /** The changes that brought and ended it; absent for those of the sample. */
  readonly change?: string;
  readonly endedBy?: string;
}

/** A set that has been read. */
export interface KnownSet {
  readonly id: string;
  readonly set: PolicySet;
}
