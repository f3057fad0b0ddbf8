import { type ActingOn, actingOn, recordModel } from '../../acting';
import { machine, type Refusal, type RefusalAction, type RefusalBody, refusalCollection, refusalKind } from './refusal';
import type { RefusalDeps } from './refusal.deps';
import { maySeeRefusal } from './refusal.policy';
import { refusalVerbs } from './refusal.verbs';

export type Refusals = ActingOn<Refusal, RefusalAction, RefusalBody>;

/** Refusals, and what is done about them (handbook 2.11). */
export function refusals(deps: RefusalDeps): Refusals {
  return actingOn({
    ...{ kind: refusalKind, machine, deps, verbs: refusalVerbs, maySee: maySeeRefusal },
    collection: recordModel(deps.connection, refusalCollection).collection,
  });
}
