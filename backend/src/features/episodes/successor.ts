import {
  episodeMinutes,
  isInPhase,
  stateOfPhase,
} from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { addMinutes, dayOf, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { timerAt } from '../../lifecycle';
import type { NewEntry, OutboxEntry } from '../../outbox';
import { derivedId } from '../../platform/ids';
import { ruleOn } from '../quarantine';
import { tellRole } from './entries';
import { type Episode, type EpisodeDetail, machine } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodes } from './episodes';
import { begun, pending } from './open-episode';
import { clocksOf } from './verb';

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
  const { alert, breach, moveTo, tried, placement, placedBy, stay, room, door, careContact, notice, homeLooks } =
    detail;
  const place = placement === 'MONITORING' ? 'HOME' : placement;
  const kept = {
    alert,
    breach,
    moveTo,
    tried,
    placement: place,
    placedBy,
    stay,
    room,
    door,
    careContact,
    notice,
    homeLooks,
  };
  const { sealed, feverTenths, missedTestHour, dayOneRule, swabs } = detail;
  const next: EpisodeDetail = {
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
    ...{ sealed, feverTenths, missedTestHour, dayOneRule, swabs, category },
    policy: { code: set.code, version: set.version },
    antigen: set.parameters.antigen,
    phases: rule.phases,
    ...(rule.linkedContact ? { linkedContact: rule.linkedContact } : {}),
    ...{ anchor: minuteOf(new Date(String(entry.payload.anchor))), foundAt: minuteOf(at) },
    ...{ phase: 0, reports: [], missedTold: [], predecessor: record._id },
    ...(place ? { verdict: place } : {}),
  };
  const from = String(entry.payload.from);
  const isRunning = place && (isInPhase(from) || from === 'RELEASE_BLOCKED');
  const state = isRunning ? stateOfPhase[place] : from === 'ASSESSED' || from === 'HANDING_OUT' ? pending : from;
  const id = derivedId(record.county, record._id, 'successor');
  const whole = { ...record, id };
  const clocks = isRunning ? clocksOf(next, at, { states: [state], enteredBy: id }) : watchOf(state, at);
  const isElsewhere = rule.phases[0]?.kind === 'CENTRAL' && place === 'HOME';
  const move = isElsewhere ? [tellRole(record, 'GRID_LEADER', 'MOVE_DUE')] : [];
  await episodes(deps).insert({
    ...begun(whole, state, [...clocks, ...move, { kind: 'whereChanged' }], at),
    // whoever keeps the site goes on seeing whoever is in it
    scope: record.scope,
    detail: next,
  });
}

/** A stay that goes on in the successor has the clock with which the table lets it begin. */
function watchOf(state: string, at: Date): NewEntry[] {
  const limit = state === pending ? { fires: 'assessOverdue', minutes: episodeMinutes.assess } : limitOfStay(state);
  return limit ? [timerAt(limit.fires, addMinutes(at, limit.minutes), { states: [state] })] : [];
}

function limitOfStay(state: string) {
  const [rule] = Object.values(machine.actions).filter(({ to, limit }) => to === state && limit);
  return rule?.limit;
}
