import type { HouseholdEventKind, KeptKind } from '@grid-relief/shared-types/household-events/household-event.schema';
import type { LeftBehind } from '@grid-relief/shared-types/household-events/welfare-task.schema';
import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { householdEventLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/household-event.lifecycle';
import type { StepNote, TrackedRecord } from '../../acting';

/** The states and actions of handbook 2.11. */
export const machine = householdEventLifecycle;
export type HouseholdEventAction = ActionOf<typeof householdEventLifecycle>;

/** The collection of what happens in homes, and of whoever is left behind by it. */
export const householdEventCollection = 'householdEvents';
export const eventKind = 'HOUSEHOLD_EVENT' as const;

/** A group of people left behind, with the welfare task that looks after them. */
export interface Behind {
  readonly task: string;
  /** `LeftBehind[]`, sealed. */
  readonly sealed: string;
}

/** Looked at by a person, and left as it is. */
export interface Kept {
  readonly what: KeptKind;
  readonly record: string;
}

/** What only an event knows of itself. */
export interface EventDetail {
  readonly code: string;
  /** The operation, or the entry of another record, that opened it. */
  readonly openedBy: string;
  /** What is known of it, sealed. */
  readonly words?: string;
  readonly behind: readonly Behind[];
  /** How many have heard that it is late. */
  readonly told: number;
  /** How many requests went on hold. */
  readonly held?: number;
  /** Deliveries whose carriers were asked to wait before the door. */
  readonly waiting: readonly string[];
  /** `Secured`, sealed. */
  readonly secured?: string;
  readonly kept: readonly Kept[];
  /** What was said beside a step, sealed, by the operation that brought it. */
  readonly notes?: readonly StepNote[];
}

/** Something has happened in a home (handbook 2.11). */
export interface HouseholdEvent extends TrackedRecord<EventDetail> {
  readonly kind: typeof eventKind;
  readonly variant: HouseholdEventKind;
  readonly household: string;
}

/** Whoever has bought for the home already, to be told before the door. */
export interface Carrying {
  readonly delivery: string;
  readonly code: string;
  readonly carrier: string;
}

/** What the contracts of its actions carry; the last is brought by the product alone. */
export interface EventBody {
  readonly secured?: { readonly people: string; readonly pets: string; readonly goods: string };
  readonly leftBehind?: readonly LeftBehind[];
  readonly episode?: string;
  readonly what?: KeptKind;
  readonly record?: string;
  readonly goods?: { readonly held: number; readonly carrying: readonly Carrying[] };
}

/** Closed by the grid leader. Pure. */
export const isEventOver = ({ state }: Pick<HouseholdEvent, 'state'>): boolean => state === 'CLOSED';
