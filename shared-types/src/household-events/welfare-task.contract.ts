import { action, byId, endpoint, intent } from '../contract';
import { welfareTaskLifecycle as machine } from '../lifecycles/quarantine/welfare-task.lifecycle';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { Guardian, OpenedWelfare, Settlement, WelfareTaskView as view, WelfareTaskRow } from './welfare-task.schema';

const readers = { roles: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] };

export const listWelfareTasks = endpoint({
  name: 'listWelfareTasks',
  method: 'GET',
  path: '/welfare-tasks',
  access: readers,
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(WelfareTaskRow),
  problems: ['not-allowed'],
  summary: 'People of my areas who were left behind, those without anybody first.',
});
export const getWelfareTask = endpoint({
  name: 'getWelfareTask',
  method: 'GET',
  path: '/welfare-tasks/{id}',
  access: readers,
  params: byId,
  response: view,
  problems: ['not-found', 'not-allowed'],
  summary: 'One welfare task, step by step.',
});
export const revealWelfareTask = endpoint({
  name: 'revealWelfareTask',
  method: 'POST',
  path: '/welfare-tasks/{id}/reveal',
  access: readers,
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['CALL', 'VISIT']) }),
  response: OpenedWelfare,
  problems: ['not-found', 'not-allowed', 'op-id-reused'],
  summary: 'Open the names of those left behind and of whoever looks after them; the look is recorded.',
});

export const welfareTaskQueries = { listWelfareTasks, getWelfareTask, revealWelfareTask };

/** What people do about whoever was left behind; words come with every action. */
export const welfareTaskActions = {
  nameGuardian: action(machine, 'nameGuardian', { guardian: Guardian }, view),
  settle: action(machine, 'settle', { settlement: Settlement }, view),
  close: action(machine, 'close', {}, view),
};
