import { guardianMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/welfare-task.lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { keepingWords, type Verb } from '../../../acting';
import { Problem } from '../../../http/problem';
import { personOf, timerAt } from '../../../lifecycle';
import { tellRoles, welfareBring } from '../entries';
import type { HouseholdEventDeps } from '../household-event.deps';
import { openText, sealText } from '../sealed-words';
import { guardianErrors, settlementErrors } from './guardian.rules';
import type { WelfareAction, WelfareBody, WelfareTask } from './welfare-task';

type WelfareVerb = Verb<WelfareTask, WelfareBody, HouseholdEventDeps>;
/** What follows from a step; whatever was said beside it is kept. */
const step = keepingWords<WelfareTask, WelfareBody, HouseholdEventDeps>;

function mustBeFree(errors: readonly { readonly pointer: string; readonly detail: string }[]): void {
  if (errors.length > 0) throw new Problem('invalid-input', undefined, { errors });
}

/** People of whom nothing is known any more count as too young to be alone. */
const unknown = [{ kind: 'CHILD' }] as const;

/** @throws Problem invalid-input for somebody who is not of age, where the youngest is under 14 */
const nameGuardian = step(async ({ deps, record, body: { guardian } }) => {
  if (!guardian) throw new Error('the contract asks for it');
  const cipher = await deps.cipherOf(record.county);
  mustBeFree(guardianErrors(openText(cipher, record._id, 'people', record.detail.people) ?? unknown, guardian));
  return { set: { 'detail.guardian': sealText(cipher, record._id, 'guardian', guardian) }, unset: ['dueAt'] };
});

/** Both at once, and again as long as nobody is there (handbook 2.11, 4.3: P0). */
const guardianOverdue: WelfareVerb = ({ record, now }) => ({
  emit: [
    tellRoles(['GRID_LEADER', 'TOWNSHIP_DISPATCHER'], record, 'WELFARE_LATE', record.about),
    timerAt('guardianOverdue', addMinutes(now, guardianMinutes), { states: ['OPEN'] }),
  ],
});

/** @throws Problem invalid-input for a place where somebody under 14 would be without a guardian */
const settle = step(async ({ deps, record, actor, body: { settlement } }) => {
  if (!settlement) throw new Error('the contract asks for it');
  const cipher = await deps.cipherOf(record.county);
  const people = openText(cipher, record._id, 'people', record.detail.people) ?? unknown;
  mustBeFree(settlementErrors(people, openText(cipher, record._id, 'guardian', record.detail.guardian), settlement));
  const asks = (settlement.bring ?? []).length > 0;
  return {
    set: { 'detail.settlement': sealText(cipher, record._id, 'settlement', settlement) },
    emit: asks ? [welfareBring(personOf(actor))] : [],
  };
});

/** What each action changes beside the state (handbook 2.11). */
export const welfareVerbs: Readonly<Record<WelfareAction, WelfareVerb>> = {
  ...{ nameGuardian, guardianOverdue, settle },
  close: step(() => ({})),
};
