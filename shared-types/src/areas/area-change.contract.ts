import { action, byId, endpoint } from '../contract';
import { areaChangeLifecycle as machine } from '../lifecycles/quarantine/area-change.lifecycle';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { AreaChangeDraft, AreaChangeView } from './area-change.schema';

const readers = ['COUNTY_DISPATCHER', 'COUNTY_HEAD'];

export const prepareAreaChange = endpoint({
  name: 'prepareAreaChange',
  method: 'POST',
  path: '/area-changes',
  access: { roles: ['COUNTY_DISPATCHER'] },
  body: AreaChangeDraft,
  response: AreaChangeView,
  problems: ['not-found', 'id-taken', 'outcome-unknown'],
  summary: 'A draft of areas that are split, merged or renumbered; it changes nothing by itself.',
});
export const listAreaChanges = endpoint({
  name: 'listAreaChanges',
  method: 'GET',
  path: '/area-changes',
  access: { roles: readers },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(AreaChangeView),
  summary: 'Changes of the area tree, the latest first.',
});
export const getAreaChange = endpoint({
  name: 'getAreaChange',
  method: 'GET',
  path: '/area-changes/{id}',
  access: { roles: readers },
  params: byId,
  response: AreaChangeView,
  problems: ['not-found'],
  summary: 'One change of the area tree, with what it moves.',
});

export const areaChangeQueries = { prepareAreaChange, listAreaChanges, getAreaChange };

export const areaChangeActions = {
  preview: action(machine, 'preview', {}, AreaChangeView),
  /** `at`: a minute from now at the earliest, so that every process knows the new areas by then. */
  schedule: action(machine, 'schedule', { at: Instant }, AreaChangeView, ['not-allowed']),
  revert: action(machine, 'revert', {}, AreaChangeView),
  cancel: action(machine, 'cancel', {}, AreaChangeView),
};
