import { type ActingOn, actingOn, recordModel } from '../../acting';
import {
  type EventBody,
  eventKind,
  type HouseholdEvent,
  type HouseholdEventAction,
  householdEventCollection,
  machine,
} from './household-event';
import type { HouseholdEventDeps } from './household-event.deps';
import { maySee } from './household-event.policy';
import { householdEventVerbs } from './household-event.verbs';

export type HouseholdEvents = ActingOn<HouseholdEvent, HouseholdEventAction, EventBody>;

/** What has happened in homes, and what is done about it (handbook 2.11). */
export function householdEvents(deps: HouseholdEventDeps): HouseholdEvents {
  return actingOn({
    ...{ kind: eventKind, machine, deps, verbs: householdEventVerbs, maySee },
    collection: recordModel(deps.connection, householdEventCollection).collection,
  });
}
