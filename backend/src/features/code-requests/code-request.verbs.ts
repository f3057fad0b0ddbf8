import { limitMinutes } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { CodeStep } from '@grid-relief/shared-types/lifecycles/quarantine/health-code-request.lifecycle';
import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import { type Attempt, type Effects, instead, keepingWords, type Verb } from '../../acting';
import { type CodeRequest, type CodeRequestAction, machine } from './code-request';
import type { CodeRequestDeps } from './code-request.deps';
import { clerks, firstApprovers, heads, townshipApprovers } from './code-request.policy';
import { codeMoved, ringsAt, tellHome, tellRoles } from './entries';
import { rungOf, stepMinutes } from './waiting.rules';

type CodeVerb = Verb<CodeRequest, object, CodeRequestDeps>;
/** What follows from a step; whatever was said beside it is kept. */
const step = keepingWords<CodeRequest, object, CodeRequestDeps>;

type CodeEffects = Effects<CodeRequest>;

/** It waits for somebody's step, and a ladder rings when that does not come. */
function waits({ record, now, opId }: Attempt<CodeRequest, object, CodeRequestDeps>, step: CodeStep) {
  const dueAt = addMinutes(now, stepMinutes(record.variant, step));
  return { set: { dueAt, 'assignment.rung': 0 }, timer: ringsAt(dueAt, { states: [step], enteredBy: opId }) };
}

/** A yes: the next level has it now. */
const toLevel = (next: CodeStep, roles: readonly Role[]): CodeVerb =>
  step((attempt) => {
    const { set, timer } = waits(attempt, next);
    return { set, emit: [tellRoles(roles, attempt.record, 'CODE_WAITS'), timer] };
  });

/** What was sent before somebody died is still answered by the province; nobody is rung for it, and nobody asked. */
export const isOfDead = async (deps: CodeRequestDeps, { county, about }: CodeRequest): Promise<boolean> =>
  about !== undefined && deps.hasDied(county, about);

/** Whoever has the step hears again, then the next level as well; each limit has its own. */
const stepOverdue: CodeVerb = async (attempt) => {
  const { deps, record, now } = attempt;
  const { state, variant, enteredBy } = record;
  if (await isOfDead(deps, record)) return { unset: ['dueAt'] };
  const { rung } = record.assignment;
  const roles = rungOf(state, rung);
  if (!roles) throw instead(record, 'refresh');
  const again = addMinutes(now, stepMinutes(variant, state as CodeStep)); // it has a rung, so it is one
  return {
    set: { 'assignment.rung': rung + 1 },
    emit: [
      tellRoles(roles, record, 'CODE_LATE'),
      ...(rungOf(state, rung + 1) ? [ringsAt(again, { states: [state], enteredBy })] : []),
    ],
  };
};

const answered =
  (code: NoticeCode): CodeVerb =>
  async ({ deps, record }): Promise<CodeEffects> => ({
    unset: ['dueAt'],
    emit: [codeMoved, ...((await isOfDead(deps, record)) ? [] : tellHome(record, code))],
  });

/** What each action changes beyond the state: who hears, and until when the next step may wait (handbook 2.11). */
export const codeRequestVerbs: Readonly<Record<CodeRequestAction, CodeVerb>> = {
  approveCommunity: toLevel('COMMUNITY_OK', townshipApprovers),
  approveTownship: toLevel('TOWNSHIP_OK', heads),
  approveCounty: toLevel('COUNTY_OK', clerks),
  stepOverdue,
  send: step(({ now }) => ({ set: { dueAt: addMinutes(now, limitMinutes(machine, 'send')) } })),
  noAnswer: step(async (attempt) => {
    if (await isOfDead(attempt.deps, attempt.record)) return { unset: ['dueAt'] };
    const { set, timer } = waits(attempt, 'NO_ANSWER');
    return { set, emit: [tellRoles(clerks, attempt.record, 'CODE_NO_ANSWER'), timer] };
  }),
  recordConfirmed: step(answered('CODE_CONFIRMED')),
  recordRefused: step(async ({ deps, record, now }) => ({
    set: { dueAt: addMinutes(now, limitMinutes(machine, 'recordRefused')) },
    emit: (await isOfDead(deps, record)) ? [] : tellHome(record, 'CODE_REFUSED'),
  })),
  // all three levels hear of it, and the clerk takes it to the province once more (handbook 5.6)
  appeal: step((attempt) => {
    const { set, timer } = waits(attempt, 'APPEALED');
    const all = [...new Set([...firstApprovers, ...townshipApprovers, ...heads])];
    return { set, emit: [tellRoles(all, attempt.record, 'CODE_APPEALED'), timer] };
  }),
  recordAppealRefused: step(answered('CODE_REFUSED_FINAL')),
  closeRefused: step(answered('CODE_REFUSED_FINAL')),
  withdraw: step(() => ({ unset: ['dueAt'], emit: [codeMoved] })),
};
