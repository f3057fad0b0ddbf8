import { PersonId } from '@grid-relief/shared-types/primitives/ids';
import type { PolicySet, QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { ruleOn } from '@grid-relief/shared-types/quarantine/rule-on';
import { planOf } from './day-counting.rules';
import { testLines } from './due-tests.rules';
import { november2022 } from './policies/presets/late-2022';
import { shanxiAugust } from './policies/presets/shanxi-aug-2022';
import { shanxiSpring } from './policies/presets/shanxi-spring-2022';
import { v8National } from './policies/presets/v8-national';
import { v9National } from './policies/presets/v9-national';
import { type OpenEpisode, type Recount, recount, ruleOf, ruleUnder, startUnder } from './recount.rules';
import { previewOf } from './recount-preview.rules';
import { releaseAt } from './release.rules';
import type { Swab } from './swab-days.rules';
import { isFound } from './testing/laws';
import { recountFaults } from './testing/recount-faults';
import { recountLaws } from './testing/recount-laws';
import { at, wallTime } from './testing/shanghai';
import { aLine, aStay, judgement, noFacts, places } from './testing/traveller.fixture';
import { triage } from './triage.rules';

const head = PersonId.parse('141122-0123456789abcdefghjkmnpqrs');

function anEpisode(set: PolicySet, category: QuarantineCategory, anchor: string, foundAt = anchor): OpenEpisode {
  const { phases } = ruleOn(set, category, '2022-06-20') ?? { phases: [] };
  return {
    basis: { category, policyCode: set.code, policyVersion: 1, reason: { code: 'CONTACT', values: {} } },
    count: { anchor: at(anchor), foundAt: at(foundAt), dayOneRule: 'NEXT_DAY', phases, missedTestHour: 20 },
  };
}
const under = (set: PolicySet, episode: OpenEpisode, when: string, approvedBy?: PersonId): Recount =>
  recount(episode, ruleUnder(set, episode, at(when)), { at: at(when), approvedBy });
const ends = ({ kind, oldEnd, newEnd, place }: Recount) => [
  ...[kind, oldEnd && wallTime(oldEnd), newEnd && wallTime(newEnd)],
  `${place.from ?? 'nowhere'} to ${place.to ?? 'nowhere'}`,
];
const negative = (takenAt: string): Swab => ({
  ...{ id: takenAt, takenAt: at(takenAt), kit: 'A' },
  result: { value: 'NEGATIVE', at: at(takenAt) },
});

describe('the 9th edition takes the place of the 8th on 28 June 2022', () => {
  test.each([
    [
      '20 Jun, a close contact goes on to monitoring',
      '2022-06-20 09:00',
      '2022-06-28 00:00',
      'CENTRAL to MONITORING',
      '2022-06-30 09:00',
    ],
    [
      '26 Jun, a close contact stays where it is',
      '2022-06-26 09:00',
      '2022-06-28 00:00',
      'CENTRAL to CENTRAL',
      '2022-07-06 09:00',
    ],
    [
      '15 Jun, a close contact is free at the moment of the change',
      '2022-06-15 09:00',
      '2022-06-28 00:00',
      'CENTRAL to nowhere',
      '2022-06-28 00:00',
    ],
  ])('%s', (_what, anchor, change, place, newEnd) => {
    const oldEnd = wallTime(new Date(at(anchor).getTime() + 21 * 24 * 3_600_000));
    const done = under(v9National, anEpisode(v8National, 'CLOSE_CONTACT', anchor), change);
    expect(ends(done)).toEqual(['SHORTENED', oldEnd, newEnd, place]);
    expect([done.oldBasis?.policyCode, done.newBasis?.policyCode]).toEqual(['V8_NATIONAL', 'V9_NATIONAL']);
  });

  test('days 2, 3 and 5 were never asked for: not applicable, except where a swab happens to lie', () => {
    const episode = anEpisode(v8National, 'CLOSE_CONTACT', '2022-06-22 09:00');
    const { count } = under(v9National, episode, '2022-06-28 00:00');
    const swabs = ['22 09:30', '23 09:00', '25 10:00', '26 09:00'].map((when) => negative(`2022-06-${when}`));
    const lines = testLines(planOf(count ?? episode.count), swabs, at('2022-06-28 21:00'));
    expect(lines.map(({ day, state }) => `${day} ${state}`)).toEqual([
      ...['0 NEGATIVE', '1 NEGATIVE', '2 NOT_APPLICABLE', '3 NEGATIVE', '5 NOT_APPLICABLE'],
      ...['7 AHEAD', '3 AHEAD'],
    ]);
  });

  test('whoever is free by the change is released then, and not dated back; a pending result still holds', () => {
    const episode = anEpisode(v8National, 'CLOSE_CONTACT', '2022-06-15 09:00');
    const { count } = under(v9National, episode, '2022-06-28 00:00');
    const plan = planOf(count ?? episode.count);
    const facts = { phase: 1, placement: 'HOME', swabs: [negative('2022-06-15 10:00')] } as const;
    expect(releaseAt(plan, facts, undefined, at('2022-06-28 00:00'))).toEqual({
      ...{ outcome: 'RELEASED', metAt: at('2022-06-28 00:00'), at: at('2022-06-28 00:00') },
    });
    const pending = { id: 'day 7', takenAt: at('2022-06-22 09:30'), kit: 'A' };
    const waiting = { ...facts, swabs: [...facts.swabs, pending] };
    expect(releaseAt(plan, waiting, undefined, at('2022-06-28 00:00'))).toMatchObject({ reason: 'RESULT_PENDING' });
  });

  test('a second contact is moved home, and ends as before', () => {
    const done = under(v9National, anEpisode(v8National, 'SECOND_CONTACT', '2022-06-25 22:40'), '2022-06-28 00:00');
    expect(ends(done)).toEqual(['SAME_END', '2022-07-02 22:40', '2022-07-02 22:40', 'CENTRAL to HOME']);
  });
});

test('the same days with other tests: the end stays, and from today on the new tests are asked for', () => {
  const episode = anEpisode(v9National, 'MEDIUM_RISK_STAY', '2022-08-10 06:20');
  const rule = ruleUnder(v9National, episode, at('2022-08-13 12:00'));
  if (!rule) throw new Error('no rule');
  const phases = rule.phases.map((phase) => ({ ...phase, testDays: [1, 2, 3, 5, 7] }));
  const done = recount(episode, { ...rule, phases }, { at: at('2022-08-13 12:00') });
  expect(ends(done)).toEqual(['SAME_END', '2022-08-17 06:20', '2022-08-17 06:20', 'HOME to HOME']);
  const days = planOf(done.count ?? episode.count).tests.map(({ day, standing }) => `${day} ${standing}`);
  expect(days).toEqual(['1 NOT_APPLICABLE', '2 NOT_APPLICABLE', '3 DUE', '5 DUE', '7 DUE']);
});

describe('the province becomes stricter', () => {
  const episode = anEpisode(v8National, 'HIGH_RISK_STAY', '2022-05-05 08:00');

  test('longer needs a name, and without one nothing changes', () => {
    const done = under(shanxiSpring, episode, '2022-05-11 00:00');
    expect(ends(done)).toEqual(['NEEDS_APPROVAL', '2022-05-19 08:00', '2022-05-19 08:00', 'CENTRAL to CENTRAL']);
    expect(done.count).toBe(episode.count);
    expect(ends(under(shanxiSpring, episode, '2022-05-11 00:00', head))).toEqual([
      ...['LENGTHENED', '2022-05-19 08:00', '2022-05-26 08:00', 'CENTRAL to CENTRAL'],
    ]);
  });

  test('whose end has come and waits for a result is kept longer by a name only', () => {
    expect(ends(under(shanxiSpring, episode, '2022-05-20 00:00')).slice(0, 3)).toEqual([
      ...['NEEDS_APPROVAL', '2022-05-19 08:00', '2022-05-19 08:00'],
    ]);
    expect(ends(under(v9National, episode, '2022-05-20 00:00')).slice(0, 3)).toEqual([
      ...['SAME_END', '2022-05-19 08:00', '2022-05-19 08:00'],
    ]);
  });
});

test('ended by policy only where the category is gone', () => {
  const second = anEpisode(v9National, 'SECOND_CONTACT', '2022-11-08 10:00');
  expect(ends(under(november2022, second, '2022-11-11 08:00'))).toEqual([
    ...['ENDED', '2022-11-15 10:00', '2022-11-11 08:00', 'HOME to nowhere'],
  ]);
});

test('a row that asks for a tracker only ends quarantine with the change, by release', () => {
  const city = anEpisode(shanxiSpring, 'CITY_WITH_CASES', '2022-08-15 10:00', '2022-08-15 12:00');
  const done = under(shanxiAugust, city, '2022-08-20 00:00');
  expect(ends(done)).toEqual(['SHORTENED', '2022-08-27 10:00', '2022-08-20 00:00', 'HOME to nowhere']);
  const facts = { phase: 0, placement: 'HOME', swabs: [negative('2022-08-15 13:00')] } as const;
  expect(releaseAt(planOf(done.count ?? city.count), facts, undefined, at('2022-08-20 00:00'))).toMatchObject({
    ...{ outcome: 'RELEASED', at: at('2022-08-20 00:00') },
  });
});

test('where the new set leaves it to the place, the old end holds until somebody decides', () => {
  const city = anEpisode(shanxiSpring, 'CITY_WITH_CASES', '2022-06-25 10:00');
  expect(ends(under(v9National, city, '2022-06-28 00:00')).slice(0, 3)).toEqual([
    ...['LEFT_TO_PLACE', '2022-07-07 10:00', '2022-07-07 10:00'],
  ]);
});

describe('a new risk list', () => {
  const facts = { ...noFacts, stays: [aStay(places.street, '2022-05-10', '2022-05-16 08:00')] };
  const judge = (level: 'HIGH' | 'MEDIUM' | undefined) => {
    const riskList = level ? [aLine(places.street, level, '2022-05-18 15:00')] : [];
    return ruleOf(triage(facts, judgement({ riskList }), at('2022-05-16 20:00')), shanxiSpring);
  };
  const episode = anEpisode(shanxiSpring, 'CITY_WITH_CASES', '2022-05-16 08:00', '2022-05-16 20:00');

  test('upgrades the city somebody came from: longer, with both reasons, and only with a name', () => {
    const next = judge('HIGH');
    const done = recount(episode, next, { at: at('2022-05-18 15:00'), approvedBy: head });
    expect(ends(done)).toEqual(['LENGTHENED', '2022-05-28 08:00', '2022-06-06 08:00', 'HOME to CENTRAL']);
    expect([done.oldBasis?.category, done.newBasis?.category, done.newBasis?.reason.values.areaRisk]).toEqual([
      ...['CITY_WITH_CASES', 'HIGH_RISK_STAY', 'HIGH'],
    ]);
    expect(recount(episode, next, { at: at('2022-05-18 15:00') }).kind).toBe('NEEDS_APPROVAL');
  });

  test('takes the place off: the category is gone', () => {
    expect(recount(episode, judge(undefined), { at: at('2022-05-18 15:00') }).kind).toBe('ENDED');
  });

  test('reaches somebody who was let go: begins now, counts from leaving, asks for no past day', () => {
    const next = judge('MEDIUM');
    if (!next) throw new Error('triage found nothing');
    const started = startUnder(next, { at: at('2022-05-18 15:00') });
    expect(ends(started)).toEqual(['STARTED', undefined, '2022-06-06 08:00', 'nowhere to CENTRAL']);
    const plan = started.count && planOf(started.count);
    expect(plan?.tests.filter(({ standing }) => standing === 'DUE')[0]).toMatchObject({ day: 4, date: '2022-05-20' });
    expect(startUnder(next, { at: at('2022-06-06 08:00') }).kind).toBe('TOO_LATE');
  });
});

test('the preview says who shortens, lengthens, starts and ends, before anybody approves it', () => {
  const contact = anEpisode(v8National, 'CLOSE_CONTACT', '2022-06-20 09:00');
  const second = anEpisode(v8National, 'SECOND_CONTACT', '2022-06-25 22:40');
  const city = anEpisode(shanxiSpring, 'CITY_WITH_CASES', '2022-06-25 10:00');
  const when = '2022-06-28 00:00';
  const strict = anEpisode(v9National, 'HIGH_RISK_STAY', '2022-06-26 10:00');
  const rest = { ...contact, basis: { ...contact.basis, category: 'REST_OF_COUNTY_STAY' } } as const;
  const started = ruleUnder(v9National, contact, at(when));
  if (!started) throw new Error('no rule for contacts');
  const preview = previewOf([
    { id: 'a', recount: under(v9National, contact, when) },
    { id: 'b', recount: under(v9National, second, when) },
    { id: 'c', recount: under(v9National, city, when) },
    { id: 'd', recount: under(shanxiSpring, strict, when) },
    { id: 'e', recount: under(shanxiSpring, strict, when, head) },
    { id: 'f', recount: under(november2022, second, when) },
    { id: 'g', recount: startUnder(started, { at: at(when) }) },
    { id: 'h', recount: under(v9National, anEpisode(v9National, 'CLOSE_CONTACT', '2022-06-20 09:00'), when) },
    { id: 'i', recount: under(v9National, rest, when) },
  ]);
  expect(preview).toEqual({
    ...{ shorten: ['a', 'i'], lengthen: ['d', 'e'], start: ['g'], end: ['f'], otherwise: ['b'], undecided: ['c'] },
    ...{ unmoved: 1, moved: 7 },
  });
});

test.each(Object.entries(recountLaws))('%s', (_name, holds) => {
  expect(holds({ recount, ruleUnder }, { numRuns: 200 })).toBeUndefined();
});

test.each(Object.entries(recountFaults))('a planted fault is found: %s', (_name, fault) => {
  expect(isFound(fault, { recount, ruleUnder }, { numRuns: 2000, seed: 20220628 })).toBe(true);
});
