import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { screeningCampaignLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/screening-campaign.lifecycle';
import type { ScreeningQuestion } from '@grid-relief/shared-types/screening/screening.schema';
import type { TrackedRecord } from '../../acting';

/** The states and actions of handbook 2.8. */
export const campaignMachine = screeningCampaignLifecycle;
export type CampaignAction = ActionOf<typeof screeningCampaignLifecycle>;

/** The collection of screenings, of the parts in which their lists are worked through, and of calls to compare. */
export const screeningCollection = 'screenings';
export const campaignKind = 'SCREENING_CAMPAIGN' as const;

/** A share to be reached by an instant, and how it stood then. */
export interface StoredMilestone {
  readonly at: Date;
  readonly percent: number;
  readonly stood?: { readonly homes: number; readonly done: number; readonly behind: number };
}

/** What only a screening knows of itself: nothing in it is about a person. */
export interface CampaignDetail {
  readonly areas: readonly string[];
  /** The Shanghai day since which somebody counts as come. */
  readonly since: string;
  readonly startsAt: Date;
  readonly questions: readonly ScreeningQuestion[];
  readonly milestones: readonly StoredMilestone[];
  /** How many homes were on the list when it was frozen; absent: it is being drawn up. */
  readonly homes?: number;
  readonly plannedBy: string;
  readonly draftHash: string;
}

/** One screening of a township (handbook 2.8). */
export interface Campaign extends TrackedRecord<CampaignDetail> {
  readonly kind: typeof campaignKind;
}

/** While doors are worked through. */
export const goesOn: readonly string[] = ['PUBLISHED', 'RUNNING', 'CHECKING'];
/** From here on a door that nobody has been to is handed up. */
export const doorsAreOver: readonly string[] = ['CHECKING', 'CLOSED', 'CANCELLED'];
