import { type ActingOn, actingOn, recordModel } from '../../acting';
import {
  type CodeRequest,
  type CodeRequestAction,
  codeRequestCollection,
  codeRequestKind,
  machine,
} from './code-request';
import type { CodeRequestDeps } from './code-request.deps';
import { maySeeRequest } from './code-request.policy';
import { codeRequestVerbs } from './code-request.verbs';

export type CodeRequests = ActingOn<CodeRequest, CodeRequestAction, object>;

/** Requests for codes, and what is done about them (handbook 2.11). */
export function codeRequests(deps: CodeRequestDeps): CodeRequests {
  return actingOn({
    ...{ kind: codeRequestKind, machine, deps, verbs: codeRequestVerbs, maySee: maySeeRequest },
    bySomebodyElse: ['approveCommunity', 'approveTownship', 'approveCounty'],
    collection: recordModel(deps.connection, codeRequestCollection).collection,
  });
}
