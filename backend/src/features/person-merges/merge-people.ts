import type { HoldingKind, MergeKind } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import type { RecordStep } from '@grid-relief/shared-types/primitives/record-step';
import type { WhoIsIn } from '../quarantine';
import type { MergedPerson } from './person-merge';

/** Somebody by id alone. */
export interface Somebody {
  readonly kind: MergeKind;
  readonly id: string;
}

/** Somebody as their own record has them now. */
export interface FoundPerson extends MergedPerson {
  /** The area and all its ancestors. */
  readonly scope: readonly string[];
  readonly state?: string;
  /** Absent once the key was destroyed. */
  readonly who?: Partial<WhoIsIn>;
  /** What happened under this record. */
  readonly steps: readonly RecordStep[];
}

/** One thing that somebody has. */
export interface Holding {
  readonly kind: HoldingKind;
  readonly id: string;
  readonly state: string;
  /** Where it lies: whoever looks after that place sees it. */
  readonly area: string;
  readonly endsAt?: Date;
}

/** What a merge asks of the records of people: the same answers, whichever feature keeps them. */
export interface MergePeople {
  /** Each of these as they are now, in their order; a quarantine is its traveller, where there is one. */
  find(county: string, people: readonly Somebody[]): Promise<readonly (FoundPerson | undefined)[]>;
  /** The same ids, and those under which somebody of them goes on or came before. */
  namesOf(county: string, ids: readonly string[]): Promise<readonly string[]>;
  /** Everything that is open under these names. */
  holdingsOf(county: string, names: readonly string[]): Promise<readonly Holding[]>;
  /** Whoever comes or is in quarantine in these areas, and who lives in a grid of them, by id alone. */
  peopleIn(county: string, areas: readonly string[], grid: string | undefined): Promise<readonly Somebody[]>;
}
