import { addDays, addHours, addMinutes, dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { CampaignDraft } from '@grid-relief/shared-types/screening/screening.schema';
import { derivedId } from '../platform/ids';
import { demoPeople } from './demo-people';
import { county, storyGrid, storyTown } from './places';
import type { SampleCounty } from './sample-county';

/** What the demo's screening is made with; every step is taken once, however often it is stored. */
export interface ScreeningStore {
  /** Plans, publishes and begins it in the name of the dispatcher; whether it was made now. */
  begin(dispatcher: string, draft: CampaignDraft): Promise<boolean>;
  /** Gives one grid to somebody, in the name of its leader. */
  give(leader: string, campaign: string, area: string, screener: string): Promise<void>;
}

/** In how many days somebody counts as come. */
const sinceDays = 14;

/** A screening of the story's township that runs today, with one grid given to the demo's screener. */
export async function storeScreening(store: ScreeningStore, { staff }: SampleCounty, now: Date): Promise<void> {
  const [dispatcher, leader, screener] = [9, 6, 22].map(
    (place) => staff.find(({ phone }) => phone === demoPeople[place - 1]?.phone)?.id,
  );
  if (!dispatcher || !leader || !screener) return;
  const id = derivedId(county, 'demo screening') as CampaignDraft['id'];
  const milestones = [
    { at: addHours(now, 3).toISOString(), percent: 50 },
    { at: addHours(now, 7).toISOString(), percent: 100 },
  ];
  const draft = {
    ...{ id, township: storyTown, areas: [storyTown], since: addDays(dayOf(now), -sinceDays), milestones },
    startsAt: addMinutes(now, -1).toISOString(),
  };
  if (await store.begin(dispatcher, draft)) await store.give(leader, id, storyGrid, screener);
}
