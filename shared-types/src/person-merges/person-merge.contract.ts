import { action, byId, endpoint, intent } from '../contract';
import { personMergeLifecycle as machine } from '../lifecycles/quarantine/person-merge.lifecycle';
import { RecordId } from '../primitives/ids';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import {
  MergeCandidate,
  MergePicks,
  MergeSide,
  OpenedMerge,
  PersonMergeDraft,
  PersonMergeRow,
  PersonMergeView as view,
} from './person-merge.schema';

const deskRoles = { roles: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] };
const readers = { roles: [...deskRoles.roles, 'CDC_INVESTIGATOR'] };

export const proposePersonMerge = endpoint({
  name: 'proposePersonMerge',
  method: 'POST',
  path: '/person-merges',
  access: deskRoles,
  body: PersonMergeDraft,
  response: z.object({ id: view.shape.id, code: view.shape.code, state: view.shape.state }),
  problems: ['not-found', 'not-allowed', 'already-open', 'outcome-unknown'],
  summary: 'Two may be the same person; a pair is open once, and proposing it again answers the one there.',
});
export const listPersonMerges = endpoint({
  name: 'listPersonMerges',
  method: 'GET',
  path: '/person-merges',
  access: readers,
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(PersonMergeRow),
  problems: ['not-allowed'],
  summary: 'Open merges of my areas: those of which an end is undecided first, then the oldest.',
});
export const mergeCandidates = endpoint({
  name: 'mergeCandidates',
  method: 'GET',
  path: '/merge-candidates',
  access: deskRoles,
  query: z.strictObject({ ...pageQuery, like: RecordId }),
  response: pageOf(MergeCandidate),
  problems: ['not-allowed', 'not-found'],
  summary: 'People of my areas who could be the other one; those alike first.',
});
export const getPersonMerge = endpoint({
  name: 'getPersonMerge',
  method: 'GET',
  path: '/person-merges/{id}',
  access: readers,
  params: byId,
  response: view,
  problems: ['not-found', 'not-allowed'],
  summary: 'One merge with what both have, as far as I may see it.',
});
export const revealPersonMerge = endpoint({
  name: 'revealPersonMerge',
  method: 'POST',
  path: '/person-merges/{id}/reveal',
  access: readers,
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['COMPARE', 'CALL']) }),
  response: OpenedMerge,
  problems: ['not-found', 'not-allowed', 'op-id-reused'],
  summary: 'Open names and numbers of both, side by side; the look is recorded.',
});

export const personMergeQueries = {
  ...{ proposePersonMerge, listPersonMerges, mergeCandidates, getPersonMerge, revealPersonMerge },
};

/** What people do about two who may be one; reasons and words come with every action. */
export const personMergeActions = {
  preview: action(machine, 'preview', {}, view),
  apply: action(machine, 'apply', { keep: z.optional(MergeSide), picks: z.optional(MergePicks) }, view),
  decideEnd: action(machine, 'decideEnd', { episode: RecordId }, view, ['invalid-input']),
  undo: action(machine, 'undo', {}, view),
  reject: action(machine, 'reject', {}, view),
};
