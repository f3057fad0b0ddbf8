import type { WelfareKind } from '@grid-relief/shared-types/household-events/welfare-task.schema';
import { guardianMinutes, welfareKinds } from '@grid-relief/shared-types/lifecycles/quarantine/welfare-task.lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { beginRecord, timerAt } from '../../../lifecycle';
import { tellGrid } from '../entries';
import type { HouseholdEvent } from '../household-event';
import type { HouseholdEventDeps } from '../household-event.deps';
import { openText, sealText } from '../sealed-words';
import { machine, type WelfareTask, welfareKind } from './welfare-task';
import { welfareTasks } from './welfare-tasks';

/** Begins the task for a group of people that an event has left behind: once, however often it is delivered. */
export async function openWelfare(deps: HouseholdEventDeps, event: HouseholdEvent, task: string): Promise<void> {
  const behind = event.detail.behind.find((one) => one.task === task);
  const cipher = await deps.cipherOf(event.county);
  const people = openText(cipher, event._id, 'people', behind?.sealed);
  // its key was destroyed: nobody can be looked after by it any more
  if (!people) return;
  const now = deps.now();
  const { county, area, scope, household } = event;
  const [state = 'OPEN'] = machine.initial;
  const variant: WelfareKind = welfareKinds.find((kind) => people.some((one) => one.kind === kind)) ?? 'CHILD';
  const dueAt = addMinutes(now, guardianMinutes);
  const detail = { code: task.slice(-4).toUpperCase(), people: sealText(cipher, task, 'people', people) };
  const beginning = { _id: task, county, kind: welfareKind, variant, state, area, scope, household };
  const entries = [
    tellGrid({ area, detail }, 'WELFARE_NEW', event._id),
    timerAt('guardianOverdue', dueAt, { states: [state] }),
  ];
  const record: WelfareTask = {
    ...beginRecord(beginning, entries, now),
    ...{ kind: welfareKind, variant, household, about: event._id, createdAt: now, dueAt, detail },
  };
  await welfareTasks(deps).insert(record);
}
