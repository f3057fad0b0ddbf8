import { action, byId, endpoint, intent } from '../contract';
import { healthCodeRequestLifecycle as machine } from '../lifecycles/quarantine/health-code-request.lifecycle';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { CodeRequestRow, CodeRequestView as view } from './code-request.schema';

export const codeRequestsToDo = endpoint({
  name: 'codeRequestsToDo',
  method: 'GET',
  path: '/health-code-requests',
  access: { roles: ['COMMUNITY_WORKER', 'VILLAGE_SECRETARY', 'CODE_CLERK', 'TOWNSHIP_DISPATCHER', 'COUNTY_HEAD'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(CodeRequestRow),
  summary: 'Requests for health codes whose next step is mine, or of whose delay I have heard, the oldest first.',
});
export const codeRequestsInGrid = endpoint({
  name: 'codeRequestsInGrid',
  method: 'GET',
  path: '/work/health-code-requests',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(CodeRequestRow),
  summary: 'Open requests for health codes of my grid: with whom each waits, and since when; what is late first.',
});
export const myCodeRequests = endpoint({
  name: 'myCodeRequests',
  method: 'GET',
  path: '/my-health-code-requests',
  access: 'signedIn',
  response: z.object({ items: z.array(view) }),
  summary: 'Requests for health codes of everybody in my homes, and mine: open ones, and what was answered lately.',
});
export const getCodeRequest = endpoint({
  name: 'getCodeRequest',
  method: 'GET',
  path: '/health-code-requests/{id}',
  access: 'signedIn',
  params: byId,
  response: view,
  problems: ['not-found'],
  summary: 'One request for a health code, step by step.',
});
export const revealCodeRequest = endpoint({
  name: 'revealCodeRequest',
  method: 'POST',
  path: '/health-code-requests/{id}/reveal',
  access: { roles: ['CODE_CLERK'] },
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['CALL', 'TO_PROVINCE']) }),
  response: z.object({ name: z.string(), idNumber: z.optional(z.string()), recordedAt: Instant }),
  problems: ['not-found', 'not-allowed', 'op-id-reused'],
  summary: 'Open name and identity number, to take the request to the province; the look is recorded.',
});

export const codeRequestQueries = {
  ...{ codeRequestsToDo, codeRequestsInGrid, myCodeRequests, getCodeRequest, revealCodeRequest },
};

/** What people may do about a request; reasons, and the words of a refusal or an appeal, come with every action. */
export const codeRequestActions = {
  approveCommunity: action(machine, 'approveCommunity', {}, view, ['own-work']),
  approveTownship: action(machine, 'approveTownship', {}, view, ['own-work']),
  approveCounty: action(machine, 'approveCounty', {}, view, ['own-work']),
  send: action(machine, 'send', {}, view),
  recordConfirmed: action(machine, 'recordConfirmed', {}, view),
  recordRefused: action(machine, 'recordRefused', {}, view),
  appeal: action(machine, 'appeal', {}, view),
  recordAppealRefused: action(machine, 'recordAppealRefused', {}, view),
  withdraw: action(machine, 'withdraw', {}, view),
};
