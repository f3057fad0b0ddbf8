import { byId, endpoint } from '../contract';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { PolicySet } from './policy-set.schema';
import { RiskAreaView } from './risk-area.schema';

/** A stored set in a list. What it says never changes: another wording is another version. */
export const PolicySetRow = z.object({
  id: RecordId,
  ...{ code: PolicySet.shape.code, version: PolicySet.shape.version, enabled: PolicySet.shape.enabled },
  ...{ validFrom: PolicySet.shape.validFrom, validTo: PolicySet.shape.validTo },
});
export type PolicySetRow = z.infer<typeof PolicySetRow>;

export const StoredPolicySet = z.object({ id: RecordId, set: PolicySet });
export type StoredPolicySet = z.infer<typeof StoredPolicySet>;

/** By which set the county judges, since when, and what has been decided for later (handbook 5). */
export const CountyPolicy = z.object({
  ...StoredPolicySet.shape,
  from: Instant,
  next: z.optional(z.object({ id: RecordId, code: PolicySet.shape.code, version: z.int(), from: Instant })),
});
export type CountyPolicy = z.infer<typeof CountyPolicy>;

export const listPolicySets = endpoint({
  name: 'listPolicySets',
  method: 'GET',
  path: '/policy-sets',
  access: 'signedIn',
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(PolicySetRow),
  summary: 'Policy sets that are known here, by code and version.',
});
export const getPolicySet = endpoint({
  name: 'getPolicySet',
  method: 'GET',
  path: '/policy-sets/{id}',
  access: 'signedIn',
  params: byId,
  response: StoredPolicySet,
  problems: ['not-found'],
  summary: 'One policy set: what each category means, and every single figure with its source.',
});
export const countyPolicy = endpoint({
  name: 'countyPolicy',
  method: 'GET',
  path: '/county-policy',
  access: 'signedIn',
  response: CountyPolicy,
  problems: ['unavailable'],
  summary: 'The policy set by which my county judges now.',
});
export const listRiskAreas = endpoint({
  name: 'listRiskAreas',
  method: 'GET',
  path: '/risk-areas',
  access: 'signedIn',
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(RiskAreaView),
  summary: 'Risk areas as they count now, the latest first.',
});

export const policyQueries = { listPolicySets, getPolicySet, countyPolicy, listRiskAreas };
