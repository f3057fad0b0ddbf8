import { type ActingOn, actingOn, recordModel } from '../../acting';
import {
  type MergeAction,
  type MergeBody,
  machine,
  mergeCollection,
  mergeKind,
  type PersonMerge,
} from './person-merge';
import type { PersonMergeDeps } from './person-merge.deps';
import { maySeeMerge } from './person-merge.policy';
import { personMergeVerbs } from './person-merge.verbs';

export type PersonMerges = ActingOn<PersonMerge, MergeAction, MergeBody>;

/** Merges, and what is done about them (handbook 2.11). */
export function personMerges(deps: PersonMergeDeps): PersonMerges {
  return actingOn({
    ...{ kind: mergeKind, machine, deps, verbs: personMergeVerbs, maySee: maySeeMerge },
    collection: recordModel(deps.connection, mergeCollection).collection,
  });
}
