import type { MoveKind, OpenEpisodeFacts, Place, Recount, TravellerFacts, Verdict } from '../quarantine';

/** An open quarantine that a change may move. */
export interface ConcernedEpisode {
  readonly id: string;
  readonly kind: 'EPISODE';
  readonly facts: {
    readonly episode: OpenEpisodeFacts;
    /** All that is known of the person, contacts included: a change of the risk list judges by it. Absent: it does not touch them. */
    readonly traveller?: TravellerFacts;
  };
}

/** A traveller without an open quarantine: on the way, followed, or ended within look-back and back-tracking (handbook 5.7). */
export interface ConcernedTraveller {
  readonly id: string;
  readonly kind: 'TRAVELLER';
  readonly facts: TravellerFacts;
}

export type Concerned = ConcernedEpisode | ConcernedTraveller;

/** As much of a change as says whom it may concern. */
export interface ConcernedBy {
  readonly change: string;
  readonly of: 'SET' | 'RISK';
  /** When it takes effect; of a preview: when it would. */
  readonly at: Date;
  /** Places whose level changes; empty for a set. */
  readonly places: readonly Place[];
}

/**
 * Whom a change may concern: each open episode and each traveller it could reach, once. Told too many does no harm, since
 * whoever is not moved stays unmoved.
 * @param only asks for these alone, as they are now; one that has ended meanwhile is left out
 */
export type TellConcerned = (
  county: string,
  by: ConcernedBy,
  only?: readonly string[],
) => AsyncIterable<Concerned> | Iterable<Concerned>;

/** What a change makes of somebody. */
export interface Outcome {
  readonly kind: MoveKind;
  /** Of an open episode, or of somebody for whom one would begin. */
  readonly recount?: Recount;
  /** Of a traveller: judged anew. */
  readonly verdict?: Verdict;
}

/** Why somebody is moved, for the record that is moved. */
export interface Because {
  readonly change: string;
  readonly at: Date;
  /** The same for the same change and person: whatever is done under it is done once. */
  readonly opId: string;
  /** The dispatcher who prepared it, by name. */
  readonly preparedBy: string;
  /** The county head who answers for a later end, by name. */
  readonly approver?: string;
}

/**
 * Moves one of them: recounts the episode, or creates the linked traveller with its old and new reason. Called again
 * under the same `opId` after a crash, and must do nothing then.
 */
export type ApplyTo = (county: string, one: Concerned, outcome: Outcome, because: Because) => Promise<void>;

/** Who they are, in plain text, for those entitled. */
export type NamesOf = (county: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
