import { screeningMilestones } from '@grid-relief/shared-types/lifecycles/quarantine/screening-campaign.lifecycle';
import { levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addDays, dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import { type CampaignDraft, ScreeningQuestion } from '@grid-relief/shared-types/screening/screening.schema';
import { storeDraft } from '../../acting';
import { Problem } from '../../http/problem';
import { beginRecord, holdsRole, inputHash, type PersonActor } from '../../lifecycle';
import { type Campaign, campaignKind, campaignMachine, type StoredMilestone } from './campaign';
import { campaignRepository } from './campaign.repository';
import { campaigns } from './campaigns';
import type { ScreeningDeps } from './screening.deps';

/**
 * Stores a plan; the same plan again answers the stored one.
 * @throws Problem not-found (a foreign township), invalid-input, id-taken, outcome-unknown
 */
export async function planCampaign(deps: ScreeningDeps, actor: PersonActor, draft: CampaignDraft): Promise<Campaign> {
  const now = deps.now();
  const stored = campaignRepository(deps.connection);
  const { township } = draft;
  if (!deps.knowsArea(township) || !holdsRole(actor, 'TOWNSHIP_DISPATCHER', scopeOf(township), now))
    throw new Problem('not-found');
  return storeDraft({
    find: () => stored.byId(actor.county, draft.id),
    make: async () => {
      checkPlan(deps, draft, now);
      return newCampaign(actor, draft, now);
    },
    insert: campaigns(deps).insert,
    isSame: ({ detail }) => detail.draftHash === hashOf(draft, actor) && detail.plannedBy === actor.personId,
  });
}

/** @throws Problem invalid-input */
function checkPlan(deps: ScreeningDeps, { township, areas, since }: CampaignDraft, now: Date): void {
  if (levelOf(township) !== 'TOWNSHIP') throw wrong('/township', 'one township');
  areas.forEach((area, i) => {
    if (!deps.knowsArea(area) || !scopeOf(area).includes(township)) throw wrong(`/areas/${i}`, 'in this township');
    if (levelOf(area) === 'BUILDING') throw wrong(`/areas/${i}`, 'a grid or a place above it');
  });
  if (since > dayOf(now)) throw wrong('/since', 'not in the future');
}

const hashOf = (draft: CampaignDraft, { asked }: PersonActor): string => asked ?? inputHash('planScreening', draft);

function newCampaign(actor: PersonActor, draft: CampaignDraft, now: Date): Campaign {
  const { id: _id, township: area, areas, since, questions = ScreeningQuestion.options } = draft;
  const startsAt = new Date(draft.startsAt);
  const [state = 'PLANNED'] = campaignMachine.initial;
  const beginning = { _id, county: actor.county, kind: campaignKind, state, area, scope: scopeOf(area) };
  return {
    ...beginRecord(beginning, [], now),
    ...{ kind: campaignKind, createdAt: now },
    detail: {
      ...{ areas: [...new Set(areas)], since, startsAt, questions: [...new Set(questions)] },
      milestones: milestonesOf(draft, startsAt),
      ...{ plannedBy: actor.personId, draftHash: hashOf(draft, actor) },
    },
  };
}

/** In the order of time. Of the handbook's hours those that still come; a start in the evening means the day after. */
export function milestonesOf({ milestones }: Pick<CampaignDraft, 'milestones'>, startsAt: Date): StoredMilestone[] {
  const wanted = milestones?.map(({ at, percent }) => ({ at: new Date(at), percent }));
  if (wanted) return wanted.sort((a, b) => a.at.getTime() - b.at.getTime());
  const usual = (day: string) =>
    screeningMilestones
      .map(({ hour, percent }) => ({ at: shanghaiInstant(day, hour), percent }))
      .filter(({ at }) => at > startsAt);
  const today = usual(dayOf(startsAt));
  return today.length > 0 ? today : usual(addDays(dayOf(startsAt), 1));
}

const wrong = (pointer: string, detail: string) =>
  new Problem('invalid-input', undefined, { errors: [{ pointer, detail }] });
