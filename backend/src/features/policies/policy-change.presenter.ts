import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import type {
  MovedPerson,
  PolicyChangeView,
  PolicyMove,
  RiskStepView,
} from '@grid-relief/shared-types/quarantine/policy-change.schema';
import type { PolicyChange, StoredStep } from './policy-change';
import type { MoveRow, Reasons } from './policy-move.record';

/** What a view needs beside the record. */
export interface Around {
  readonly actions: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly words: string | undefined;
  readonly applied: PolicyChangeView['applied'];
}

/** A change as those see it who prepare and approve; nobody who is moved is in it. Pure. */
export function presentChange(change: PolicyChange, { actions, names, words, applied }: Around): PolicyChangeView {
  const { _id, state, revision, createdAt, detail } = change;
  const { wanted, preparedBy, from, takesEffectAt, preview, longer, approvedBy } = detail;
  const nameOf = (person: string) => names.get(person) ?? '';
  return {
    ...{ id: RecordId.parse(_id), state, revision, of: wanted.of, createdAt: createdAt.toISOString() },
    ...{ preparedBy: nameOf(preparedBy), actions: [...actions] },
    steps: wanted.of === 'RISK' ? wanted.steps.map(presentStep) : [],
    ...(wanted.of === 'RISK' ? {} : { set: { code: wanted.code, version: wanted.version } }),
    ...(from ? { from: from.toISOString() } : {}),
    ...(takesEffectAt ? { takesEffectAt: takesEffectAt.toISOString() } : {}),
    ...(words === undefined ? {} : { words }),
    ...(approvedBy ? { approvedBy: nameOf(approvedBy) } : {}),
    ...(preview ? { preview: { ...preview } } : {}),
    ...(longer ? { longer: { by: nameOf(longer.by), count: longer.named.length } } : {}),
    ...(applied ? { applied } : {}),
  };
}

function presentStep(step: StoredStep): RiskStepView {
  const place = [...step.place];
  if (step.do === 'END') return { do: 'END', place, was: step.was };
  const { areaRisk, source } = step;
  return step.do === 'ADD'
    ? { do: 'ADD', place, areaRisk, source }
    : { do: 'LEVEL', place, was: step.was, areaRisk, source };
}

/** Somebody whom a change moves, for those entitled to the name. Pure. */
export function presentMoved(
  { one, kind, decided, shown }: MoveRow,
  move: PolicyMove,
  name: string,
  reasons: Reasons,
  agreed: boolean,
): MovedPerson {
  const { oldEnd, newEnd } = decided ?? shown ?? {};
  return {
    ...{ id: RecordId.parse(one), kind, name, move, agreed },
    ...(oldEnd ? { oldEnd: oldEnd.toISOString() } : {}),
    ...(newEnd ? { newEnd: newEnd.toISOString() } : {}),
    ...(reasons.old ? { oldCategory: reasons.old.category } : {}),
    ...(reasons.new ? { newCategory: reasons.new.category } : {}),
  };
}
