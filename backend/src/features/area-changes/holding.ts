import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Passage } from './plan.rules';

/** Something that lies in an area that ends, by what is needed to bring it on. */
export interface Lying {
  readonly _id: string;
  readonly area: string;
}

/** Which of them are asked for: in these areas, behind this id. */
export interface Asked {
  readonly county: string;
  readonly roots: readonly AreaId[];
  /** Everything that ends: the roots and what lies below them. */
  readonly ending: readonly string[];
  readonly after: string;
  readonly limit: number;
}

/** Which change, as far as what is moved cares. */
export interface Because {
  readonly change: string;
  readonly county: string;
  /** Who answers for it. */
  readonly by: string;
  readonly now: Date;
  readonly passage: Passage;
}

/**
 * One sort of things that lie in areas and go along when these end. What has been brought on is not found again, so that
 * a walk that died goes on where it was.
 */
export interface Holding<L extends Lying = Lying> {
  readonly name: string;
  /** What may still go along, in the order of their ids. */
  find(asked: Asked): Promise<readonly L[]>;
  /** Brings one to its new place. Safe to repeat. @returns false when it stays after all: taken, ended or gone */
  move(one: L, to: AreaId, because: Because): Promise<boolean>;
}
