import type { Deps, Feature } from '../feature';
import {
  type ApplyTo,
  type NamesOf,
  openPolicyBook,
  type PolicyBook,
  type PolicyChangeDeps,
  type PolicyHandlers,
  policyChangeRoutes,
  policyHandlers,
  policyRepository,
  policyRoutes,
  storeFirstPolicy,
  type TellConcerned,
} from '../features/policies';
import { sameLook } from './same-look';

/** Policies with what others ask of them: by what somebody is judged, and what the relay delivers. */
export interface OpenPolicies extends Feature {
  readonly book: PolicyBook;
  readonly handlers: PolicyHandlers;
}

/** Whom a change of policy may concern, and how they are moved: the records of episodes and travellers. */
export interface PolicySources {
  readonly concerned: TellConcerned;
  readonly applyTo: ApplyTo;
  readonly namesOf: NamesOf;
}

/** What is kept of a change is sealed for this purpose; what is opened for another does not open. */
const sealedFor = 'policyChange';
/** Names that are looked at again within so many minutes are one look. */
const sameLookMinutes = 10;

/**
 * Opens policies; the sets that the product comes with are there from the first start on.
 * @param sources the records of episodes and travellers that a change moves
 */
export async function openPolicies(deps: Deps, sources: PolicySources): Promise<OpenPolicies> {
  const { connection, now, county, vault, identity } = deps;
  const policies = policyRepository(connection);
  await storeFirstPolicy(policies, county, now());
  const book = openPolicyBook(policies, now);
  const forChanges: PolicyChangeDeps = {
    ...{ connection, now, policies, book, ...sources },
    seal: async (place, words) => (await vault.of(place, 'epidemic')).seal(words, sealedFor),
    unseal: async (place, sealed) => (await vault.of(place, 'epidemic')).open(sealed, sealedFor),
    staffNames: async (place, ids) => {
      const known = await identity.open(place, ids);
      return new Map([...known].map(([id, { name }]) => [id, name]));
    },
    recordLook: lookAtMoved(deps),
  };
  return {
    book,
    routes: [...policyRoutes(forChanges), ...policyChangeRoutes(forChanges)],
    handlers: policyHandlers(forChanges),
  };
}

function lookAtMoved({ audit }: Deps): PolicyChangeDeps['recordLook'] {
  return async ({ county, personId: who }, role, change, record, at) => {
    const look = sameLook(county, at, sameLookMinutes, 'policy-change', change, who, record);
    await audit.record({ ...look, who, role, kind: 'person', record, did: 'names', why: 'POLICY_CHANGE' });
  };
}
