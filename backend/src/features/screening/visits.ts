import { type ActingOn, actingOn, recordModel } from '../../acting';
import type { ScreeningDeps } from './screening.deps';
import { maySeeVisit } from './screening.policy';
import { type HouseholdVisit, type VisitAction, visitCollection, visitKind, visitMachine } from './visit';
import { type VisitBody, visitVerbs } from './visit.verbs';

export type Visits = ActingOn<HouseholdVisit, VisitAction, VisitBody>;

/** Doors of screenings, and what is done at them (handbook 2.8). */
export function visits(deps: ScreeningDeps): Visits {
  return actingOn({
    ...{ kind: visitKind, machine: visitMachine, deps, verbs: visitVerbs, maySee: maySeeVisit },
    collection: recordModel(deps.connection, visitCollection).collection,
  });
}
