import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import type { Feature } from '../../../feature';
import { fire } from '../../../lifecycle';
import { conditionFilter, type OutboxEntry, type WithOutbox } from '../../../outbox';
import { derivedId } from '../../../platform/ids';
import type { EntryHandler } from '../../../tasks';
import { actOnRun } from './act-on-run';
import { bookFloat } from './book-float';
import { followRun, type PerformOnMember } from './follow-run';
import { joinRun } from './join-run';
import { memberMoved } from './member-moved';
import type { RunDeps } from './run.deps';
import { runRoutes } from './run.routes';
import type { RunAction } from './run-verb';

/** The endpoints of runs. */
export function runFeature(deps: RunDeps): Feature {
  return { routes: runRoutes(deps) };
}

/** What the relay delivers for runs: entries of runs themselves, and those of requests that concern runs. */
export interface RunHandlers {
  /** Entries `fire` and `timer` of a run; `handleByKind` puts it beside those of other work. */
  readonly timer: EntryHandler;
  /** Entries `follow` of a run, in the same way. */
  readonly follow: EntryHandler;
  /** Entries `ledger` of a run, in the same way. */
  readonly ledger: EntryHandler;
  /** Of a run: its members do what it did. */
  readonly runMoved: EntryHandler;
  /** Of a request: it joins a run. */
  readonly batch: EntryHandler;
  /** Of a request with a run: it has left, or its door is done. */
  readonly memberMoved: EntryHandler;
}

/** @param perform an action of a delivery, as the feature of deliveries does it */
export function runHandlers(deps: RunDeps, perform: PerformOnMember): RunHandlers {
  return {
    timer: (document, entry) => actsBy(deps, 'timer', entry, document),
    follow: (document, entry) => actsBy(deps, 'outbox', entry, document),
    ledger: (document, entry) => bookFloat(deps, perform, document, entry),
    runMoved: (document, entry) => followRun(deps, perform, entry, document),
    batch: (document, entry) => joinRun(deps, entry, document),
    memberMoved: (document, entry) => memberMoved(deps, document, entry),
  };
}

/** An action of the product itself; it fires into nothing when what it was for has passed. */
async function actsBy(
  deps: RunDeps,
  cause: 'timer' | 'outbox',
  entry: OutboxEntry,
  document: WithOutbox,
): Promise<void> {
  const { action } = entry.payload;
  if (typeof action !== 'string' || !isRunAction(action)) throw new Error('the entry names no action of a run');
  const { county, _id: id } = document;
  const needsReason = runLifecycle.actions[action].needs?.includes('reason');
  await fire(() =>
    actOnRun(deps, {
      county,
      id,
      action,
      actor: { system: cause, county },
      opId: derivedId(county, id, entry.id),
      guard: conditionFilter(entry.while),
      ...(needsReason ? { reason: action === 'giveBack' ? 'NOT_BEGUN' : 'NOTHING_LEFT' } : {}),
    }),
  );
}

function isRunAction(word: string): word is RunAction {
  return Object.hasOwn(runLifecycle.actions, word);
}
