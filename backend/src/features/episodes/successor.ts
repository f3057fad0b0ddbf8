import {
  stateOfPhase,
  quarantineEpisodeLifecycle as table,
} from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { addMinutes, dayOf, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { NewEntry, OutboxEntry } from '../../outbox';
import { derivedId } from '../../platform/ids';
import { ruleOn } from '../quarantine';
import { tellRole, timerAt } from './entries';
import type { Episode, EpisodeAction, EpisodeDetail } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodes } from './episodes';
import { begun } from './open-episode';
import { clocksOf } from './verb';

/** A stay that goes on in the successor, with the timer that watches it and its minutes. */
const watched: Readonly<Record<string, readonly [EpisodeAction, number]>> = {
  PENDING: ['assessOverdue', 240],
  SYMPTOM_ALERT: ['doctorOverdue', 30],
  ABSENT: ['searchDue', 30],
  MOVED: ['moveOverdue', 480],
  BREACH_REVIEW: ['breachOverdue', 240],
};
const inPhase: readonly string[] = Object.values(stateOfPhase);

/**
 * Another category from now on: the successor begins where the person is, in the same stay, with the swabs that were
 * taken, and is counted from its own anchor; its landing test is due now (handbook 2.3: no minute uncovered).
 */
export async function openSuccessor(deps: EpisodeDeps, record: Episode, entry: OutboxEntry): Promise<void> {
  const category = QuarantineCategory.parse(entry.payload.category);
  const at = new Date(String(entry.payload.at)); // written by our own verb
  const set = await deps.policyAt(record.county, at);
  const rule = ruleOn(set, category, dayOf(at));
  if (!rule) throw new Error(`${set.code} has no ${category}`);
  const { detail } = record;
  const { alert, breach, moveTo, tried, placement, placedBy, stay, door, careContact, notice, homeLooks } = detail;
  const place = placement === 'MONITORING' ? 'HOME' : placement;
  const kept = { alert, breach, moveTo, tried, placement: place, placedBy, stay, door, careContact, notice, homeLooks };
  const { sealed, feverTenths, missedTestHour, dayOneRule, swabs } = detail;
  const next: EpisodeDetail = {
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
    ...{ sealed, feverTenths, missedTestHour, dayOneRule, swabs, category },
    policy: { code: set.code, version: set.version },
    phases: rule.phases,
    ...(rule.linkedContact ? { linkedContact: rule.linkedContact } : {}),
    ...{ anchor: minuteOf(new Date(String(entry.payload.anchor))), foundAt: minuteOf(at) },
    ...{ phase: 0, reports: [], missedTold: [], predecessor: record._id },
    ...(place ? { verdict: place } : {}),
  };
  const from = String(entry.payload.from);
  const isRunning = place && (inPhase.includes(from) || from === 'RELEASE_BLOCKED');
  const state = isRunning ? stateOfPhase[place] : from === 'ASSESSED' || from === 'HANDING_OUT' ? 'PENDING' : from;
  const id = derivedId(record.county, record._id, 'successor');
  const whole = { ...record, id };
  const clocks = isRunning ? clocksOf(next, at, { states: [state], enteredBy: id }) : watchOf(state, at);
  const isElsewhere = rule.phases[0]?.kind === 'CENTRAL' && place === 'HOME';
  const move = isElsewhere ? [tellRole(record, 'GRID_LEADER', 'MOVE_DUE')] : [];
  await episodes(deps).insert({
    ...begun(whole, state, [...clocks, ...move, { kind: 'whereChanged' }], at),
    detail: next,
  });
}

function watchOf(state: string, at: Date): NewEntry[] {
  const [action, minutes] = watched[state] ?? [];
  if (!action || minutes === undefined || !table.states.some((one) => one === state)) return [];
  return [timerAt(action, addMinutes(at, minutes), { states: [state] })];
}
