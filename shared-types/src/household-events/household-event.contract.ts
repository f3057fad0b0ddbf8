import { action, byId, endpoint } from '../contract';
import { householdEventLifecycle as machine } from '../lifecycles/quarantine/household-event.lifecycle';
import { RecordId } from '../primitives/ids';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { homesInCare } from './homes-in-care.contract';
import {
  AllLeftBehind,
  HouseholdEventDraft,
  HouseholdEventRow,
  KeptKind,
  OpenedEvent,
  Secured,
  HouseholdEventView as view,
} from './household-event.schema';

const readers = { roles: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] };

export const openHouseholdEvent = endpoint({
  name: 'openHouseholdEvent',
  method: 'POST',
  path: '/household-events',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER'] },
  body: HouseholdEventDraft,
  response: OpenedEvent,
  problems: ['not-found', 'not-allowed', 'outcome-unknown'],
  summary: 'Something has happened in a home. There is one open event of a kind for a home: a second answers with it.',
});
export const listHouseholdEvents = endpoint({
  name: 'listHouseholdEvents',
  method: 'GET',
  path: '/household-events',
  access: readers,
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(HouseholdEventRow),
  problems: ['not-allowed'],
  summary: 'Homes of my areas in which something has happened, what is late first.',
});
export const getHouseholdEvent = endpoint({
  name: 'getHouseholdEvent',
  method: 'GET',
  path: '/household-events/{id}',
  access: readers,
  params: byId,
  response: view,
  problems: ['not-found', 'not-allowed'],
  summary: 'One event, step by step, with what is still open and who was left behind.',
});
export const householdEventQueries = { openHouseholdEvent, listHouseholdEvents, getHouseholdEvent, homesInCare };

/** What people do about an event; reasons and words come with every action. */
export const householdEventActions = {
  secure: action(machine, 'secure', { secured: Secured }, view),
  openWelfare: action(machine, 'openWelfare', { leftBehind: AllLeftBehind }, view),
  askCode: action(machine, 'askCode', { episode: RecordId }, view),
  keepAsIs: action(machine, 'keepAsIs', { what: KeptKind, record: RecordId }, view),
  reconcile: action(machine, 'reconcile', {}, view),
  close: action(machine, 'close', {}, view),
};
