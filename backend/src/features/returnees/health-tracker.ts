import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { healthTrackerLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/health-tracker.lifecycle';
import type { TrackedRecord } from '../../acting';
import { derivedId } from '../../platform/ids';
import type { ContactFound } from './traveller';

export const trackerMachine = healthTrackerLifecycle;
export type TrackerAction = ActionOf<typeof healthTrackerLifecycle>;

export interface TrackerDetail {
  readonly code: string;
  readonly from: Date;
  readonly until: Date;
  readonly tests: number;
  /** From this temperature on a doctor looks, tenths of a degree, as the county's set said when it began. */
  readonly feverTenths: number;
  readonly swabs?: readonly { readonly at: Date; readonly opId: string }[];
  /** Temperature and symptoms, sealed each. */
  readonly reports?: readonly { readonly at: Date; readonly opId: string; readonly sealed: string }[];
  /** The contact by which it ended, sealed. */
  readonly contact?: { readonly at: Date; readonly opId: string; readonly sealed: string };
  readonly calls?: readonly { readonly at: Date; readonly answered: boolean; readonly opId: string }[];
}

/** Somebody followed for some days without quarantine. */
export interface HealthTracker extends TrackedRecord<TrackerDetail> {
  readonly kind: 'HEALTH_TRACKER';
  /** The traveller. */
  readonly about: string;
}

export interface TrackerBody {
  /** What was reported, sealed before anything else sees it: a late fact keeps what it was sent. */
  readonly sealed?: string;
  readonly answered?: boolean;
  /** Of an investigator. */
  readonly contact?: ContactFound['class'];
  readonly lastExposureAt?: string;
}

/** One tracker a link, however often it is opened. */
export function trackerIdOf(county: string, link: string): string {
  return derivedId(county, link, 'tracker');
}

const terminal: readonly string[] = trackerMachine.terminal;
/** Followed no more. Pure. */
export const isTrackerOver = ({ state }: Pick<HealthTracker, 'state'>): boolean => terminal.includes(state);
