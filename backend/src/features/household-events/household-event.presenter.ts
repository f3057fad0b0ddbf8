import type {
  HouseholdEventRow,
  HouseholdEventView,
  OpenPoint,
} from '@grid-relief/shared-types/household-events/household-event.schema';
import type { WelfareTaskView } from '@grid-relief/shared-types/household-events/welfare-task.schema';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { stepsWithWords } from '../../acting';
import { type PersonActor, permittedActions } from '../../lifecycle';
import type { FieldCipher } from '../../platform/encryption';
import { type HouseholdEvent, machine } from './household-event';
import type { HouseholdEventDeps } from './household-event.deps';
import { openText } from './sealed-words';
import type { WelfareTask } from './welfare/welfare-task';

/** Everything a view is made of. */
export interface Seen {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly areaName: HouseholdEventDeps['areaName'];
  readonly doorCodes: ReadonlyMap<string, string>;
  readonly cipher: FieldCipher;
}

/** An event in a list: the door by its sign, no name. */
export function eventRow(
  { actor, now, areaName, doorCodes }: Seen,
  event: HouseholdEvent,
  tasks: readonly WelfareTask[],
): HouseholdEventRow {
  const { _id: id, variant: kind, state, revision, area, household, createdAt, dueAt, detail } = event;
  const looked = tasks.filter((task) => task.about === id && task.state !== 'OPEN').length;
  const row = {
    ...{ id, kind, state, revision, code: detail.code, area, areaName: areaName(areaId(area)) },
    ...{ doorCode: doorCodes.get(household) ?? '', openedAt: createdAt.toISOString() },
    ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    ...{ isLate: dueAt !== undefined && dueAt <= now, waitsForGuardian: looked < detail.behind.length },
    actions: permittedActions(machine, event, actor, now),
  };
  return row as HouseholdEventRow; // ids were parsed when they came in
}

interface Around {
  readonly tasks: readonly WelfareTask[];
  readonly welfare: readonly WelfareTaskView[];
  readonly inTheWay: readonly OpenPoint[];
}

/** The same with what was said and done; what cannot be done while something is open is not offered. */
export function eventView(seen: Seen, event: HouseholdEvent, { tasks, welfare, inTheWay }: Around): HouseholdEventView {
  const row = eventRow(seen, event, tasks);
  const { _id, household, detail } = event;
  const { cipher } = seen;
  const words = openText(cipher, _id, 'words', detail.words);
  const secured = openText(cipher, _id, 'secured', detail.secured);
  const canKeep = inTheWay.some(({ what }) => ['DELIVERY_BOUGHT', 'EPISODE_OPEN', 'CODE_NOT_ASKED'].includes(what));
  const offered: Readonly<Record<string, boolean>> = {
    reconcile: inTheWay.length === 0,
    keepAsIs: canKeep,
    askCode: inTheWay.some(({ what }) => what === 'CODE_NOT_ASKED'),
  };
  return {
    ...row,
    household: household as HouseholdEventView['household'], // of a stored record
    actions: row.actions.filter((action) => offered[action] ?? true),
    ...(words ? { words } : {}),
    ...(secured ? { secured } : {}),
    ...(detail.held === undefined ? {} : { held: detail.held }),
    ...{ inTheWay: [...inTheWay], welfare: [...welfare], timeline: stepsWithWords(cipher, event) },
  };
}
