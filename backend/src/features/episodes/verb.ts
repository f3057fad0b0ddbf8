import { stateOfPhase } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { earliest, latest } from '@grid-relief/shared-types/primitives/instants';
import type { PhaseKind } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Attempt, Effects, Verb } from '../../acting';
import { timerAt } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { linesFor, planFor } from './counting.rules';
import { nextReportDue, nextTestLook } from './daily-clock.rules';
import { lookAtEnd } from './entries';
import type { Episode, EpisodeBody, EpisodeDetail } from './episode';
import type { EpisodeDeps } from './episode.deps';

export type EpisodeVerb = Verb<Episode, EpisodeBody, EpisodeDeps>;
export type EpisodeEffects = Effects<Episode>;
export type EpisodeAttempt = Attempt<Episode, EpisodeBody, EpisodeDeps>;

/** Changes of the detail, as paths. */
export function detailOf(changes: Partial<EpisodeDetail>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(changes).map(([field, value]) => [`detail.${field}`, value]));
}

/** A device may be ahead of us; nothing has happened in the future. */
export const happenedAt = ({ occurredAt, now }: EpisodeAttempt): Date => earliest(occurredAt, now);

/** The clocks of a stay in which a phase runs: reports, tests, and its end. */
export function clocksOf(detail: EpisodeDetail, now: Date, stay: NonNullable<NewEntry['while']>): NewEntry[] {
  const look = nextTestLook(linesFor(detail, now), detail.missedTestHour, now);
  return [
    timerAt('reportOverdue', nextReportDue(now), stay),
    ...(look ? [timerAt('testOverdue', look, stay)] : []),
    lookAtEnd(latest(now, endOfPhase(detail)), stay),
  ];
}

/** When the phase the person is in ends by its rule. */
export function endOfPhase(detail: EpisodeDetail): Date {
  const plan = planFor(detail);
  return plan.phases[detail.phase]?.endsAt ?? plan.endsAt;
}

interface Running extends Omit<EpisodeEffects, 'to' | 'set'> {
  readonly placement?: PhaseKind;
  readonly changes?: Partial<EpisodeDetail>;
}

/**
 * A phase runs from now on: where the person is, with the clocks of that stay. What happened meanwhile does not move an
 * end; one that has passed is looked at at once.
 */
export function runs({ record, now, opId }: EpisodeAttempt, more: Running = {}): EpisodeEffects {
  const { placement = record.detail.placement ?? 'HOME', changes = {}, emit = [], unset = [], ...rest } = more;
  const detail: EpisodeDetail = { ...record.detail, ...changes, placement };
  const to = stateOfPhase[placement];
  return {
    ...rest,
    to,
    set: detailOf({ ...changes, placement }),
    unset: ['dueAt', ...unset],
    emit: [...clocksOf(detail, now, { states: [to], enteredBy: opId }), ...emit],
  };
}

/**
 * Who keeps the site has to do with whoever lives in it: its building stands in the scope beside the person's own place,
 * and nothing else of the site's surroundings does.
 */
export function inRoom({ record, body: { known } }: EpisodeAttempt, effects: EpisodeEffects): EpisodeEffects {
  if (!known) return effects;
  const scope = [...homeScope(record), known.area];
  return { ...effects, set: { ...effects.set, ...detailOf({ room: known.room }), scope } };
}

/** No site's any more. */
export function outOfRoom({ record }: EpisodeAttempt, effects: EpisodeEffects): EpisodeEffects {
  if (record.detail.room === undefined) return effects;
  const unset = [...(effects.unset ?? []), 'detail.room'];
  return { ...effects, set: { ...effects.set, scope: homeScope(record) }, unset };
}

const homeScope = ({ area }: Pick<Episode, 'area'>) => scopeOf(area as AreaId); // of a stored record
