import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { CodeRequestKind, WantedCode } from '@grid-relief/shared-types/quarantine/code-request.schema';
import type { ChainLink, PolicyRule, QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { CountyJudgement } from './candidates.rules';
import type { EpisodeCount } from './day-counting.rules';
import type { NewRule } from './recount.rules';
import type { Reason } from './triage-reason.rules';

/** Whoever is in quarantine, in plain text: sealed by the record that keeps it, never in an outbox entry. */
export interface WhoIsIn {
  readonly name: string;
  readonly phone?: string;
  /** Absent for a child or the holder of a passport without one. */
  readonly idNumber?: string;
  readonly birthYear?: number;
}

/** What a chain hands over when somebody's quarantine begins (handbook 2.2, 2.3). */
export interface EpisodeOpening {
  /** Derived from its traveller, so that opening twice opens once. */
  readonly id: string;
  readonly county: string;
  /** The traveller. */
  readonly about?: string;
  readonly area: AreaId;
  readonly household?: string;
  readonly parties: readonly string[];
  readonly who: WhoIsIn;
  readonly keys: readonly string[];
  readonly category: QuarantineCategory;
  readonly policy: { readonly code: string; readonly version: number };
  /** The row by which it is counted, as it was then. */
  readonly rule: PolicyRule;
  readonly count: Pick<EpisodeCount, 'anchor' | 'dayOneRule' | 'foundAt' | 'missedTestHour'>;
  readonly reason: Reason;
}

/** Opens an episode; a second time nothing happens. */
export type OpenEpisode = (opening: EpisodeOpening) => Promise<void>;

/** What a new verdict about somebody is held against. */
export interface WeighedVerdict {
  readonly county: string;
  /** Episodes of the chain; one of them may run. */
  readonly episodes: readonly string[];
  readonly next: NewRule;
  readonly at: Date;
}

/** Whether a quarantine that runs is counted by another rule than this one; moves nothing. */
export type IsCountedOtherwise = (verdict: WeighedVerdict) => Promise<boolean>;

/** How a record behind a link of the chain stands; told to the chain, as often as it likes. */
export interface LinkMove {
  readonly county: string;
  /** The traveller. */
  readonly about: string;
  readonly link: ChainLink;
  /** This link and no later one of its kind. */
  readonly linkId?: string;
  readonly how: 'start' | 'finish' | 'fail' | 'skip';
  readonly reason?: string;
  /** The operation behind it: the same move is made once. */
  readonly because: string;
}

/** Moves a link; what has happened to it already, or can happen no more, is passed over. */
export type MoveLink = (move: LinkMove) => Promise<void>;

/** What is asked of the province for somebody: a code to be set or cleared; the product never does either itself (handbook 5.6). */
export interface CodeRequestOpening {
  /** Derived from what it follows from, so that asking twice asks once. */
  readonly id: string;
  readonly county: string;
  readonly asked: CodeRequestKind;
  /** Which code, and by which row of the policy: whoever approves reads what for. */
  readonly wanted: WantedCode;
  readonly category: QuarantineCategory;
  /** The traveller. */
  readonly about?: string;
  /** The link of the chain that ends with it. */
  readonly link?: string;
  readonly area: AreaId;
  readonly household?: string;
  readonly parties: readonly string[];
  /** In plain text, sealed by the record; undefined once the key was destroyed. */
  readonly who?: Pick<WhoIsIn, 'name' | 'idNumber'> | undefined;
  /** Whose acts have brought it about: they wrote it, and approve none of its steps. */
  readonly writers: readonly string[];
  readonly because: string;
}

/** Requests for codes, as chains and quarantines use them. */
export interface CodeDesk {
  /** A second time nothing happens. */
  open(opening: CodeRequestOpening): Promise<void>;
  /** Not asked for any more; what was sent or never written is left alone. */
  withdraw(request: { readonly county: string; readonly id: string; readonly reason: string }): Promise<void>;
}

/** By what somebody of a county is judged at an instant. Asked for every traveller, so it reads nothing most times. */
export type JudgementAt = (county: string, at: Date) => Promise<CountyJudgement>;
