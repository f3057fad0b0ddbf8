import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import type { Feature } from '../../../feature';
import { fire } from '../../../lifecycle';
import { conditionFilter, type EntryHandlers, type OutboxEntry, type WithOutbox } from '../../../outbox';
import { derivedId } from '../../../platform/ids';
import { actOnRun } from './act-on-run';
import { followRun, type PerformOnMember } from './follow-run';
import { joinRun } from './join-run';
import type { RunDeps } from './run.deps';
import { runRoutes } from './run.routes';
import type { RunAction } from './run.verbs';

/** The endpoints of runs. */
export function runFeature(deps: RunDeps): Feature {
  return { routes: runRoutes(deps) };
}

/**
 * What the relay delivers for runs. `fire`, `timer` and `follow` are also kinds of other work: the caller picks by the
 * kind of the document. `batch` comes from requests, `runMoved` from runs.
 */
export function runHandlers(deps: RunDeps, perform: PerformOnMember) {
  const acts = (cause: 'timer' | 'outbox') => ({
    deliver: (entry: OutboxEntry, document: WithOutbox) => actsBy(deps, cause, entry, document),
  });
  return {
    fire: acts('timer'),
    timer: acts('timer'),
    follow: acts('outbox'),
    batch: { deliver: (entry, document) => joinRun(deps, entry, document) },
    runMoved: { deliver: (entry, document) => followRun(deps, perform, entry, document) },
  } satisfies EntryHandlers;
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
      ...(needsReason ? { reason: 'NOTHING_LEFT' } : {}),
    }),
  );
}

function isRunAction(word: string): word is RunAction {
  return Object.hasOwn(runLifecycle.actions, word);
}
