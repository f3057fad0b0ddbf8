import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { roomLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/room.lifecycle';
import type { TrackedRecord } from '../../acting';

/** The states and actions of handbook 2.11. */
export const roomMachine = roomLifecycle;
export type RoomAction = ActionOf<typeof roomLifecycle>;

export const roomCollection = 'rooms';
export const roomKind = 'ROOM' as const;

/** What a room knows of itself: references only, never a name. */
export interface RoomDetail {
  /** What stands on the door. */
  readonly label: string;
  /** The passenger or the link for whom it is kept; absent where a person keeps it by hand. */
  readonly heldFor?: string;
  /** The traveller or the quarantine it is for. */
  readonly person?: string;
  readonly expectedAt?: Date;
  readonly heads?: number;
  /** How the notice was given when they moved in. */
  readonly notice?: 'SIGNED' | 'SERVED';
  readonly movedIn?: { readonly at: Date; readonly opId: string };
  /** Person, belongings and room together; by whom. */
  readonly sampled?: { readonly at: Date; readonly by: string };
}

/** One room of a quarantine site, which it is about. */
export interface Room extends TrackedRecord<RoomDetail> {
  readonly kind: typeof roomKind;
  readonly about: string;
}

/** What the contracts of its actions carry, and what the product alone brings. */
export interface RoomBody {
  readonly person?: string;
  readonly expectedAt?: string;
  readonly heads?: number;
  readonly notice?: 'SIGNED' | 'SERVED';
  /** Brought by the product alone. */
  readonly heldFor?: string;
  /** Where they belong who stood at the door: that grid hears. */
  readonly walkedInFrom?: string;
  /** Who took the samples that the sampler has written to the person. */
  readonly takenBy?: string;
}

/** In these somebody lives. */
export const livedIn: readonly string[] = ['OCCUPIED', 'SAMPLED'];
/** Kept for somebody, or lived in. */
export const taken: readonly string[] = ['RESERVED', ...livedIn];
