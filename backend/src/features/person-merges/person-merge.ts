import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { personMergeLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/person-merge.lifecycle';
import type { MergeField, MergeKind, MergeSide } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import type { StepNote, TrackedRecord } from '../../acting';
import type { RightEnd } from '../quarantine';

/** The states and actions of handbook 2.11. */
export const machine = personMergeLifecycle;
export type MergeAction = ActionOf<typeof personMergeLifecycle>;

/** The collection of everybody who may be, or is, somebody else as well. */
export const mergeCollection = 'personMerges';
export const mergeKind = 'PERSON_MERGE' as const;

/** In these the two are one person. */
export const inForce: readonly string[] = ['APPLIED', 'FINAL'];

/** From these it is applied. */
export const lookedAt: readonly string[] = machine.actions.apply.from;

/** One of the two, by id alone. */
export interface MergedPerson {
  readonly kind: MergeKind;
  readonly id: string;
  readonly area: string;
  /** Other ids under which records know them: a quarantine knows the traveller it is about. */
  readonly names: readonly string[];
}

/** What only a merge knows of itself: ids and choices, never what is known of anybody. */
export interface MergeDetail {
  /** Four characters to speak of it without a name. */
  readonly code: string;
  readonly by: string;
  /** The operation that proposed it. */
  readonly proposedBy: string;
  /** Which proposal of this pair it is, from 0. */
  readonly nth: number;
  /** First and second. */
  readonly people: readonly MergedPerson[];
  /** What both had when it was looked at, as a keyed mark: another mark, and it must be looked at again. */
  readonly preview?: { readonly at: Date; readonly mark: string };
  /** Who counts from now on. */
  readonly keep?: MergeSide;
  /** Where the other one is right. */
  readonly picks?: readonly MergeField[];
  readonly appliedAt?: Date;
  /** What an investigator has said about two open ends. */
  readonly rightEnd?: RightEnd & { readonly at: Date; readonly by: string };
  /** Why somebody thinks so, sealed. */
  readonly sealedWords?: string;
  readonly notes?: readonly StepNote[];
}

/** Two who may be one (handbook 2.11). While it is in force it is itself the alias (decision 0014). */
export interface PersonMerge extends TrackedRecord<MergeDetail> {
  readonly kind: typeof mergeKind;
}

/** What the contracts of its actions carry. */
export interface MergeBody {
  readonly keep?: MergeSide;
  readonly picks?: readonly MergeField[];
  readonly episode?: string;
}
