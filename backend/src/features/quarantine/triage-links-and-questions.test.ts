import { shanxiAugust } from './policies/presets/shanxi-aug-2022';
import { shanxiSpring } from './policies/presets/shanxi-spring-2022';
import { v8National } from './policies/presets/v8-national';
import { v9National } from './policies/presets/v9-national';
import { judge, left, waiting } from './testing/judged.fixture';
import { at } from './testing/shanghai';
import { aStay, places } from './testing/traveller.fixture';

test.each([
  ['a high-risk street', places.street, shanxiSpring, 'SENSOR TRACKER', ['NUCLEIC', 'ANTIGEN']],
  ['a city with cases', places.quiet, shanxiSpring, 'TRACKER', ['NUCLEIC', 'ANTIGEN']],
  [
    ...(['another province', ['Hunan'], shanxiSpring] as const),
    'TRANSFER PLACEMENT CODE_REQUEST NOTICE DELIVERY_PLAN SENSOR EPISODE',
    ['NUCLEIC', 'ANTIGEN'],
  ],
  ['a high-risk street', places.street, v8National, 'SENSOR TRACKER', ['NUCLEIC']],
])('links nobody needs after %s', (_what, place, policy, notNeeded, landing) => {
  const verdict = judge({ stays: [aStay(place, '2022-05-10', left)] }, { policy });
  expect(
    Object.entries(verdict.links)
      .flatMap(([link, state]) => (state === 'NOT_NEEDED' ? link : []))
      .join(' '),
  ).toBe(notNeeded);
  expect(verdict.landing).toEqual(landing);
});

test('sample, go, and be traced: landing test and tracker, and not even a call', () => {
  const verdict = judge(
    { stays: [aStay(['Hunan'], '2022-08-10', '2022-08-24')] },
    { policy: shanxiAugust, riskList: [] },
    at('2022-08-25'),
  );
  expect(waiting(verdict)).toEqual(['LANDING_TEST', 'TRACKER']);
});

test('the reason names place, day and line, in keys and values', () => {
  const { reason } = judge({ stays: [aStay(places.street, '2022-05-10', left, 'shanghai')] });
  expect(reason).toEqual({
    code: 'RISK_STAY',
    values: {
      ...{ place: 'Shanghai Pudong Sunflower Street', stay: 'shanghai', leftOn: '2022-05-17' },
      ...{ area: 'Shanghai Pudong Sunflower Street', line: 'Sunflower Street HIGH', areaRisk: 'HIGH' },
      ...{ lookBackDays: 14, countFrom: 'LEFT_AREA', countedFrom: at(left).toISOString() },
    },
  });
  expect(judge({}).reason).toEqual({ code: 'NOTHING_FOUND', values: {} });
});

describe('what somebody has to ask', () => {
  test('the street, where only the county was told and the answer could make it worse', () => {
    const verdict = judge({ stays: [aStay(places.street.slice(0, 3), '2022-05-10', left, 'pudong')] });
    expect(verdict.decidedBy?.category).toBe('LOW_RISK_STAY');
    expect(verdict.questions).toEqual([{ code: 'WHICH_STREET', stay: 'pudong', area: 'Sunflower Street HIGH' }]);
    const known = judge({
      stays: [aStay(places.street, '2022-05-10', left), aStay(places.street.slice(0, 3), '2022-05-09', left)],
    });
    expect(known.questions).toEqual([]);
  });

  test('a code or a star for which nothing gives a reason', () => {
    const facts = { healthCode: 'RED', hasTripCodeStar: true } as const;
    expect(judge(facts).questions).toEqual([
      { code: 'CODE_UNEXPLAINED', healthCode: 'RED' },
      { code: 'STAR_UNEXPLAINED' },
    ]);
    expect(judge(facts).links.ACKNOWLEDGEMENT).toBe('WAITING');
    expect(judge({ ...facts, stays: [aStay(places.street, '2022-05-10', left)] }).questions).toEqual([]);
    expect(judge({ hasTripCodeStar: true }, { policy: v9National }, at('2022-06-29')).questions).toEqual([]);
  });

  test('what is done locally, where the set says so', () => {
    const verdict = judge({ stays: [aStay(places.quiet, '2022-05-10', left)] }, { policy: v8National });
    expect([verdict.decidedBy?.category, verdict.decidedBy?.rule.needsProof]).toEqual(['OTHER_PROVINCE', true]);
    expect(verdict.questions).toEqual([{ code: 'LOCAL_RULE', category: 'CITY_WITH_CASES' }]);
  });
});
