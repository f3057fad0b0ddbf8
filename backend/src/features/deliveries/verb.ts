import type { BodyOf } from '@grid-relief/shared-types/contract';
import type { deliveryActions } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import type { Actor, Condition, Fields } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import type { Delivery } from './delivery';
import type { DeliveryDeps } from './delivery.deps';

type Actions = typeof deliveryActions;
/** What the person sends with an action, besides opId, time, reason and revision. */
export type BodyFor<A extends string> = A extends keyof Actions ? BodyOf<Actions[A]> : unknown;

/** One attempt of one actor to do something to one delivery. */
export interface Attempt<B = unknown> {
  readonly deps: DeliveryDeps;
  readonly actor: Actor;
  readonly opId: string;
  readonly now: Date;
  readonly body: B;
  readonly reason: string | undefined;
  /** Does the product's own act on another delivery first, under an operation derived from this one: once, however often. */
  readonly also: (id: string, action: string, body: unknown) => Promise<unknown>;
}

/** What an action changes and what follows from it, decided from the record as read. */
export interface Effects {
  readonly to?: string;
  readonly set?: Fields;
  readonly unset?: readonly string[];
  readonly push?: Readonly<Record<string, readonly unknown[]>>;
  readonly inc?: Readonly<Record<string, number>>;
  readonly stages?: readonly Condition[];
  readonly emit?: readonly NewEntry[];
  readonly limitMinutes?: number | null;
  /** Somebody who takes the work and needs a free place first. */
  readonly seat?: string;
}

export type Verb<B = unknown> = (delivery: Delivery, attempt: Attempt<B>) => Effects | Promise<Effects>;
/** The verb of a named action, with the body its contract says. */
export type VerbOf<A extends string> = Verb<BodyFor<A>>;
