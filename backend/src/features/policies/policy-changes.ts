import { type ActingOn, actingOn } from '../../acting';
import type { PolicyChangeDeps } from './policies.deps';
import {
  changeKind,
  machine,
  type PolicyChange,
  type PolicyChangeAction,
  type PolicyChangeBody,
} from './policy-change';
import { maySeeChange } from './policy-change.policy';
import { policyChangeRepository } from './policy-change.repository';
import { policyChangeVerbs } from './policy-change.verbs';

export type PolicyChanges = ActingOn<PolicyChange, PolicyChangeAction, PolicyChangeBody>;

/**
 * Changes of policy and risk list, and what is done to them (handbook 2.11, 5.7).
 * @throws Problem from `act` beside the engine's: invalid-input for a name that is not among those who would stay longer;
 * transition-not-allowed when another change has come between
 */
export function policyChanges(deps: PolicyChangeDeps): PolicyChanges {
  return actingOn({
    ...{ kind: changeKind, machine, deps, verbs: policyChangeVerbs, maySee: maySeeChange },
    collection: policyChangeRepository(deps.connection).collection,
  });
}
