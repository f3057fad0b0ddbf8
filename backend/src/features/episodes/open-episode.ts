import {
  episodeMinutes,
  quarantineEpisodeLifecycle,
} from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import { beginRecord, fire, timerAt } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { derivedId } from '../../platform/ids';
import { type EpisodeOpening, feverTenthsOf, type OpenEpisode, phaseAt } from '../quarantine';
import { planFor } from './counting.rules';
import { tellGrid } from './entries';
import type { Episode, EpisodeDetail } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodes } from './episodes';

/** Where a quarantine begins. */
export const [pending = 'PENDING'] = quarantineEpisodeLifecycle.initial;

/**
 * Begins somebody's quarantine; a second time nothing happens. Where the end had passed on arrival, it is over at once:
 * the landing test is the chain's (handbook 2.3, 9.1).
 */
export function openEpisode(deps: EpisodeDeps): OpenEpisode {
  return async (opening) => {
    const record = await episodeOf(deps, opening);
    await episodes(deps).insert(record);
    if (planFor(record.detail).isElapsed) await elapse(deps, record);
  };
}

/** By policy, whoever finds it first; not while another quarantine of the same person decides. */
export async function elapse(deps: EpisodeDeps, { county, _id: id }: Pick<Episode, 'county' | '_id'>): Promise<void> {
  const found = await episodes(deps).byId(county, id);
  if (!found || !['PENDING', 'ASSESSED'].includes(found.state)) return;
  const opId = derivedId(county, id, 'elapse');
  const order = { county, id, action: 'elapse' as const, actor: { system: 'policy' as const, county }, opId };
  await fire(() => episodes(deps).act(order));
}

async function episodeOf(deps: EpisodeDeps, opening: EpisodeOpening): Promise<Episode> {
  const { county, category, policy, rule, count, who, reason } = opening;
  const now = deps.now();
  const { parameters } = await deps.policyAt(county, now);
  const counted = { ...count, anchor: minuteOf(count.anchor), foundAt: minuteOf(count.foundAt) };
  const plan = planFor({ ...counted, phases: rule.phases, swabs: [], phase: 0 });
  const detail: EpisodeDetail = {
    ...{ sealed: await deps.seal(county, JSON.stringify({ who, reason }), 'who'), category, policy, ...counted },
    phases: rule.phases,
    ...(rule.linkedContact ? { linkedContact: rule.linkedContact } : {}),
    feverTenths: feverTenthsOf(parameters),
    antigen: parameters.antigen,
    // what had ended before somebody was found is not run through once more
    phase: phaseAt(plan, counted.foundAt),
    ...{ swabs: [], reports: [], missedTold: [] },
  };
  const due = addMinutes(now, episodeMinutes.assess);
  const waits = timerAt('assessOverdue', due, { states: [pending] });
  const asked = tellGrid(opening, 'ASSESS_HOME');
  const entries = plan.isElapsed ? [{ kind: 'phaseEnd' }] : [waits, asked, { kind: 'phaseEnd' }];
  return { ...begun(opening, pending, entries, now), dueAt: due, detail };
}

type Beginning = Pick<Episode, 'county' | 'household' | 'parties' | 'about' | 'keys'> & {
  readonly id: string;
  readonly area: string;
};

/** A new record in a state, without its detail. */
export function begun(
  { id, county, area, household, parties = [], about, keys = [] }: Beginning,
  state: string,
  entries: readonly NewEntry[],
  now: Date,
): Omit<Episode, 'detail'> {
  const scope = scopeOf(area as AreaId); // areas of stored records are well-formed
  const beginning = {
    ...{ _id: id, county, kind: 'QUARANTINE_EPISODE' as const, state, area, scope },
    ...(household ? { household } : {}),
    ...(parties.length > 0 ? { parties } : {}),
  };
  return {
    ...beginRecord(beginning, entries, now),
    kind: 'QUARANTINE_EPISODE',
    createdAt: now,
    ...(about ? { about } : {}),
    ...(keys.length > 0 ? { keys } : {}),
  };
}
