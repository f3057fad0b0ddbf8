import { type ActingOn, actingOn, recordModel } from '../../acting';
import {
  type Investigation,
  type InvestigationAction,
  type InvestigationBody,
  investigationCollection,
  investigationKind,
  machine,
} from './investigation';
import type { InvestigationDeps } from './investigation.deps';
import { maySeeInvestigation } from './investigation.policy';
import { investigationVerbs } from './investigation.verbs';

export type Investigations = ActingOn<Investigation, InvestigationAction, InvestigationBody>;

/** Investigations, and what is done about them (handbook 2.11). */
export function investigations(deps: InvestigationDeps): Investigations {
  return actingOn({
    ...{ kind: investigationKind, machine, deps, verbs: investigationVerbs, maySee: maySeeInvestigation },
    bySomebodyElse: ['review'],
    collection: recordModel(deps.connection, investigationCollection).collection,
  });
}
