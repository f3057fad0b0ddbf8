import type { Deps, Feature } from '../feature';
import {
  openPolicyBook,
  type PolicyBook,
  policyRepository,
  policyRoutes,
  storeFirstPolicy,
} from '../features/policies';

/** Policies with what others ask of them: by what somebody is judged. */
export interface OpenPolicies extends Feature {
  readonly book: PolicyBook;
}

/** Opens policies; the sets that the product comes with are there from the first start on. */
export async function openPolicies({ connection, now, county }: Deps): Promise<OpenPolicies> {
  const policies = policyRepository(connection);
  await storeFirstPolicy(policies, county, now());
  const book = openPolicyBook(policies, now);
  return { book, routes: policyRoutes({ policies, book, now }) };
}
