import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { quarantineSiteLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-site.lifecycle';
import type { TrackedRecord } from '../../acting';

export const siteMachine = quarantineSiteLifecycle;
export type SiteAction = ActionOf<typeof quarantineSiteLifecycle>;

export const siteCollection = 'sites';
export const siteKind = 'QUARANTINE_SITE' as const;

/** A house for quarantine (handbook 1, C14). Its area is a building of its own: a role for it is a role for nothing else. */
export interface Site extends TrackedRecord<SiteDetail> {
  readonly kind: typeof siteKind;
}

export interface SiteDetail {
  readonly name: string;
  /** Fewer clean rooms than this, and transfers go past it. */
  readonly threshold: number;
  /** Takes nobody new for now. */
  readonly intakeClosed?: { readonly at: Date; readonly reason: string };
  /** Of every room it ever had. */
  readonly labels: readonly string[];
  /** Who opened it, and the fingerprint of that request. */
  readonly openedBy: string;
  readonly draftHash: string;
}

/** What the contracts of its actions carry. */
export interface SiteBody {
  readonly name?: string;
  readonly threshold?: number;
  readonly addRooms?: readonly string[];
}
