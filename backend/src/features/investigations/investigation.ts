import type {
  ContactClass,
  ContactDraft,
  InvestigationDraft,
  PathStay,
  QualityPart,
} from '@grid-relief/shared-types/investigations/investigation.schema';
import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { investigationLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/investigation.lifecycle';
import type { StepNote, TrackedRecord } from '../../acting';

/** The states and actions of handbook 2.11. */
export const machine = investigationLifecycle;
export type InvestigationAction = ActionOf<typeof investigationLifecycle>;

/** The collection of all investigations; nothing outside of it says whose contact somebody is. */
export const investigationCollection = 'investigations';
export const investigationKind = 'INVESTIGATION' as const;

/** Who the case is, sealed as one text. */
export type CaseWho = Pick<InvestigationDraft, 'name' | 'phone' | 'idNumber' | 'birthYear'>;

/** Who a contact is and how it was met, sealed as one text. */
export type ContactWho = Omit<ContactDraft, 'id'>;

/** A contact as it is kept: what says anything about a person is sealed. */
export interface KeptContact {
  readonly id: string;
  readonly listedAt: Date;
  /** `ContactWho`, sealed. */
  readonly sealed: string;
  readonly class: ContactClass;
  /** How often it was confirmed with something new; each time the grid's chain hears of it. */
  readonly sent: number;
  readonly confirmedAt?: Date;
  /** Something new is known since it was confirmed. */
  readonly hasNews?: boolean;
  readonly droppedAt?: Date;
}

/** What only an investigation knows of itself. */
export interface InvestigationDetail {
  readonly code: string;
  readonly because: 'POSITIVE_TRANSFER' | 'RESULT_POSITIVE' | 'OPENED_BY_HAND';
  /** `CaseWho`, sealed. */
  readonly who: string;
  /** Who opened it by hand. */
  readonly by?: string;
  /** The keyed fingerprint of what was sent to open it. */
  readonly draftHash?: string;
  /** `PathStay[]`, sealed. */
  readonly path?: string;
  readonly contacts: readonly KeptContact[];
  readonly reportedAt?: Date;
  readonly interviewedAt?: Date;
  /** Of the first review: the clock of a day stops. */
  readonly reviewedAt?: Date;
  readonly score?: number;
  /** Clocks of which investigators and county have heard. */
  readonly lateTold: readonly string[];
  /** What was said beside a step, sealed, by the operation that brought it. */
  readonly notes?: readonly StepNote[];
}

/** Where one case was and whom it met (handbook 2.11). */
export interface Investigation extends TrackedRecord<InvestigationDetail> {
  readonly kind: typeof investigationKind;
}

/** What the contracts of its actions carry. */
export interface InvestigationBody {
  readonly path?: readonly PathStay[];
  readonly contact?: ContactDraft;
  readonly contactId?: string;
}

export type { PathStay, QualityPart };

/** The grid hears of a contact from here, and of no contact any more. Pure. */
export const isOutThere = ({ sent }: Pick<KeptContact, 'sent'>): boolean => sent > 0;

/** Who still counts. Pure. */
export const standingContacts = (contacts: readonly KeptContact[]): readonly KeptContact[] =>
  contacts.filter(({ droppedAt }) => droppedAt === undefined);
