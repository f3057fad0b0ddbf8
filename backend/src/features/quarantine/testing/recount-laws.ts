import { PersonId } from '@grid-relief/shared-types/primitives/ids';
import type { PolicySet, QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import fc from 'fast-check';
import { planOf } from '../day-counting.rules';
import { testLines } from '../due-tests.rules';
import { presets } from '../policies/presets/all';
import type { Change, OpenEpisode, Recount, recount, ruleUnder } from '../recount.rules';
import { swabDays } from '../swab-days.rules';
import { someAnchor, someSwabs } from './arbitraries';
import { law } from './laws';
import { dateOf, floored, slowPlan } from './slow-reference';

export interface RecountRules {
  readonly recount: typeof recount;
  readonly ruleUnder: typeof ruleUnder;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const later = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
export const countyHead = PersonId.parse('141122-0123456789abcdefghjkmnpqrs');
const categories = [
  'CLOSE_CONTACT',
  'SECOND_CONTACT',
  'OVERSEAS',
  'HIGH_RISK_STAY',
  'MEDIUM_RISK_STAY',
  'CITY_WITH_CASES',
] as const;
const somePreset = fc.constantFrom(...presets);
/** With the other day-one rule now and then, as a county may set it. */
const someSet: fc.Arbitrary<PolicySet> = fc
  .tuple(somePreset, fc.boolean())
  .map(([set, isOther]) => (isOther ? { ...set, parameters: { ...set.parameters, dayOneRule: 'ANCHOR_DAY' } } : set));

/** An episode as some set planned it, found on some day of it. */
const someEpisode: fc.Arbitrary<OpenEpisode> = fc
  .record({
    set: someSet,
    category: fc.constantFrom(...categories),
    anchor: someAnchor,
    foundMinutes: fc.nat(5 * 24 * 60),
  })
  .map(({ set, category, anchor, foundMinutes }) => ({
    basis: basisOf(set, category),
    count: {
      ...{ anchor, foundAt: later(anchor, foundMinutes * minute), dayOneRule: set.parameters.dayOneRule },
      ...{ phases: set.rules.find((rule) => rule.category === category)?.phases ?? [], missedTestHour: 20 },
    },
  }))
  .filter(({ count }) => count.phases.length > 0);

function basisOf({ code, version }: PolicySet, category: QuarantineCategory) {
  return { category, policyCode: code, policyVersion: version, reason: { code: 'CONTACT', values: {} } } as const;
}

/** A change at any time from being found to some days after the end, at midnight as often as not. */
const someChange = ({ count }: OpenEpisode): fc.Arbitrary<Change> =>
  fc
    .record({
      days: fc.nat(24),
      minutes: fc.constantFrom(0, 1, 719, 1439),
      approvedBy: fc.constantFrom(undefined, countyHead),
    })
    .map(({ days, minutes, approvedBy }) => ({ at: later(count.foundAt, days * day + minutes * minute), approvedBy }));

const someCase = fc
  .record({ episode: someEpisode, set: someSet })
  .chain(({ episode, set }) =>
    fc.record({ episode: fc.constant(episode), set: fc.constant(set), change: someChange(episode) }),
  );

const endOf = ({ count }: OpenEpisode) => planOf(count).endsAt;
const after = (episode: OpenEpisode, { newBasis, count }: Recount): OpenEpisode => ({
  basis: newBasis ?? episode.basis,
  count: count ?? episode.count,
});

/** The end, said once more: free at the first instant at which the old rule or, from the change on, the new one says so. */
export const endAsSaid = law(someCase, ({ recount, ruleUnder }: RecountRules, { episode, set, change }) => {
  const next = ruleUnder(set, episode, change.at);
  const { newEnd, oldEnd, kind } = recount(episode, next, change);
  const old = slowPlan(episode.count).ends.at(-1) ?? change.at;
  const at = floored(change.at);
  expect(oldEnd).toEqual(old);
  if (!next) return;
  const byRule = slowPlan({ ...episode.count, phases: next.phases }).ends.at(-1) ?? floored(episode.count.anchor);
  const isFree = (moment: Date) => moment >= old || (moment >= at && moment >= byRule);
  const inOrder = [old, at, byRule].sort((a, b) => a.getTime() - b.getTime());
  const mayBeHeld = change.approvedBy !== undefined && byRule > old;
  const held = inOrder.find((moment) => moment >= byRule && moment >= at);
  expect(newEnd).toEqual(next.isLocal ? old : mayBeHeld ? held : inOrder.find(isFree));
  if (kind === 'LENGTHENED') expect(change.approvedBy).toBe(countyHead);
});

export const neverBack = law(someCase, ({ recount, ruleUnder }: RecountRules, { episode, set, change }) => {
  const { newEnd, oldEnd } = recount(episode, ruleUnder(set, episode, change.at), change);
  if (newEnd?.getTime() !== oldEnd?.getTime()) expect((newEnd ?? new Date(0)) >= floored(change.at)).toBe(true);
});

/** Whatever comes, and however often: without a name nobody is kept longer. */
export const neverLonger = law(
  someEpisode.chain((episode) =>
    fc.tuple(fc.constant(episode), fc.array(fc.tuple(someSet, someChange(episode)), { maxLength: 5 })),
  ),
  ({ recount, ruleUnder }: RecountRules, [first, changes]) => {
    let episode = first;
    for (const [set, change] of [...changes].sort(([, a], [, b]) => a.at.getTime() - b.at.getTime())) {
      const done = recount(episode, ruleUnder(set, episode, change.at), { at: change.at });
      expect((done.newEnd ?? endOf(episode)) <= endOf(episode)).toBe(true);
      episode = after(episode, done);
    }
  },
);

export const twice = law(
  fc.record({ one: someCase, hours: fc.nat(200) }),
  ({ recount, ruleUnder }: RecountRules, { one: { episode, set, change }, hours }) => {
    const once = recount(episode, ruleUnder(set, episode, change.at), change);
    if (!once.count) return;
    const done = after(episode, once);
    const later2 = { ...change, at: later(change.at, hours * 60 * minute) };
    const again = recount(done, ruleUnder(set, done, later2.at), later2);
    expect(again.count).toEqual(done.count);
    expect(again.newEnd).toEqual(once.newEnd);
  },
);

const withSwabs = someCase.chain((one) =>
  fc.record({ one: fc.constant(one), swabs: someSwabs(one.episode.count), days: fc.nat(30) }),
);

export const pastDays = law(
  withSwabs,
  ({ recount, ruleUnder }: RecountRules, { one: { episode, set, change }, swabs, days }) => {
    const { count, kind } = recount(episode, ruleUnder(set, episode, change.at), change);
    if (!count || !(['SHORTENED', 'LENGTHENED', 'SAME_END'] as const).some((moved) => moved === kind)) return;
    const now = later(change.at, days * day);
    const changeDay = dateOf(change.at);
    const plan = planOf(count);
    for (const { what, date, state } of testLines(plan, swabs, now)) {
      if (what === 'DAY' && date < changeDay)
        expect(['DROPPED', 'MISSED', 'DUE', 'AHEAD'].filter((bad) => bad === state && bad !== 'DROPPED')).toEqual([]);
    }
    // what lies on a day of the new rule counts for it
    for (const { test, swabs: own } of swabDays(plan, swabs, now).tests) {
      if (test.standing !== 'NOT_APPLICABLE') continue;
      const lies = swabs.filter(({ takenAt, result }) => {
        const isVoid = result?.value === 'INVALID' && floored(result.at) <= floored(now);
        return (
          dateOf(takenAt) === test.date && floored(takenAt) >= test.from && floored(takenAt) <= floored(now) && !isVoid
        );
      });
      expect(own.length > 0).toBe(test.swabs === 1 ? lies.length > 0 : lies.some(({ kit }) => kit !== undefined));
    }
  },
);

/** From the day of the change on the new rule asks for its days, as it would have from the beginning. */
export const daysToCome = law(someCase, ({ recount, ruleUnder }: RecountRules, { episode, set, change }) => {
  const next = ruleUnder(set, episode, change.at);
  const { count, kind } = recount(episode, next, change);
  if (!count || !next || !(['SHORTENED', 'LENGTHENED', 'SAME_END'] as const).some((moved) => moved === kind)) return;
  const slow = slowPlan({
    ...episode.count,
    phases: next.phases,
    dayOneRule: next.dayOneRule,
    recounted: { at: change.at, endsAt: change.at },
  });
  expect(planOf(count).tests).toEqual(slow.tests);
});

export const gone = law(someCase, ({ recount, ruleUnder }: RecountRules, { episode, set, change }) => {
  const { kind } = recount(episode, ruleUnder(set, episode, change.at), change);
  const exists = set.rules.some(({ category }) => category === episode.basis.category);
  expect(kind === 'ENDED').toBe(!exists);
});

export const recountLaws = {
  'the earlier end holds, never before the change; the later one only with a name': endAsSaid,
  'no end is dated back': neverBack,
  'without a name nobody is kept longer, whatever changes and how often': neverLonger,
  'a second time changes nothing': twice,
  'days that are past are never missed, and swabs that lie on them count': pastDays,
  'days to come are those of the new rule': daysToCome,
  'ended only where the category exists no longer': gone,
} as const;
