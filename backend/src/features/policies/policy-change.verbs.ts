import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { type Attempt, type Effects, instead, type Verb } from '../../acting';
import { Problem } from '../../http/problem';
import { personOf, timerAt } from '../../lifecycle';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import { effectiveFrom } from './change-effects';
import { choiceAt } from './in-force.rules';
import { isGroundSame } from './judge-change';
import type { PolicyChangeDeps } from './policies.deps';
import type { PolicyChange, PolicyChangeAction, PolicyChangeBody } from './policy-change';
import { policyMoveRepository } from './policy-move.repository';
import { previewChange } from './preview-change';

type ChangeVerb = Verb<PolicyChange, PolicyChangeBody, PolicyChangeDeps>;
type ChangeAttempt = Attempt<PolicyChange, PolicyChangeBody, PolicyChangeDeps>;
type ChangeEffects = Effects<PolicyChange>;

/**
 * Whoever was judged by what held a moment ago, in a process that had not read the change yet, is met by a second walk so
 * many minutes later.
 */
const secondWalkMinutes = 5;

/** @throws transition-not-allowed when what it was made over is there no longer */
async function mustStand({ deps, record, now }: ChangeAttempt): Promise<void> {
  // what another process has written in this second counts here
  deps.book.forget(record.county);
  if (!(await isGroundSame(deps, record, now))) throw instead(record, 'cancel');
}

/** The heads of the county hear that something waits for them. */
function toHeads({ area }: PolicyChange): NewEntry {
  return notice({ role: 'COUNTY_HEAD', area }, 'POLICY_TO_APPROVE');
}

const preview: ChangeVerb = async (attempt) => {
  const { deps, record, now } = attempt;
  await mustStand(attempt);
  const { choices } = await deps.book.inForce(record.county);
  const over = choiceAt(choices, now);
  const counts = await previewChange(deps, record, effectiveFrom(record, now));
  return {
    emit: [toHeads(record)],
    set: {
      'detail.preview': counts,
      ...(over ? { 'detail.over': { code: over.code, version: over.version } } : {}),
    },
  };
};

/** By name, and only those who would stay longer by what was shown. */
const agreeToLonger: ChangeVerb = async ({ deps, record, actor, body }) => {
  const named = [...new Set(body.named ?? [])];
  const shown = await policyMoveRepository(deps.connection).of(record.county, record._id, named);
  const unknown = named.flatMap((one, i) => (shown.get(one)?.move === 'lengthen' ? [] : [i]));
  if (unknown.length > 0) {
    const errors = unknown.map((i) => ({ pointer: `/named/${i}`, detail: 'not among those who would stay longer' }));
    throw new Problem('invalid-input', undefined, { errors });
  }
  return { set: { 'detail.longer': { by: personOf(actor), named } } };
};

const approve: ChangeVerb = async (attempt) => {
  const { record, actor, now, opId } = attempt;
  await mustStand(attempt);
  const at = effectiveFrom(record, now);
  const apply = timerAt('apply', at, { states: ['APPROVED'], enteredBy: opId });
  return {
    set: { 'detail.approvedBy': personOf(actor), 'detail.takesEffectAt': at },
    emit: [{ kind: 'policyInForce' }, apply],
  };
};

const apply: ChangeVerb = ({ now }) => ({
  emit: [{ kind: 'policySpread' }, { kind: 'policySpread', due: addMinutes(now, secondWalkMinutes) }],
});

/** What was said beside a reason is kept, sealed, with whatever the action does. */
function keepingWords(verb: ChangeVerb = () => ({})): ChangeVerb {
  return async (attempt): Promise<ChangeEffects> => {
    const effects = await verb(attempt);
    const { deps, record, opId, now, words } = attempt;
    if (words === undefined) return effects;
    const said = { opId, at: now, sealed: await deps.seal(record.county, words) };
    return { ...effects, push: { ...effects.push, 'detail.reasonWords': [said] } };
  };
}

/** What each action changes beyond the state. */
export const policyChangeVerbs: Readonly<Partial<Record<PolicyChangeAction, ChangeVerb>>> = {
  preview: keepingWords(preview),
  agreeToLonger: keepingWords(agreeToLonger),
  approve: keepingWords(approve),
  apply,
  cancel: keepingWords(),
};
