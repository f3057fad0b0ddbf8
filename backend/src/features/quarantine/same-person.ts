/** The decision of an investigator between two ends: it speaks of the quarantines that were open then, and of no later one. */
export interface RightEnd {
  /** The quarantine whose end is the right one. */
  readonly episode: string;
  /** Those that end with it. */
  readonly over: readonly string[];
}

/** Records that are one person's, since people have said so (decision 0014). */
export interface JoinedPeople {
  /** Names under which records know that person: travellers, quarantines, accounts. */
  readonly names: readonly string[];
  /** Since when they are one: a quarantine that had ended before has nothing to do with another's end. */
  readonly since: Date;
  readonly rightEnds: readonly RightEnd[];
}

/**
 * Asked before an end is written by what one record alone says: a merge of this person that is being applied in this very
 * moment is there afterwards, or has to look again and finds what is written now.
 */
export type OutrunMerges = (county: string, names: readonly string[]) => Promise<void>;

/** Somebody under every name under which records know them. */
export interface EveryName {
  /** Their own: the one that was asked with, and what it goes by as a quarantine, as a traveller, and on a later trip. */
  readonly own: readonly string[];
  /** Those of other records that are this person too, since people have said so. */
  readonly others: readonly string[];
}

/** Every name of whoever this name means: the same names, with whichever of them it is asked. */
export type EveryNameOf = (county: string, name: string) => Promise<EveryName>;

/** Who is one with whoever these names mean; undefined: nobody else is. */
export type SamePerson = (county: string, names: readonly string[]) => Promise<JoinedPeople | undefined>;
