import { type ActingOn, actingOn, recordModel } from '../../../acting';
import { householdEventCollection } from '../household-event';
import type { HouseholdEventDeps } from '../household-event.deps';
import { maySee } from '../household-event.policy';
import { machine, type WelfareAction, type WelfareBody, type WelfareTask, welfareKind } from './welfare-task';
import { welfareVerbs } from './welfare-task.verbs';

export type WelfareTasks = ActingOn<WelfareTask, WelfareAction, WelfareBody>;

/** Those who were left behind, and what is done for them (handbook 2.11). */
export function welfareTasks(deps: HouseholdEventDeps): WelfareTasks {
  return actingOn({
    ...{ kind: welfareKind, machine, deps, verbs: welfareVerbs, maySee },
    collection: recordModel(deps.connection, householdEventCollection).collection,
  });
}
