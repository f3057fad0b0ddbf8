import { action, byId, endpoint, intent } from '../contract';
import { refusalLifecycle as machine } from '../lifecycles/quarantine/refusal.lifecycle';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { OpenedRefusal, RefusalDraft, RefusalRow, RefusalView as view, Witnesses } from './refusal.schema';

const recorders = {
  roles: ['GRID_WORKER', 'GRID_LEADER', 'VILLAGE_SECRETARY', 'DOCTOR', 'SCREENER', 'SAMPLER'],
};
const readers = {
  roles: ['GRID_WORKER', 'GRID_LEADER', 'VILLAGE_SECRETARY', 'DOCTOR', 'TOWNSHIP_DISPATCHER', 'POLICE'],
};

export const recordRefusal = endpoint({
  name: 'recordRefusal',
  method: 'POST',
  path: '/refusals',
  access: recorders,
  body: RefusalDraft,
  response: z.object({ id: view.shape.id, code: view.shape.code, state: view.shape.state }),
  problems: ['not-allowed', 'id-taken', 'outcome-unknown'],
  summary: 'Record that somebody refuses: a door, a notice, a swab or to board. Never a breach by itself.',
});
export const listRefusals = endpoint({
  name: 'listRefusals',
  method: 'GET',
  path: '/refusals',
  access: readers,
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(RefusalRow),
  problems: ['not-allowed'],
  summary: 'Open refusals of my areas, the most urgent first; the police see those that wait for them.',
});
export const getRefusal = endpoint({
  name: 'getRefusal',
  method: 'GET',
  path: '/refusals/{id}',
  access: readers,
  params: byId,
  response: view,
  problems: ['not-found', 'not-allowed'],
  summary: 'One refusal, step by step.',
});
export const revealRefusal = endpoint({
  name: 'revealRefusal',
  method: 'POST',
  path: '/refusals/{id}/reveal',
  access: readers,
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['CALL', 'VISIT']) }),
  response: OpenedRefusal,
  problems: ['not-found', 'not-allowed', 'op-id-reused'],
  summary: 'Open name, phone and door, to go there; the look is recorded.',
});

export const refusalQueries = { recordRefusal, listRefusals, getRefusal, revealRefusal };

/** What people do about a refusal; reasons and words come with every action. */
export const refusalActions = {
  visit: action(machine, 'visit', {}, view),
  callLiaison: action(machine, 'callLiaison', {}, view),
  escalate: action(machine, 'escalate', {}, view),
  agree: action(machine, 'agree', {}, view),
  serve: action(machine, 'serve', { witnesses: Witnesses }, view, ['invalid-input']),
  dropMoot: action(machine, 'dropMoot', {}, view),
};
