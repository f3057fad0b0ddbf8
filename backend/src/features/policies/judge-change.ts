import type { CountyJudgement } from '../quarantine';
import { effectsOf, placesOf, withEffects, withoutChange } from './change-effects';
import type { Concerned, ConcernedBy, Outcome } from './concerned';
import { choiceAt } from './in-force.rules';
import { outcomeFor } from './outcome.rules';
import type { PolicyChangeDeps } from './policies.deps';
import type { PolicyChange } from './policy-change';

type Deps = Pick<PolicyChangeDeps, 'book' | 'concerned'>;

/** One who is concerned, with what the change makes of them. */
export interface Judged {
  readonly one: Concerned;
  readonly outcome: Outcome;
}

/** Judges people by what holds without a change and with it, at the same instant: nothing else that changes meanwhile counts. */
export interface ChangeJudge {
  readonly by: ConcernedBy;
  outcomeOf(one: Concerned): Outcome;
}

/** @param at when it takes effect, or would */
export async function judgeOf({ book }: Deps, change: PolicyChange, at: Date): Promise<ChangeJudge> {
  const { county, _id, detail } = change;
  const effects = effectsOf(change, at);
  const without = withoutChange(await book.inForce(county), _id);
  const withIt = withEffects(without, effects, at);
  const before = await book.judge(county, without, at);
  const after: CountyJudgement = effects.newSet
    ? { ...(await book.judge(county, { ...withIt, choices: without.choices }, at)), policy: effects.newSet }
    : await book.judge(county, withIt, at);
  const of = detail.wanted.of === 'RISK' ? ('RISK' as const) : ('SET' as const);
  return {
    by: { change: _id, of, at, places: placesOf(change) },
    outcomeOf(one) {
      const { longer } = detail;
      const approvedBy = longer?.named.includes(one.id) ? longer.by : undefined;
      return outcomeFor(one, { of, before, after, at, approvedBy });
    },
  };
}

/**
 * Whether a change still stands on what it was shown over: the same set in force, every line it names still open, and
 * the number of its new version not taken.
 */
export async function isGroundSame(
  { book, policies }: Pick<PolicyChangeDeps, 'book' | 'policies'>,
  { county, detail: { over, wanted } }: PolicyChange,
  now: Date,
): Promise<boolean> {
  const { choices, lines } = await book.inForce(county);
  const present = choiceAt(choices, now);
  if (over && (present?.code !== over.code || present.version !== over.version)) return false;
  if (wanted.of === 'RISK') {
    const open = new Set(lines.filter(({ validTo }) => !validTo).map(({ _id }) => _id));
    return wanted.steps.every((step) => step.do === 'ADD' || open.has(step.line));
  }
  if (wanted.of === 'SET') return true;
  return !(await policies.sets(county)).some(({ set }) => set.code === wanted.code && set.version >= wanted.version);
}
