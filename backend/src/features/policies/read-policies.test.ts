import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { policyQueries } from '@grid-relief/shared-types/quarantine/policy.contract';
import { derivedId } from '../../platform/ids';
import { chanceOf } from '../../sample-county/random';
import { inventRiskAreas } from '../../sample-county/risk-areas';
import { aPerson } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { presets, type Stay, triage } from '../quarantine';
import { openPolicyBook, type PolicyRepository, policyRepository } from '.';
import { storeFirstPolicy } from './first-policy';

let app: TestApp;
let token: string;
let policies: PolicyRepository;
beforeAll(async () => {
  app = await startTestApp({ contracts: Object.values(policyQueries) });
  policies = policyRepository(app.connection);
  token = await app.signIn(await aPerson(app).saved());
  await policies.addLines(inventRiskAreas(app.clock.now(), chanceOf(1)));
});
afterAll(() => app.close());

const get = (path: string, as: string | undefined = token) => app.call('GET', path, { token: as });

test('when anybody who is signed in asks, all sets of the product are there, and one by one in full', async () => {
  const { body } = await get('/policy-sets');
  const codes = body.items.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(presets.map(({ code }) => code).sort());
  const { id } = body.items.find(({ code }: { code: string }) => code === 'V9_NATIONAL');
  const { set } = (await get(`/policy-sets/${id}`)).body;
  expect(set).toEqual(presets.find(({ code }) => code === 'V9_NATIONAL'));
});

test('when nobody has decided anything, the county judges by the default of handbook 5', async () => {
  expect((await get('/county-policy')).body).toMatchObject({ set: { code: 'SX_2022_SPRING', version: 1 } });
});

test('when the risk list is read, the latest level comes first, and pages neither skip nor repeat', async () => {
  const first = (await get('/risk-areas?limit=4')).body;
  const second = (await get(`/risk-areas?limit=4&after=${first.next}`)).body;
  const third = (await get(`/risk-areas?limit=4&after=${second.next}`)).body;
  const all = [first, second, third].flatMap(({ items }) => items);
  expect(all).toHaveLength(10);
  expect(new Set(all.map(({ id }) => id)).size).toBe(10);
  expect(all[0]).toMatchObject({ place: ['江苏省', '徐州市', '睢宁县'], areaRisk: 'LOW' });
  expect(third.next).toBeUndefined();
});

test.each([
  ['a set nobody knows', () => `/policy-sets/${app.anId()}`, 404],
  ['what is no id', () => '/policy-sets/x', 422],
  ['a page of a million', () => '/risk-areas?limit=1000000', 422],
])('%s is refused', async (_what, path, status) => {
  expect((await get(path())).status).toBe(status);
});

test('when nobody is signed in, nothing is told', async () => {
  for (const path of ['/policy-sets', '/county-policy', '/risk-areas']) {
    expect((await app.call('GET', path)).status).toBe(401);
  }
});

test('when the first sets are stored again, what is there stays, also where the wording differs', async () => {
  const before = await policies.sets(testCounty);
  const [first] = before;
  if (!first) throw new Error('no set is stored');
  await policies.addSets(testCounty, [{ ...first.set, enabled: !first.set.enabled }], app.clock.now());
  await storeFirstPolicy(policies, testCounty, app.clock.now());
  expect(await policies.sets(testCounty)).toEqual(before);
  expect(await policies.choices(testCounty)).toHaveLength(1);
});

describe('by what somebody is judged', () => {
  const stay = (place: readonly string[]): Stay => ({
    ...{ id: 'stay', place },
    from: addMinutes(app.clock.now(), -3 * 24 * 60),
    to: addMinutes(app.clock.now(), -24 * 60),
  });
  const categoryOf = async (place: readonly string[]) => {
    const at = app.clock.now();
    const judgement = await openPolicyBook(policies, app.clock.now).judgementAt(testCounty, at);
    const facts = { stays: [stay(place)], contacts: [], specialGroups: [] };
    return triage(facts, judgement, at).decidedBy?.category;
  };

  test.each([
    ['HIGH_RISK_STAY', ['上海市', '上海市', '浦东新区', '北蔡镇']],
    ['CITY_WITH_CASES', ['上海市', '上海市', '静安区']],
    ['MEDIUM_RISK_STAY', ['山西省', '太原市', '清徐县']],
    ['OTHER_PROVINCE', ['陕西省', '西安市']],
    [undefined, ['山西省', '吕梁市', '文水县']],
  ])('%s by the list of the sample', async (category, place) => {
    expect(await categoryOf(place)).toBe(category);
  });

  test('when another set has been chosen for tomorrow, it counts from tomorrow on and not before', async () => {
    const from = addMinutes(app.clock.now(), 24 * 60);
    const choice = {
      _id: derivedId(testCounty, 'tomorrow'),
      county: testCounty,
      code: 'V9_NATIONAL',
      version: 1,
      from,
    };
    await policies.addChoice(choice);
    const book = openPolicyBook(policies, app.clock.now);
    const codeAt = async (at: Date) => (await book.judgementAt(testCounty, at)).policy.code;
    expect(await codeAt(addMinutes(from, -1))).toBe('SX_2022_SPRING');
    expect(await codeAt(from)).toBe('V9_NATIONAL');
    await app.connection.collection('policyChoices').deleteOne({ _id: choice._id as never });
  });

  test('when a level is older than the day on which it was heard of, it counts from that day on', async () => {
    const now = app.clock.now();
    const [line] = inventRiskAreas(now, chanceOf(2));
    if (!line) throw new Error('the sample has no line');
    const heard = addMinutes(now, 60);
    await policies.addLines([{ ...line, countsSince: heard }]);
    const book = openPolicyBook(policies, app.clock.now);
    const knows = async (at: Date) =>
      (await book.judgementAt(testCounty, at)).riskList.some(({ id }) => id === line._id);
    expect(await knows(now)).toBe(false);
    expect(await knows(heard)).toBe(true);
  });

  test('when a thousand are judged at once, the database is read once', async () => {
    let reads = 0;
    const counted = {
      ...policies,
      lines: (...asked: Parameters<PolicyRepository['lines']>) => {
        reads += 1;
        return policies.lines(...asked);
      },
    };
    const book = openPolicyBook(counted, app.clock.now);
    await Promise.all(Array.from({ length: 1000 }, () => book.judgementAt(testCounty, app.clock.now())));
    expect(reads).toBe(1);
    book.forget(testCounty);
    await book.judgementAt(testCounty, app.clock.now());
    expect(reads).toBe(2);
  });

  test('when a county has no set, nobody is judged by a guess', async () => {
    const book = openPolicyBook(policies, app.clock.now);
    await expect(book.judgementAt('150100', app.clock.now())).rejects.toMatchObject({ type: 'unavailable' });
  });
});
