import { action, byId, endpoint } from '../contract';
import { policyChangeLifecycle as machine } from '../lifecycles/quarantine/policy-change.lifecycle';
import { RecordId } from '../primitives/ids';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { MovedPerson, PolicyChangeDraft, PolicyChangeView, PolicyMove } from './policy-change.schema';

const readers = ['COUNTY_DISPATCHER', 'COUNTY_HEAD', 'CDC_INVESTIGATOR'];
/** So many can be answered for with one change; the rest keep their old end, and may be met by another change. */
const namedAtMost = 500;

export const preparePolicyChange = endpoint({
  name: 'preparePolicyChange',
  method: 'POST',
  path: '/policy-changes',
  access: { roles: ['COUNTY_DISPATCHER'] },
  body: PolicyChangeDraft,
  response: PolicyChangeView,
  problems: ['not-found', 'id-taken', 'outcome-unknown'],
  summary: 'A draft of another set or of another risk list; it changes nothing by itself.',
});
export const listPolicyChanges = endpoint({
  name: 'listPolicyChanges',
  method: 'GET',
  path: '/policy-changes',
  access: { roles: readers },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(PolicyChangeView),
  summary: 'Changes of policy and risk list, the latest first.',
});
export const getPolicyChange = endpoint({
  name: 'getPolicyChange',
  method: 'GET',
  path: '/policy-changes/{id}',
  access: { roles: readers },
  params: byId,
  response: PolicyChangeView,
  problems: ['not-found'],
  summary: 'One change, with how many it moves.',
});
export const policyChangePeople = endpoint({
  name: 'policyChangePeople',
  method: 'GET',
  path: '/policy-changes/{id}/people',
  access: { roles: ['COUNTY_HEAD', 'CDC_INVESTIGATOR'] },
  params: byId,
  query: z.strictObject({ ...pageQuery, move: PolicyMove }),
  response: pageOf(MovedPerson),
  problems: ['not-found'],
  summary: 'Whom a change moves, by name; each look is recorded.',
});

export const policyChangeQueries = { preparePolicyChange, listPolicyChanges, getPolicyChange, policyChangePeople };

export const policyChangeActions = {
  preview: action(machine, 'preview', {}, PolicyChangeView),
  agreeToLonger: action(
    machine,
    'agreeToLonger',
    { named: z.array(RecordId).check(z.maxLength(namedAtMost)) },
    PolicyChangeView,
  ),
  approve: action(machine, 'approve', {}, PolicyChangeView),
  cancel: action(machine, 'cancel', {}, PolicyChangeView),
};
