import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { CodeRequestKind, WantedCode } from '@grid-relief/shared-types/quarantine/code-request.schema';
import type { ChainLink, PolicyRule, QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { RefusalKind } from '@grid-relief/shared-types/refusals/refusal.schema';
import type { StayDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import type { Contact, CountyJudgement } from './candidates.rules';
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
  readonly how: 'start' | 'finish' | 'fail' | 'skip' | 'moveEnd';
  /** Of `moveEnd`: when what is behind it ends now. */
  readonly endsAt?: Date;
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

/** Somebody whom an investigator has found exposed. Nothing here leads to the case (handbook C12). */
export interface ContactFinding {
  /** A hash that says nothing; the same for the same finding, so that opening twice opens once. */
  readonly id: string;
  readonly county: string;
  readonly area: AreaId;
  /** The door, as it was told. */
  readonly place?: string;
  /** In plain text, sealed by the record that keeps it. */
  readonly who: WhoIsIn;
  readonly contact: { readonly class: Contact['class']; readonly lastExposureAt: string };
}

/** Chains of contacts, as investigations use them. */
export interface ContactDesk {
  /** A second time nothing happens; whoever has a chain already is judged with it. */
  open(finding: ContactFinding): Promise<void>;
  /** It was none: what followed from it alone ends, and whoever was in quarantine for it is free. */
  retract(finding: Pick<ContactFinding, 'id' | 'county'>): Promise<void>;
}

/** Somebody at the door of a site, with no trip behind them. In plain text, sealed by the record. */
export interface WalkInFinding {
  readonly id: string;
  readonly county: string;
  readonly area: AreaId;
  /** The name of the site. */
  readonly place: string;
  readonly who: Pick<WhoIsIn, 'name' | 'phone' | 'idNumber'> & { readonly symptoms: boolean };
  readonly stays: readonly StayDraft[];
  /** Who takes them in, and the fingerprint of that request. */
  readonly by: string;
  readonly draftHash: string;
}

/** Who they are here from now on, and where they belong. @throws Problem id-taken when the id says somebody else */
export type RegisterWalkIn = (finding: WalkInFinding) => Promise<{ readonly person: string; readonly area: string }>;

/** Somebody of whom a laboratory says that they are positive. */
export interface CaseFound {
  readonly county: string;
  /** The record by which it was found: a quarantine, a landing test, a tracker. */
  readonly foundIn: string;
  readonly area: AreaId;
  readonly who: WhoIsIn;
  readonly because: 'POSITIVE_TRANSFER' | 'RESULT_POSITIVE';
}

/** Opens the investigation of a case; a second time nothing happens. */
export type OpenInvestigation = (found: CaseFound) => Promise<void>;

/** Ends the quarantine that somebody is in as a contact and as nothing else; told as often as it likes. */
export type RevokeContact = (whose: {
  readonly county: string;
  readonly traveller: string;
  readonly because: string;
}) => Promise<void>;

/** What somebody refuses, told by whoever learns of it. In plain text, sealed by the record (handbook 2.11). */
export interface RefusalOpening {
  /** Derived from what it follows from, so that recording twice records once. */
  readonly id: string;
  readonly county: string;
  readonly kind: RefusalKind;
  readonly area: AreaId;
  readonly who: {
    readonly name?: string | undefined;
    readonly phone?: string | undefined;
    readonly place?: string | undefined;
    readonly words?: string | undefined;
  };
  /** The traveller, and the link of the chain that goes on once they agree or the notice is served. */
  readonly about?: string;
  readonly link?: string;
}

/** Refusals, as doors, notices, swabs and trips use them. Never a breach by itself. */
export interface RefusalDesk {
  /** A second time nothing happens. */
  record(opening: RefusalOpening): Promise<void>;
  /** Not asked for any more; what is over is left alone. */
  withdraw(refusal: { readonly county: string; readonly id: string; readonly reason: string }): Promise<void>;
  /** Whatever somebody has refused under any of their names: nobody talks to them about it any more. */
  withdrawAll(whose: { readonly county: string; readonly about: string; readonly reason: string }): Promise<void>;
}

/** Whether somebody has died, in quarantine or while they were followed, under whichever of their names. */
export type HasDied = (county: string, about: string) => Promise<boolean>;

/** Something has happened in the home of somebody in quarantine, or who is followed (handbook 2.3, 2.11). */
export interface HomeEventOpening {
  readonly county: string;
  readonly household: string;
  readonly area: AreaId;
  readonly kind: 'POSITIVE' | 'ADMISSION' | 'DEATH';
  /** The quarantine, or the tracker. */
  readonly about: string;
  /** The entry that brings it, so that opening twice opens once. */
  readonly because: string;
  /** Children who stay behind, by age; in plain text, sealed by the record. */
  readonly leftBehind?: readonly { readonly kind: 'CHILD'; readonly age: number }[];
}

/** Events in homes, as quarantines use them. */
export interface HomeEventDesk {
  /** One of this kind that is open already is enough. */
  open(opening: HomeEventOpening): Promise<void>;
}
