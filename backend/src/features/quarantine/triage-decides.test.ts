import { december2022, november2022 } from './policies/presets/late-2022';
import { shanxiAugust } from './policies/presets/shanxi-aug-2022';
import { shanxiEarly } from './policies/presets/shanxi-early-2022';
import { shanxiSpring } from './policies/presets/shanxi-spring-2022';
import { v8National } from './policies/presets/v8-national';
import { v9National } from './policies/presets/v9-national';
import { decided, judge, left, waiting } from './testing/judged.fixture';
import { at } from './testing/shanghai';
import { aLine, aStay, places } from './testing/traveller.fixture';

test.each([
  ['a high-risk street', places.street, ['HIGH_RISK_STAY', left, 'RED', false]],
  ['a medium-risk street', places.otherCounty, ['MEDIUM_RISK_STAY', left, 'RED', false]],
  ['another street of that county', places.otherStreet, ['LOW_RISK_STAY', left, 'YELLOW', false]],
  ['a city with cases', places.quiet, ['CITY_WITH_CASES', left, 'YELLOW', false]],
  ['another province', ['Hunan', 'Changsha', 'Yuelu'], ['OTHER_PROVINCE', '2022-05-20 10:00', 'NONE', false]],
  ['the own province', places.neighbour, undefined],
])('left three days ago, under the set of the sample county: %s', (_what, place, expected) => {
  expect(decided(judge({ stays: [aStay(place, '2022-05-10 09:00', left)] }))).toEqual(expected);
});

test.each([
  [v8National.code, v8National, '2022-04-20', 'REST_OF_COUNTY_STAY'],
  [shanxiEarly.code, shanxiEarly, '2022-04-20', 'REST_OF_COUNTY_STAY'],
  [shanxiSpring.code, shanxiSpring, '2022-05-20', 'LOW_RISK_STAY'],
  [v9National.code, v9National, '2022-07-10', 'LOW_RISK_STAY'],
  [shanxiAugust.code, shanxiAugust, '2022-08-25', 'LOW_RISK_STAY'],
  [november2022.code, november2022, '2022-11-20', 'LOW_RISK_STAY'],
  [december2022.code, december2022, '2022-12-10', undefined],
])('the rest of a county with a high-risk street, %s', (_code, policy, day, category) => {
  const stays = [aStay(places.otherStreet, `${day} 00:00`, `${day} 06:00`)];
  const riskList = [aLine(places.street, 'HIGH', '2022-04-01')];
  expect(judge({ stays }, { policy, riskList }, at(`${day} 10:00`)).decidedBy?.category).toBe(category);
});

describe('the window', () => {
  const stay = (to: string) => ({ stays: [aStay(places.street, '2022-05-02 09:00', to)] });

  test.each([
    ['2022-05-06 00:00', 'HIGH_RISK_STAY'],
    ['2022-05-05 23:59', undefined],
  ])('of 14 days, by Shanghai days: left %s is %s', (to, category) => {
    expect(judge(stay(to), { home: places.street }).decidedBy?.category).toBe(category);
  });

  test('a minute before midnight the same person is still inside, at midnight no longer', () => {
    const facts = stay('2022-05-06 09:00');
    const inside = judge(facts, { home: places.street }, at('2022-05-20 23:59'));
    expect(inside.decidedBy?.category).toBe('HIGH_RISK_STAY');
    expect(judge(facts, { home: places.street }, at('2022-05-21 00:00')).decidedBy).toBeUndefined();
  });
});

describe('a new level, tracked back', () => {
  const raised = [aLine(places.street, 'HIGH', '2022-05-18 15:00')];
  test.each([
    ['seven days before the day of the level', '2022-05-11 00:00', 'HIGH_RISK_STAY'],
    ['a minute more', '2022-05-10 23:59', 'OTHER_PROVINCE'],
  ])('who left %s', (_what, to, category) => {
    const facts = { stays: [aStay(places.street, '2022-05-08 09:00', to)] };
    expect(judge(facts, { riskList: raised }).decidedBy?.category).toBe(category);
  });

  test('from the first case, where that was earlier', () => {
    const [line] = raised;
    const riskList = line ? [{ ...line, firstCaseAt: at('2022-05-16 20:00') }] : [];
    const facts = { stays: [aStay(places.street, '2022-05-08 09:00', '2022-05-09 00:00')] };
    expect(judge(facts, { riskList }).decidedBy?.category).toBe('HIGH_RISK_STAY');
  });

  test('not at all under a set that knows no back-tracking', () => {
    const facts = { stays: [aStay(places.street, '2022-05-08 09:00', '2022-05-18 14:59')] };
    const before = judge(facts, { riskList: raised, policy: v8National });
    expect(before.decidedBy?.category).toBe('OTHER_PROVINCE');
    const after = { stays: [aStay(places.street, '2022-05-08 09:00', '2022-05-18 15:00')] };
    expect(judge(after, { riskList: raised, policy: v8National }).decidedBy?.category).toBe('HIGH_RISK_STAY');
  });

  test('a level that had ended counts until its end only', () => {
    const riskList = [aLine(places.street, 'HIGH', '2022-05-01', '2022-05-15 12:00')];
    const verdict = judge({ stays: [aStay(places.street, '2022-05-10', '2022-05-17 08:00')] }, { riskList });
    expect(decided(verdict)?.slice(0, 2)).toEqual(['HIGH_RISK_STAY', '2022-05-15 12:00']);
    const later = judge({ stays: [aStay(places.street, '2022-05-16', '2022-05-17 08:00')] }, { riskList });
    expect(later.decidedBy?.category).toBe('OTHER_PROVINCE');
  });
});

describe('several at once', () => {
  test('two places of one level count from leaving the later one', () => {
    const stays = [
      aStay(places.street, '2022-05-12', '2022-05-18 07:00'),
      aStay(places.street, '2022-05-05', '2022-05-09 12:00'),
    ];
    expect(decided(judge({ stays }))?.[1]).toBe('2022-05-18 07:00');
  });

  test('the worst place decides, and what lasts longer is not forgotten', () => {
    const stays = [
      aStay(places.street, '2022-05-05', '2022-05-06 12:00', 'high'),
      aStay(places.otherCounty, '2022-05-15', '2022-05-19 12:00', 'medium'),
    ];
    const verdict = judge({ stays });
    expect(decided(verdict)?.slice(0, 2)).toEqual(['HIGH_RISK_STAY', '2022-05-06 12:00']);
    expect(verdict.outlasting.map(({ category }) => category)).toEqual(['MEDIUM_RISK_STAY']);
  });

  test('what would be over never hides what runs', () => {
    const policy = v9National;
    const when = at('2022-07-10 12:00');
    const riskList = [aLine(places.street, 'HIGH', '2022-07-01'), aLine(places.otherCounty, 'MEDIUM', '2022-07-01')];
    const high = aStay(places.street, '2022-07-02', '2022-07-03 09:00');
    const medium = aStay(places.otherCounty, '2022-07-04', '2022-07-08 09:00');
    const alone = judge({ stays: [high] }, { policy, riskList }, when);
    expect(decided(alone)).toEqual(['HIGH_RISK_STAY', '2022-07-03 09:00', 'NONE', true]);
    expect(waiting(alone)).toEqual(['LANDING_TEST', 'EPISODE']);
    expect(alone.landing).toEqual(['NUCLEIC']);
    expect(decided(judge({ stays: [high, medium] }, { policy, riskList }, when))?.slice(0, 1)).toEqual([
      'MEDIUM_RISK_STAY',
    ]);
  });

  test.each([
    ['2022-07-10 09:00', true],
    ['2022-07-10 08:59', false],
  ])('seven days after 3 July 09:00, at %s, it is over: %s', (when, isElapsed) => {
    const riskList = [aLine(places.street, 'HIGH', '2022-07-01')];
    const stays = [aStay(places.street, '2022-07-02', '2022-07-03 09:00')];
    const verdict = judge({ stays }, { policy: v9National, riskList }, at(when));
    expect(verdict.decidedBy?.isElapsed).toBe(isElapsed);
  });

  test('what is over leaves its landing test also to a row that has none', () => {
    const contacts = [{ id: 'c', class: 'GENERAL', lastExposureAt: at('2022-07-10 08:00') }] as const;
    const riskList = [aLine(places.street, 'HIGH', '2022-07-01')];
    const stays = [aStay(places.street, '2022-07-02', '2022-07-03 09:00')];
    const verdict = judge({ stays, contacts }, { policy: v9National, riskList }, at('2022-07-10 12:00'));
    expect(verdict.decidedBy?.category).toBe('GENERAL_CONTACT');
    expect(waiting(verdict)).toEqual(['ACKNOWLEDGEMENT', 'LANDING_TEST', 'NOTICE', 'TRACKER']);
    expect(verdict.landing).toEqual(['NUCLEIC']);
  });

  test('what ends at the same time is not named twice', () => {
    const riskList = [
      aLine(places.street, 'HIGH', '2022-05-01'),
      aLine(places.street.slice(0, 3), 'MEDIUM', '2022-05-01'),
    ];
    const verdict = judge({ stays: [aStay(places.street, '2022-05-10', left)] }, { riskList });
    expect(verdict.decidedBy?.category).toBe('HIGH_RISK_STAY');
    expect(verdict.outlasting).toEqual([]);
  });

  test('who was there for a landing test only still gets it beside a mere proof', () => {
    const facts = {
      stays: [aStay(places.street, '2022-04-04', '2022-04-06 09:00'), aStay(['Hunan'], '2022-04-07', '2022-04-20')],
    };
    const riskList = [aLine(places.street, 'HIGH', '2022-04-01')];
    const verdict = judge(facts, { policy: v8National, riskList }, at('2022-04-20 10:00'));
    expect(verdict.decidedBy?.isElapsed).toBe(true);
    expect(verdict.links.LANDING_TEST).toBe('WAITING');
  });

  test('a contact comes before any stay', () => {
    const contacts = [{ id: 'c', class: 'CLOSE', lastExposureAt: at('2022-05-18 10:00') }] as const;
    const stays = [aStay(places.street, '2022-05-10', left)];
    const verdict = judge({ stays, contacts });
    expect(decided(verdict)).toEqual(['CLOSE_CONTACT', '2022-05-18 10:00', 'RED', false]);
    // 14 + 7 days in a site last longer than 14 days in a site and 7 of monitoring
    expect(verdict.outlasting.map(({ category }) => category)).toEqual(['HIGH_RISK_STAY']);
  });
});

test.each([
  ['CLOSE', [], 'CLOSE_CONTACT', 'CENTRAL'],
  ['CLOSE', ['PREGNANT'], 'CLOSE_CONTACT_SPECIAL', 'HOME'],
  ['SECOND', ['ELDER'], 'SECOND_CONTACT', 'CENTRAL'],
  ['GENERAL', [], 'GENERAL_CONTACT', undefined],
] as const)('a contact, %s, %j', (kind, specialGroups, category, place) => {
  const contacts = [{ id: 'c', class: kind, lastExposureAt: at('2022-05-18 10:00') }];
  const { decidedBy } = judge({ contacts, specialGroups });
  expect([decidedBy?.category, decidedBy?.rule.phases[0]?.kind]).toEqual([category, place]);
});

test.each([
  ['abroad', { enteredAt: at('2022-05-15 06:00') }, ['OVERSEAS', '2022-05-15 06:00']],
  ['hospital', { dischargedAt: at('2022-05-15 06:00') }, ['DISCHARGED', '2022-05-15 06:00']],
])('coming from %s', (_what, facts, expected) => {
  expect(decided(judge(facts))?.slice(0, 2)).toEqual(expected);
});
