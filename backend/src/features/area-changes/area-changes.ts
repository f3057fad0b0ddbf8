import { type ActingOn, actingOn } from '../../acting';
import { type AreaChange, type AreaChangeAction, type AreaChangeBody, areaChangeKind, machine } from './area-change';
import { maySeeAreaChange } from './area-change.policy';
import { areaChangeRepository } from './area-change.repository';
import { areaChangeVerbs } from './area-change.verbs';
import type { AreaChangeDeps } from './area-changes.deps';

export type AreaChanges = ActingOn<AreaChange, AreaChangeAction, AreaChangeBody>;

/**
 * Changes of the area tree, and what is done to them (handbook 2.11).
 * @throws Problem from `act` beside the engine's: not-allowed for whoever prepared it and wants to schedule it;
 * invalid-input for an instant that is too near or too far; transition-not-allowed when the tree is another by now, or
 * when what it moves is still on its way
 */
export function areaChanges(deps: AreaChangeDeps): AreaChanges {
  return actingOn({
    ...{ kind: areaChangeKind, machine, deps, verbs: areaChangeVerbs, maySee: maySeeAreaChange },
    collection: areaChangeRepository(deps.connection).collection,
  });
}
