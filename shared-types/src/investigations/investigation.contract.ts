import { action, byId, endpoint, intent } from '../contract';
import { investigationLifecycle as machine } from '../lifecycles/quarantine/investigation.lifecycle';
import { RecordId } from '../primitives/ids';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import {
  ContactDraft,
  InvestigationDraft,
  InvestigationRow,
  OpenedInvestigation,
  Path,
  InvestigationView as view,
} from './investigation.schema';

const investigators = { roles: ['CDC_INVESTIGATOR'] };

export const openInvestigation = endpoint({
  name: 'openInvestigation',
  method: 'POST',
  path: '/investigations',
  access: investigators,
  body: InvestigationDraft,
  response: view,
  problems: ['not-allowed', 'already-open', 'id-taken', 'outcome-unknown'],
  summary: 'Open an investigation by hand; the product opens one itself for whoever is positive in quarantine.',
});
export const listInvestigations = endpoint({
  name: 'listInvestigations',
  method: 'GET',
  path: '/investigations',
  access: investigators,
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(InvestigationRow),
  problems: ['not-allowed'],
  summary: 'Open investigations of my areas, the next clock first.',
});
export const getInvestigation = endpoint({
  name: 'getInvestigation',
  method: 'GET',
  path: '/investigations/{id}',
  access: investigators,
  params: byId,
  response: view,
  problems: ['not-found', 'not-allowed'],
  summary: 'One investigation with path, contacts and quality; for investigators alone.',
});
export const revealInvestigation = endpoint({
  name: 'revealInvestigation',
  method: 'POST',
  path: '/investigations/{id}/reveal',
  access: investigators,
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['CALL', 'TO_REGISTER']) }),
  response: OpenedInvestigation,
  problems: ['not-found', 'not-allowed', 'op-id-reused'],
  summary: 'Open names and numbers of the case and its contacts, to call them; the look is recorded.',
});

export const investigationQueries = { openInvestigation, listInvestigations, getInvestigation, revealInvestigation };

/** What investigators do; reasons and words come with every action. */
export const investigationActions = {
  recordReport: action(machine, 'recordReport', {}, view),
  notReached: action(machine, 'notReached', {}, view),
  interview: action(machine, 'interview', { path: Path }, view, ['invalid-input']),
  correctPath: action(machine, 'correctPath', { path: Path }, view, ['invalid-input']),
  addContact: action(machine, 'addContact', { contact: ContactDraft }, view, ['invalid-input', 'capacity-full']),
  confirmContact: action(machine, 'confirmContact', { contactId: RecordId }, view, ['invalid-input']),
  dropContact: action(machine, 'dropContact', { contactId: RecordId }, view, ['invalid-input']),
  listContacts: action(machine, 'listContacts', {}, view),
  review: action(machine, 'review', {}, view, ['own-work']),
  sendBack: action(machine, 'sendBack', {}, view),
  close: action(machine, 'close', {}, view),
  closeByRecords: action(machine, 'closeByRecords', {}, view),
  exclude: action(machine, 'exclude', {}, view),
};
