import type { EntryHandler } from '../../tasks';
import type { HouseholdEvent } from './household-event';
import type { HouseholdEventDeps } from './household-event.deps';
import { householdEventRepository } from './household-event.repository';
import { householdEvents } from './household-events';
import { bringToWelfare } from './welfare/bring-to-welfare';
import { openWelfare } from './welfare/open-welfare';
import { welfareTasks } from './welfare/welfare-tasks';

/** What the relay delivers of events in homes. */
export interface HouseholdEventHandlers {
  readonly timer: EntryHandler;
  readonly welfareTimer: EntryHandler;
  readonly homeHolds: EntryHandler;
  readonly welfareOpens: EntryHandler;
  readonly homeCode: EntryHandler;
  readonly welfareBring: EntryHandler;
}

/** Joins events with deliveries, codes and whoever was left behind. */
export function householdEventHandlers(deps: HouseholdEventDeps): HouseholdEventHandlers {
  const stored = householdEventRepository(deps.connection);
  const ofEvent =
    (follow: (event: HouseholdEvent, entry: Parameters<EntryHandler>[1]) => Promise<unknown>): EntryHandler =>
    async ({ county, _id }, entry) => {
      const event = await stored.byId(county, _id);
      if (event) await follow(event, entry);
    };
  return {
    timer: householdEvents(deps).timer,
    welfareTimer: welfareTasks(deps).timer,
    homeHolds: ofEvent((event) => holdGoods(deps, event)),
    welfareOpens: ofEvent((event, { payload }) => openWelfare(deps, event, String(payload.task))),
    homeCode: ofEvent(({ county, _id: event }, { payload }) =>
      deps.askCode({ county, event, episode: String(payload.episode), by: String(payload.by) }),
    ),
    welfareBring: bringToWelfare(deps),
  };
}

/** A second look that finds the same is the same operation. */
async function holdGoods(deps: HouseholdEventDeps, event: HouseholdEvent): Promise<void> {
  const goods = await deps.holdGoods(event);
  const { held, carrying } = goods;
  if (held === 0 && carrying.length === 0) return;
  const because = [held, ...carrying.map(({ delivery }) => delivery).sort()].join(' ');
  await householdEvents(deps).follow(event, 'holdGoods', { because, body: { goods } });
}
