import type { WelfareTaskRow, WelfareTaskView } from '@grid-relief/shared-types/household-events/welfare-task.schema';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { stepsWithWords } from '../../../acting';
import { permittedActions } from '../../../lifecycle';
import { maskName } from '../../../masks';
import type { Seen } from '../household-event.presenter';
import { openText } from '../sealed-words';
import { machine, type WelfareTask } from './welfare-task';

/** A welfare task in a list: who by kind and age, never by name. */
export function welfareRow({ actor, now, areaName, doorCodes, cipher }: Seen, task: WelfareTask): WelfareTaskRow {
  const { _id: id, about: event, state, revision, area, household, createdAt, dueAt, detail } = task;
  const people = openText(cipher, id, 'people', detail.people) ?? [];
  const row = {
    ...{ id, event, state, revision, code: detail.code, area, areaName: areaName(areaId(area)) },
    ...{ doorCode: doorCodes.get(household) ?? '', priority: 'P0' as const },
    people: people.map(({ kind, age }) => ({ kind, ...(age === undefined ? {} : { age }) })),
    ...{ openedAt: createdAt.toISOString(), isLate: dueAt !== undefined && dueAt <= now },
    ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    actions: permittedActions(machine, task, actor, now),
  };
  return row as WelfareTaskRow; // ids were parsed when they came in
}

/** The same with who looks after them and how they are settled. */
export function welfareView(seen: Seen, task: WelfareTask): WelfareTaskView {
  const { _id, detail } = task;
  const guardian = openText(seen.cipher, _id, 'guardian', detail.guardian);
  const settlement = openText(seen.cipher, _id, 'settlement', detail.settlement);
  return {
    ...welfareRow(seen, task),
    ...(guardian
      ? {
          guardian: {
            nameMasked: maskName(guardian.name),
            relation: guardian.relation,
            isAdult: guardian.isAdult,
          },
        }
      : {}),
    ...(settlement ? { settlement } : {}),
    timeline: stepsWithWords(seen.cipher, task),
  };
}
