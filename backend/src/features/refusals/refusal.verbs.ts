import { liaisonMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/refusal.lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { instead, keepingWords, type Verb } from '../../acting';
import { Problem } from '../../http/problem';
import { holdsRole, isSystem, personOf, timerAt } from '../../lifecycle';
import { refusalMoved, tellRoles } from './entries';
import type { Refusal, RefusalAction, RefusalBody, Visitor } from './refusal';
import type { RefusalDeps } from './refusal.deps';
import { sealWitnesses } from './sealed-refusal';

type RefusalVerb = Verb<Refusal, RefusalBody, RefusalDeps>;
/** What follows from a step; whatever was said beside it is kept. */
const step = keepingWords<Refusal, RefusalBody, RefusalDeps>;

const both: readonly Visitor[] = ['VILLAGE_SECRETARY', 'DOCTOR'];

/**
 * Two people with two offices, each for themselves; once both were there, it is visited (handbook 2.11).
 * @throws Problem transition-not-allowed while the other one is missing
 */
const visit = step(({ record, actor, now }) => {
  const by = personOf(actor);
  const { visits } = record.detail;
  const was = (one: Visitor) => visits[one]?.by === by;
  const mine = both.find((one) => !isSystem(actor) && !visits[one] && holdsRole(actor, one, record.scope, now));
  if (!mine || both.some(was)) throw instead(record, 'wait');
  const set = { [`detail.visits.${mine}`]: { by, at: now } };
  if (both.some((one) => one !== mine && !visits[one])) return { to: 'RECORDED', set };
  const dueAt = addMinutes(now, liaisonMinutes);
  const timer = timerAt('liaisonOverdue', dueAt, { states: ['VISITED'] });
  return {
    ...{ to: 'VISITED', set: { ...set, dueAt } },
    emit: [tellRoles(['POLICE'], record, 'REFUSAL_LIAISON'), timer],
  };
});

const late: RefusalVerb = ({ record }) => ({ emit: [tellRoles(['TOWNSHIP_DISPATCHER'], record, 'REFUSAL_LATE')] });

const ended = step(() => ({ unset: ['dueAt'], emit: [refusalMoved] }));

/** @throws Problem invalid-input for one witness under two entries */
const serve = step(async ({ deps, record, body }) => {
  const names = [...new Set((body.witnesses ?? []).map((name) => name.trim()))];
  if (names.length < 2) {
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/witnesses/1', detail: 'another person' }] });
  }
  const witnesses = sealWitnesses(await deps.cipherOf(record.county), record, names);
  return {
    set: { 'detail.witnesses': witnesses, 'detail.witnessCount': names.length },
    unset: ['dueAt'],
    emit: [refusalMoved],
  };
});

/** What each action changes beside the state (handbook 2.11). None of them makes a breach of it. */
export const refusalVerbs: Readonly<Record<RefusalAction, RefusalVerb>> = {
  ...{ visit, visitOverdue: late, liaisonOverdue: late, serve, agree: ended, dropMoot: ended },
  callLiaison: step(() => ({ unset: ['dueAt'] })),
  escalate: step(({ record }) => ({ emit: [tellRoles(['TOWNSHIP_DISPATCHER'], record, 'REFUSAL_ESCALATED')] })),
};
