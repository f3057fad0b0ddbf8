import { limitMinutes } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { keepingWords, type Verb } from '../../acting';
import { type CodeRequest, type CodeRequestAction, machine } from './code-request';
import type { CodeRequestDeps } from './code-request.deps';
import { clerks, firstApprovers, heads, townshipApprovers } from './code-request.policy';
import { codeMoved, tellHome, tellRoles } from './entries';

type CodeVerb = Verb<CodeRequest, object, CodeRequestDeps>;
/** What follows from a step; whatever was said beside it is kept. */
const step = keepingWords<CodeRequest, object, CodeRequestDeps>;

/** What each action changes beyond the state: who hears, and until when the next step may wait (handbook 2.11). */
export const codeRequestVerbs: Readonly<Record<CodeRequestAction, CodeVerb>> = {
  approveCommunity: step(({ record }) => ({ emit: [tellRoles(townshipApprovers, record, 'CODE_WAITS')] })),
  approveTownship: step(({ record }) => ({ emit: [tellRoles(heads, record, 'CODE_WAITS')] })),
  approveCounty: step(({ record }) => ({ emit: [tellRoles(clerks, record, 'CODE_WAITS')] })),
  send: step(({ now }) => ({ set: { dueAt: addMinutes(now, limitMinutes(machine, 'send')) } })),
  noAnswer: step(({ record }) => ({ unset: ['dueAt'], emit: [tellRoles(clerks, record, 'CODE_NO_ANSWER')] })),
  recordConfirmed: step(({ record }) => ({
    unset: ['dueAt'],
    emit: [codeMoved, ...tellHome(record, 'CODE_CONFIRMED')],
  })),
  recordRefused: step(({ record, now }) => ({
    set: { dueAt: addMinutes(now, limitMinutes(machine, 'recordRefused')) },
    emit: tellHome(record, 'CODE_REFUSED'),
  })),
  // all three levels hear of it, and the clerk takes it to the province once more (handbook 5.6)
  appeal: step(({ record }) => ({
    unset: ['dueAt'],
    emit: [tellRoles([...new Set([...firstApprovers, ...townshipApprovers, ...heads])], record, 'CODE_APPEALED')],
  })),
  recordAppealRefused: step(({ record }) => ({ emit: [codeMoved, ...tellHome(record, 'CODE_REFUSED_FINAL')] })),
  closeRefused: step(({ record }) => ({
    unset: ['dueAt'],
    emit: [codeMoved, ...tellHome(record, 'CODE_REFUSED_FINAL')],
  })),
  withdraw: step(() => ({ emit: [codeMoved] })),
};
