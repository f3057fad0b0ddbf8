import { ancestorAt, areaId } from '@grid-relief/shared-types/primitives/areas';
import { addHours } from '@grid-relief/shared-types/primitives/instants';
import { type Attempt, type Effects, instead, type Verb } from '../../acting';
import { timerAt } from '../../lifecycle';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import { callbackRepository } from './callback.repository';
import type { Campaign, CampaignAction, StoredMilestone } from './campaign';
import { coverageOf, type DoorGroup, gridsOf } from './coverage.rules';
import { readGroups } from './read-groups';
import type { ScreeningDeps } from './screening.deps';
import { visitRepository } from './visit.repository';

/** What comes with an action of a screening. */
export interface CampaignBody {
  /** How many homes the list has. */
  readonly homes?: number;
}
type CampaignVerb = Verb<Campaign, CampaignBody, ScreeningDeps>;
type CampaignAttempt = Attempt<Campaign, CampaignBody, ScreeningDeps>;

/** How long a grid leader has for what was handed up (handbook 2.8). Hours. */
const leaderHours = 24;

/** Starts by itself at the hour that was planned; the list is drawn up in parts. */
const publish: CampaignVerb = ({ record }) => ({
  emit: [{ kind: 'screeningList' }, timerAt('begin', record.detail.startsAt, { states: ['PUBLISHED'] })],
});

/** What is over already when it begins is no milestone of it. */
const begin: CampaignVerb = ({ record, now }) => ({
  emit: record.detail.milestones.filter(({ at }) => at > now).map(({ at }) => timerAt('milestone', at)),
});

/** How it stands is written down, and whoever is behind hears of the gap. */
async function milestone({ deps, record, now }: CampaignAttempt): Promise<Effects<Campaign>> {
  const groups = await readGroups(deps, record);
  const { milestones } = record.detail;
  const isDue = ({ at, stood }: StoredMilestone) => at <= now && stood === undefined;
  const wanted = Math.max(0, ...milestones.filter(({ at }) => at <= now).map(({ percent }) => percent));
  const { homes, done } = coverageOf(groups);
  const stood = { homes, done, behind: gridsOf(groups, wanted).filter(({ isBehind }) => isBehind).length };
  return {
    set: { 'detail.milestones': milestones.map((one) => (isDue(one) ? { ...one, stood } : one)) },
    emit: gaps(record, groups, wanted),
  };
}

/** One notice for each village or community with grids that are behind, and one for the township. */
function gaps(record: Campaign, groups: readonly DoorGroup[], wanted: number): NewEntry[] {
  const behind = gridsOf(groups, wanted).filter(({ isBehind }) => isBehind);
  const villages = [...new Set(behind.map(({ area }) => ancestorAt(areaId(area), 'VILLAGE') ?? area))];
  const tell = (role: 'GRID_LEADER' | 'TOWNSHIP_DISPATCHER', area: string) => {
    const here = behind.filter((grid) => grid.area.startsWith(area));
    const left = here.reduce((sum, { homes, done }) => sum + homes - done, 0);
    const values = { grids: here.length, left, percent: wanted };
    return notice({ role, area }, 'SCREENING_BEHIND', values, { urgent: true, record: record._id });
  };
  if (behind.length === 0) return [];
  return [...villages.map((area) => tell('GRID_LEADER', area)), tell('TOWNSHIP_DISPATCHER', record.area)];
}

/** Nobody is sent to doors any more: those where nobody was are handed up, and some of the others are phoned. */
async function check({ deps, record, now }: CampaignAttempt): Promise<Effects<Campaign>> {
  const { homes } = record.detail;
  const listed = await visitRepository(deps.connection).countListed(record);
  if (homes === undefined || listed < homes) throw instead(record, 'wait');
  return {
    emit: [
      { kind: 'screeningEnd' },
      { kind: 'screeningSample' },
      // what the grid leaders have not ended by then, the township hears of
      timerAt('milestone', addHours(now, leaderHours)),
      ...gaps(record, await readGroups(deps, record), 100),
    ],
  };
}

/** Every home has a result or a named reason, every call is made, and every answer that differed was asked for anew. */
async function close({ deps, record }: CampaignAttempt): Promise<Effects<Campaign>> {
  const visits = visitRepository(deps.connection);
  const calls = callbackRepository(deps.connection);
  if ((await visits.countOpen(record)) > 0) throw instead(record, 'finishDoors');
  if ((await calls.count(record, 'TO_CALL')) > 0) throw instead(record, 'finishCalls');
  const differing = await calls.count(record, 'DIFFERS');
  if (differing > (await visits.countAgain(record))) throw instead(record, 'wait');
  return {};
}

/** What each action changes beyond the state (handbook 2.8). */
export const campaignVerbs: Readonly<Partial<Record<CampaignAction, CampaignVerb>>> = {
  publish,
  listed: ({ body }) => ({ set: { 'detail.homes': body.homes } }),
  begin,
  milestone,
  check,
  close,
};
