import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { screeningCallbackLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/screening-callback.lifecycle';
import type { TrackedRecord } from '../../acting';

/** The states and actions of the comparison by phone (handbook 2.8). */
export const callbackMachine = screeningCallbackLifecycle;
export type CallbackAction = ActionOf<typeof screeningCallbackLifecycle>;
export const callbackKind = 'SCREENING_CALLBACK' as const;

/** One home that is phoned; whoever was at its door is excluded. */
export interface Callback extends TrackedRecord<{ readonly visit: string; readonly calls: number }> {
  readonly kind: typeof callbackKind;
  /** The screening. */
  readonly about: string;
}
