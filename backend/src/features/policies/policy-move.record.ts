import type { PolicyMove } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import type { Basis, MoveKind } from '../quarantine';
import type { Concerned } from './concerned';

/** What a change makes, or has made, of one person. */
export interface Moved {
  readonly kind: MoveKind;
  readonly oldEnd?: Date;
  readonly newEnd?: Date;
  /** Old and new category and reason, sealed: see `Reasons`. */
  readonly reasons: string;
}

/** By what they were looked after, and are from now on. */
export interface Reasons {
  readonly old?: Basis;
  readonly new?: Basis;
}

/** One person whom a change moves: what was shown, what was decided, and when it was done. */
export interface MoveRow {
  readonly _id: string;
  readonly county: string;
  readonly change: string;
  readonly one: string;
  readonly kind: Concerned['kind'];
  /** The list it stands in, by the latest of both. */
  readonly move: PolicyMove | 'unmoved';
  readonly shown?: Moved;
  /** Written before it is done, so that after a crash it is known what was meant. */
  readonly decided?: Moved;
  readonly doneAt?: Date;
}
