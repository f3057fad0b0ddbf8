import { derivedId } from '../../../platform/ids';
import type { EntryHandler } from '../../../tasks';
import { tellGrid } from '../entries';
import type { HouseholdEventDeps } from '../household-event.deps';
import { openText } from '../sealed-words';
import { welfareTaskRepository } from './welfare-task.repository';

/** Food and medicine for whoever stays in the home become requests that somebody takes (handbook 2.11). */
export function bringToWelfare(deps: HouseholdEventDeps): EntryHandler {
  return async ({ county, _id }, { id: entry, payload }) => {
    const task = await welfareTaskRepository(deps.connection).byId(county, _id);
    const cipher = await deps.cipherOf(county);
    const settlement = openText(cipher, _id, 'settlement', task?.detail.settlement);
    if (!task || !settlement) return;
    const words = { FOOD: settlement.food, MEDICINE: settlement.medicine };
    for (const good of new Set(settlement.bring ?? [])) {
      const id = derivedId(county, _id, 'bring', good);
      const { household } = task;
      const need = { id, county, household, good, words: words[good], by: String(payload.by) };
      if (await deps.bring(need)) continue;
      const { payload: told = {} } = tellGrid(task, 'WELFARE_NOT_ASKED', task.about);
      await deps.tell(task, { id: `${entry}.${good}`, payload: told });
    }
  };
}
