import type { AreaChangeView } from '@grid-relief/shared-types/areas/area-change.schema';
import { limitMinutes } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { type AreaId, levelOf } from '@grid-relief/shared-types/primitives/areas';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { type AreaChange, machine, nameIn } from './area-change';
import { rootsOf } from './plan.rules';

/** What a view needs beside the record. */
export interface Around extends Pick<AreaChangeView, 'timeline' | 'moved' | 'words'> {
  readonly actions: readonly string[];
  readonly names: ReadonlyMap<string, string>;
}

/** A change as those see it who prepare and decide. Pure. */
export function presentAreaChange(change: AreaChange, around: Around): AreaChangeView {
  const { _id, state, revision, createdAt, detail } = change;
  const { wanted, preparedBy, scheduledBy, at, preview } = detail;
  const { actions, names, words, moved, timeline } = around;
  const named = (area: AreaId) => ({ area, name: nameIn(detail, area) });
  const [first] = rootsOf(wanted);
  return {
    ...{ id: RecordId.parse(_id), kind: wanted.kind, level: first ? levelOf(first) : 'GRID', state, revision },
    from: rootsOf(wanted).map(named),
    into: intoOf(wanted).map(({ area, name, parts }) => ({ area, name, parts: parts.map(named) })),
    ...(words === undefined ? {} : { words }),
    preparedBy: names.get(preparedBy) ?? '',
    ...(scheduledBy ? { scheduledBy: names.get(scheduledBy) ?? '' } : {}),
    createdAt: createdAt.toISOString(),
    ...(at ? { at: at.toISOString() } : {}),
    ...revertible(change),
    ...(preview ? { preview } : {}),
    ...(moved ? { moved } : {}),
    timeline,
    actions: [...actions],
  };
}

interface Into {
  readonly area: AreaId;
  readonly name: string;
  readonly parts: readonly AreaId[];
}

function intoOf(wanted: AreaChange['detail']['wanted']): readonly Into[] {
  return wanted.kind === 'SPLIT' ? wanted.into : [{ ...wanted.into, parts: [] }];
}

function revertible({ state, history, enteredBy }: AreaChange): { revertUntil?: string } {
  const applied = history.find(({ opId }) => opId === enteredBy);
  if (state !== 'APPLIED' || !applied) return {};
  return { revertUntil: addMinutes(applied.recordedAt, limitMinutes(machine, 'apply')).toISOString() };
}
