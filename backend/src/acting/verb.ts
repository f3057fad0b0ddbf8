import { Problem } from '../http/problem';
import type { Actor, ActResult, Fields, Tracked } from '../lifecycle';
import type { NewEntry } from '../outbox';

/** One attempt of one actor on one record, with what the contracts of its actions may carry. */
export interface Attempt<D extends Tracked, Body, Deps> {
  readonly deps: Deps;
  /** As it was read; what is decided from it is written only while it is still so. */
  readonly record: D;
  readonly actor: Actor;
  readonly opId: string;
  readonly now: Date;
  /** When it happened by the device's clock. */
  readonly occurredAt: Date;
  readonly reason: string | undefined;
  /** What was said beside the reason; a verb that keeps it seals it. */
  readonly words: string | undefined;
  readonly body: Body;
}

/** What an action changes beside the state. */
export interface Effects<D extends Tracked> {
  readonly to?: string;
  readonly set?: Fields;
  readonly unset?: readonly string[];
  readonly push?: Readonly<Record<string, readonly unknown[]>>;
  readonly inc?: Readonly<Record<string, number>>;
  readonly emit?: readonly NewEntry[];
  readonly limitMinutes?: number | null;
  /** Takes what is scarce before the write, and gives it back when the write does not come about. */
  readonly around?: (write: () => Promise<ActResult<D>>) => Promise<ActResult<D>>;
}

/** What one action does. @throws Problem when the rules say that it cannot be done now */
export type Verb<D extends Tracked, Body, Deps> = (attempt: Attempt<D, Body, Deps>) => Effects<D> | Promise<Effects<D>>;

/** What cannot be done now, with what to do instead. */
export function instead({ state, revision }: Pick<Tracked, 'state' | 'revision'>, next: string): Problem {
  return new Problem('transition-not-allowed', undefined, { state, revision, next });
}
