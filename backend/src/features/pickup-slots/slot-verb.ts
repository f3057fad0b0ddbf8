import type { Actor, Fields } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import type { PickupSlot } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';

/** One attempt of one actor on one slot, with what the contracts of its actions may carry. */
export interface SlotAttempt {
  readonly deps: PickupSlotDeps;
  readonly slot: PickupSlot;
  readonly actor: Actor;
  readonly opId: string;
  readonly now: Date;
  readonly reason: string | undefined;
  readonly body: {
    readonly at?: string | undefined;
    readonly number?: number | undefined;
    readonly code?: string | undefined;
  };
}

/** What an action changes beside the state. */
export interface SlotEffects {
  readonly set?: Fields;
  readonly inc?: Readonly<Record<string, number>>;
  readonly emit?: readonly NewEntry[];
  readonly limitMinutes?: number | null;
  /** Key of what was taken for it: given back when the act does not come about. */
  readonly claimed?: string;
}

/** What one action does. */
export type SlotVerb = (attempt: SlotAttempt) => SlotEffects | Promise<SlotEffects>;
