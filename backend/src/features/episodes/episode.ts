import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { quarantineEpisodeLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import type { Day } from '@grid-relief/shared-types/primitives/instants';
import type { WayHome } from '@grid-relief/shared-types/quarantine/episode.schema';
import type { HalfDay, ReportDoubt, Symptom } from '@grid-relief/shared-types/quarantine/health-report.schema';
import type { HomeCondition } from '@grid-relief/shared-types/quarantine/home-conditions.schema';
import type { AntigenRule, DayOneRule } from '@grid-relief/shared-types/quarantine/policy-parameters.schema';
import type {
  Phase,
  PhaseKind,
  PolicyRule,
  QuarantineCategory,
} from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import type { TrackedRecord } from '../../acting';
import type { BlockReason, Recount, Swab } from '../quarantine';

/** The states and actions of handbook 2.3. */
export const machine = quarantineEpisodeLifecycle;
export type EpisodeAction = ActionOf<typeof quarantineEpisodeLifecycle>;

/** A swab as it was taken here, with who took it. */
export interface TakenSwab extends Swab {
  readonly by: string;
}

/** A report of a morning or an evening; what it says about somebody's health is sealed. */
export interface HealthReport {
  readonly opId: string;
  readonly day: Day;
  readonly half: HalfDay;
  readonly at: Date;
  /** Who entered it, and whether that was somebody else after a call. */
  readonly by: string;
  readonly how: 'SELF' | 'PHONE';
  /** Not taken as it came: somebody calls, and enters what was said. */
  readonly doubts: readonly ReportDoubt[];
  readonly sealed: string;
  /** The file with the photo of the self-test, sent by whoever reported. */
  readonly selfTestPhoto?: string;
}

/** The look of one of the two who must have seen the home. */
export interface HomeLook {
  readonly by: string;
  readonly at: Date;
  /** Answered with yes; everything else counts as no. */
  readonly yes: readonly HomeCondition[];
}

/** What a change of policy or risk list made of it; the old and the new category with their reasons are sealed. */
export interface KeptRecount {
  readonly opId: string;
  readonly change: string;
  readonly at: Date;
  readonly oldEnd: Date;
  readonly newEnd: Date;
  readonly sealed: string;
}

export interface Block {
  readonly reason: BlockReason;
  readonly owner: Role;
  readonly since: Date;
  readonly dueAt: Date;
}

/** What only an episode knows of itself. */
export interface EpisodeDetail {
  /** Name, phone, identity number and reason, as one sealed text. */
  readonly sealed: string;
  readonly category: QuarantineCategory;
  readonly policy: { readonly code: string; readonly version: number };
  readonly phases: readonly Phase[];
  readonly linkedContact?: PolicyRule['linkedContact'];
  /** Instants to the minute; everything else about the days follows from these (handbook 9). */
  readonly anchor: Date;
  readonly foundAt: Date;
  readonly dayOneRule: DayOneRule;
  readonly missedTestHour: number;
  /** From this temperature on a doctor looks, tenths of a degree. */
  readonly feverTenths: number;
  /** Which days ask for a self-test, as the set said when it was counted; absent: begun before that was kept, none does. */
  readonly antigen?: AntigenRule;
  readonly phase: number;
  /** Where the person really is; absent until then. */
  readonly placement?: PhaseKind;
  /** The act that brought the person there. */
  readonly placedBy?: string;
  readonly verdict?: 'HOME' | 'CENTRAL';
  readonly homeLooks?: { readonly GRID?: HomeLook; readonly DOCTOR?: HomeLook };
  readonly notice?: {
    readonly how: 'SIGNED' | 'SERVED';
    readonly at: Date;
    /** The file with its photo, where somebody took one. */
    readonly photo?: string;
  };
  readonly door?: 'SENSOR' | 'VISITS' | 'PAPER_SEAL';
  readonly careContact?: string;
  /** Site and room, sealed. */
  readonly stay?: string;
  /** The room of a site that is known here, by its id. */
  readonly room?: string;
  readonly swabs: readonly TakenSwab[];
  readonly siteSamplesAt?: Date;
  readonly linkedNegativeAt?: Date;
  readonly reports: readonly HealthReport[];
  /** Half a day without a report that somebody calls about. */
  readonly reportMissing?: { readonly day: Day; readonly half: HalfDay; readonly since: Date };
  /** Test days about which the grid leader has heard. */
  readonly missedTold: readonly Day[];
  readonly alert?: { readonly since: Date; readonly sealed: string };
  readonly block?: Block;
  readonly moveTo?: 'HOME' | 'CENTRAL';
  /** How they come home from a site. */
  readonly wayHome?: WayHome;
  readonly breach?: {
    readonly at: Date;
    readonly heard?: { readonly at: Date; readonly by: string; readonly sealed: string };
  };
  readonly tried?: readonly string[];
  readonly handOut?: { readonly toCounty: string; readonly sealedName?: string };
  readonly doctorWords?: string;
  readonly predecessor?: string;
  readonly successor?: string;
  /** The last change of rule that moved it, and the end it was given; older days of testing are never missed (handbook 5.7). */
  readonly recounted?: { readonly at: Date; readonly endsAt: Date };
  /** Every change that moved it, oldest first. */
  readonly recounts?: readonly KeptRecount[];
  /** When the tests of a day were looked at last: two timers of one evening are one look. */
  readonly testsLookedAt?: Date;
  readonly endedAt?: Date;
}

/** What the contracts of its actions carry, with health words already sealed by the route. */
export interface EpisodeBody {
  readonly answers?: Readonly<Partial<Record<HomeCondition, boolean>>>;
  readonly notice?: 'SIGNED' | 'SERVED';
  readonly noticePhoto?: string;
  readonly selfTestPhoto?: string;
  readonly door?: 'SENSOR' | 'VISITS' | 'PAPER_SEAL';
  readonly careContact?: string;
  readonly site?: string;
  readonly room?: string;
  readonly sealedWords?: string;
  readonly kit?: 'A' | 'B';
  readonly withRoom?: true;
  readonly swab?: string;
  readonly result?: 'NEGATIVE' | 'POSITIVE' | 'INVALID';
  readonly to?: 'HOME' | 'CENTRAL';
  readonly way?: WayHome;
  readonly tried?: readonly string[];
  readonly category?: QuarantineCategory;
  readonly anchor?: string;
  readonly toCounty?: string;
  readonly isAbsent?: true;
  /** Brought by the product alone: the room of a site that somebody has moved into, and where that lies. */
  readonly known?: { readonly room: string; readonly area: string };
  /** Brought by the product alone: who took the samples in the room. */
  readonly takenBy?: string;
  /** Brought by the product alone: what a change makes of it. */
  readonly recounted?: RecountBody;
}

/** What a change makes of an episode, with what the set says beside the days. */
export interface RecountBody {
  readonly change: string;
  readonly recount: Recount;
  /** Of the row that holds from now on. */
  readonly linkedContact?: PolicyRule['linkedContact'];
  /** Tenths of a degree. */
  readonly feverTenths?: number;
  /** Days that ask for a self-test from now on. */
  readonly antigen?: AntigenRule;
}

/** What a health report says. */
export interface HealthWords {
  readonly temperatureTenths?: number;
  readonly symptoms: readonly Symptom[];
  readonly selfTest?: 'NEGATIVE' | 'POSITIVE';
}

/** As much of a quarantine as a list is put in order by: nothing sealed, nothing of the past. */
export type ListedEpisode = Pick<Episode, '_id' | 'state' | 'dueAt' | 'household'> & {
  readonly detail: Omit<
    EpisodeDetail,
    'sealed' | 'reports' | 'stay' | 'careContact' | 'recounts' | 'alert' | 'breach'
  > & {
    readonly reports: readonly Omit<HealthReport, 'sealed'>[];
  };
};

/** One person's quarantine (handbook 2.3). */
export interface Episode extends TrackedRecord<EpisodeDetail> {
  readonly kind: 'QUARANTINE_EPISODE';
}

const terminal: readonly string[] = machine.terminal;
/** Ended, in whichever way. Pure. */
export const isEpisodeOver = ({ state }: Pick<Episode, 'state'>): boolean => terminal.includes(state);
