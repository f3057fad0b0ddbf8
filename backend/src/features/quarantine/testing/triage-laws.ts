import fc from 'fast-check';
import type { Judgement, TravellerFacts } from '../candidates.rules';
import { presets } from '../policies/presets/all';
import type { RiskArea, Stay } from '../stays.rules';
import type { triage, Verdict } from '../triage.rules';
import { law } from './laws';
import { at } from './shanghai';
import { nothing, slowTriage, slowWeight } from './slow-triage';
import { places } from './traveller.fixture';

export interface TriageRules {
  readonly triage: typeof triage;
}

const hour = 3_600_000;
const base = at('2022-05-20');
const inHours = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((h) => new Date(base.getTime() + h * hour));
const somePlace = fc.constantFrom(
  ...[places.home, places.neighbour, places.street, places.otherStreet, places.otherCounty, places.quiet],
  ...[places.street.slice(0, 3), places.street.slice(0, 2), ['Shanxi', 'Lüliang', 'Jiaocheng', 'Market Street']],
);

/** Whole hours: the reference walks by the hour. */
const someStay = (latestDay = 2): fc.Arbitrary<Omit<Stay, 'id'>> =>
  fc
    .record({
      place: somePlace,
      from: inHours(-24 * 24, latestDay * 24 - 24),
      hours: fc.integer({ min: 0, max: 150 }),
      gone: fc.boolean(),
    })
    .map(({ place, from, hours, gone }) => {
      const to = new Date(from.getTime() + hours * hour);
      return { place, from, ...(gone || to > base ? { to } : {}) };
    });
const numbered = <T>(list: readonly T[], prefix: string) => list.map((one, i) => ({ id: `${prefix}${i}`, ...one }));

const someLine: fc.Arbitrary<Omit<RiskArea, 'id'>> = fc
  .record({
    place: somePlace,
    areaRisk: fc.constantFrom('HIGH' as const, 'MEDIUM' as const, 'LOW' as const, 'CASES' as const),
    validFrom: inHours(-20 * 24, 24),
    length: fc.option(fc.integer({ min: 0, max: 12 * 24 }), { nil: undefined }),
    earlier: fc.option(fc.integer({ min: 0, max: 48 }), { nil: undefined }),
  })
  .map(({ place, areaRisk, validFrom, length, earlier }) => ({
    ...{ place, areaRisk, validFrom },
    ...(length === undefined ? {} : { validTo: new Date(validFrom.getTime() + length * hour) }),
    ...(earlier === undefined ? {} : { firstCaseAt: new Date(validFrom.getTime() - earlier * hour) }),
  }));

const someContact = fc.record({
  class: fc.constantFrom('CLOSE' as const, 'SECOND' as const, 'GENERAL' as const),
  lastExposureAt: inHours(-25 * 24, 0),
});
const rarely = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one });

export const someFacts: fc.Arbitrary<TravellerFacts> = fc
  .record({
    stays: fc.array(someStay(), { maxLength: 4 }),
    contacts: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(someContact, { maxLength: 2 }) },
    ),
    specialGroups: fc.subarray(['CHILD', 'ILL'] as const, { maxLength: 1 }),
    enteredAt: rarely(inHours(-24 * 24, 0)),
    dischargedAt: rarely(inHours(-20 * 24, 0)),
    arrivedAt: rarely(inHours(-24, 24)),
  })
  .map(({ stays, contacts, ...facts }) => ({
    ...facts,
    stays: numbered(stays, 'stay'),
    contacts: numbered(contacts, 'contact'),
  }));

const someJudgement: fc.Arbitrary<Judgement> = fc.record({
  policy: fc.constantFrom(...presets),
  riskList: fc.array(someLine, { maxLength: 5 }).map((lines) => numbered(lines, 'line')),
  home: fc.constant(places.home),
});
const someNow = inHours(0, 30);
export const someCase = fc.record({ facts: someFacts, judgement: someJudgement, now: someNow });

/** How bad a verdict is, by the reference's own scale. */
const weightOf = ({ decidedBy }: Verdict, now: Date) =>
  decidedBy ? slowWeight(decidedBy.rule, decidedBy.anchor, now) : nothing.weight;
const plain = ({ decidedBy }: Verdict) => ({ category: decidedBy?.category, anchor: decidedBy?.anchor });

export const asWalked = law(someCase, ({ triage }: TriageRules, { facts, judgement, now }) => {
  const { category, anchor } = slowTriage(facts, judgement, now);
  expect(plain(triage(facts, judgement, now))).toEqual({ category, anchor });
});

export const noOrder = law(
  fc.record({ one: someCase, turn: fc.nat(9) }),
  ({ triage }: TriageRules, { one: { facts, judgement, now }, turn }) => {
    const turned = <T>(list: readonly T[]) =>
      [...list.slice(turn % (list.length || 1)), ...list.slice(0, turn % (list.length || 1))].reverse();
    const again = { ...facts, stays: turned(facts.stays), contacts: turned(facts.contacts) };
    const verdict = triage(again, { ...judgement, riskList: turned(judgement.riskList) }, now);
    expect(verdict).toEqual(triage(facts, judgement, now));
  },
);

/** A stay told in addition never makes it better, however its own end lies. */
export const oneMore = law(
  fc.record({ one: someCase, stay: someStay() }),
  ({ triage }: TriageRules, { one: { facts, judgement, now }, stay }) => {
    const more = { ...facts, stays: [...facts.stays, { ...stay, id: 'more' }] };
    const [before, after] = [triage(facts, judgement, now), triage(more, judgement, now)];
    expect(weightOf(after, now)).toBeLessThanOrEqual(weightOf(before, now));
    if (!before.decidedBy) return;
    expect(after.decidedBy).toBeDefined();
    if (after.decidedBy?.category !== before.decidedBy.category) return;
    expect(after.decidedBy.anchor >= before.decidedBy.anchor).toBe(true);
  },
);

/** No set looks further back than 14 days at a stay. */
export const longAgo = law(
  fc.record({ one: someCase, place: somePlace, days: fc.integer({ min: 0, max: 20 }) }),
  ({ triage }: TriageRules, { one: { facts, judgement, now }, place, days }) => {
    const left = new Date(now.getTime() - (days * 24 + 15 * 24) * hour);
    const old = { id: 'old', place, from: new Date(left.getTime() - 48 * hour), to: left };
    expect(triage({ ...facts, stays: [...facts.stays, old] }, judgement, now)).toEqual(triage(facts, judgement, now));
  },
);

/** What is asked for later than the verdict asks is named beside it. */
export const nothingForgotten = law(someCase, ({ triage }: TriageRules, { facts, judgement, now }) => {
  const { decidedBy, outlasting } = triage(facts, judgement, now);
  if (!decidedBy) return;
  const named = [decidedBy, ...outlasting].map(({ endsAt }) => endsAt.getTime());
  for (const stay of facts.stays) {
    const alone = triage(
      { ...facts, stays: [stay], contacts: [], enteredAt: undefined, dischargedAt: undefined },
      judgement,
      now,
    ).decidedBy;
    if (!alone || alone.isElapsed || alone.rule.phases.length === 0) continue;
    expect(Math.max(...named)).toBeGreaterThanOrEqual(alone.endsAt.getTime());
  }
});

export const triageLaws = {
  'the worst place of the window decides, as the walk by the hour says': asWalked,
  'the order in which things are told does not matter': noOrder,
  'a stay told in addition never makes it better': oneMore,
  'a stay outside the window changes nothing': longAgo,
  'what lasts longer than the worst place is not forgotten': nothingForgotten,
} as const;
