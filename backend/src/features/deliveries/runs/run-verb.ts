import type { ActionOf, StateOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import type { Actor } from '../../../lifecycle';
import type { AssignmentChange } from '../../../routing';
import type { Delivery } from '../delivery';
import type { Run } from './run';
import type { RunDeps } from './run.deps';

export type RunAction = ActionOf<typeof runLifecycle>;

/** What is known when an action is decided. */
export interface RunAttempt {
  readonly deps: RunDeps;
  readonly run: Run;
  readonly members: readonly Delivery[];
  readonly actor: Actor;
  readonly opId: string;
  readonly now: Date;
  readonly reason: string | undefined;
  readonly body: {
    readonly to?: string;
    readonly bags?: number;
    readonly photo?: string | undefined;
    readonly floatFen?: number;
    readonly floatReturnedFen?: number;
    readonly cashFen?: number;
  };
}

/** What an action changes; `seat` is the person who needs a free place first, `to` a state where the table leaves a choice. */
export interface RunEffects extends AssignmentChange {
  readonly to?: StateOf<typeof runLifecycle>;
  readonly seat?: string;
}

/** What one action does. */
export type RunVerb = (attempt: RunAttempt) => RunEffects | Promise<RunEffects>;
