import { addMinutes, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import { testCounty } from '../../testing/test-app';
import { planOf } from '../quarantine';
import { setId } from './policy.repository';
import { anEpisode, openScene, type PolicyScene } from './testing/policy-scene';

jest.setTimeout(60_000);

let scene: PolicyScene;
beforeAll(async () => {
  scene = await openScene();
});
beforeEach(() => scene.sweep());
afterAll(() => scene.app.close());

const anId = () => scene.app.anId();
const now = () => scene.app.clock.now();
const national = () => ({ of: 'SET', set: setId(testCounty, { code: 'V8_NATIONAL', version: 1 }) });

/** Under the set of the spring 21 days; under the 8th edition 14; somebody counted by the 9th has 7. */
function threePeople() {
  const [shorter, longer, same] = [anId(), anId(), anId()];
  scene.people.episodes.set(shorter, { episode: anEpisode('SX_2022_SPRING', 'HIGH_RISK_STAY', 3, now()) });
  scene.people.episodes.set(longer, { episode: anEpisode('V9_NATIONAL', 'HIGH_RISK_STAY', 3, now()) });
  scene.people.episodes.set(same, { episode: anEpisode('V8_NATIONAL', 'CLOSE_CONTACT', 3, now()) });
  return { shorter, longer, same };
}

const prepare = (what: object, more: object = {}, who = 'dispatcher', id = anId()) =>
  scene.as(who, 'POST', '/policy-changes', { id, what, ...more });

async function does(who: string, id: string, action: string, more: object = {}) {
  const { body } = await scene.as('head', 'GET', `/policy-changes/${id}`);
  const asked = { opId: anId(), revision: body.revision, ...more };
  return scene.as(who, 'POST', `/policy-changes/${id}/${action}`, asked);
}

async function previewed(what: object): Promise<string> {
  const { body } = await prepare(what);
  await does('dispatcher', body.id, 'preview');
  return body.id;
}

const see = async (id: string) => (await scene.as('head', 'GET', `/policy-changes/${id}`)).body;
const endOf = (id: string) => {
  const episode = scene.people.episodes.get(id)?.episode;
  return episode && planOf(episode.count).endsAt.getTime();
};
const daysFrom = (id: string, days: number) => {
  const anchor = scene.people.episodes.get(id)?.episode.count.anchor;
  if (!anchor) throw new Error('nobody is there');
  return addMinutes(minuteOf(anchor), days * 24 * 60).getTime();
};

describe('another set', () => {
  test('is prepared, seen in numbers, approved by a head, and moves people at its minute and not before', async () => {
    const { shorter, longer, same } = threePeople();
    const id = await previewed(national());
    const view = await see(id);
    expect(view).toMatchObject({ state: 'PREVIEWED', of: 'SET', set: { code: 'V8_NATIONAL', version: 1 } });
    expect(view.preview).toEqual({
      ...{ shorten: 1, lengthen: 1, start: 0, end: 0, otherwise: 0, undecided: 0, unmoved: 1, moved: 2 },
    });
    expect(view).toMatchObject({ preparedBy: '范敏', actions: ['agreeToLonger', 'approve', 'cancel'] });
    await scene.settle();
    expect(scene.told()).toEqual([`${id} POLICY_TO_APPROVE {"role":"COUNTY_HEAD","area":"${testCounty}"}`]);
    scene.app.clock.advance(20_000);
    await does('head', id, 'approve');
    await scene.settle();
    expect((await see(id)).state).toBe('APPROVED');
    expect(endOf(shorter)).toBe(daysFrom(shorter, 21));
    await scene.wait(1);
    expect(await see(id)).toMatchObject({
      ...{ state: 'APPLIED', approvedBy: '秦正阳', applied: { done: 2, keptOldEnd: 1, waiting: false } },
    });
    expect(endOf(shorter)).toBe(daysFrom(shorter, 14));
    expect(endOf(longer)).toBe(daysFrom(longer, 7));
    expect(endOf(same)).toBe(daysFrom(same, 21));
    expect((await scene.as('resident', 'GET', '/county-policy')).body.set.code).toBe('V8_NATIONAL');
  });

  test('lengthens those, and only those, for whom a head answers by name', async () => {
    const { longer } = threePeople();
    const other = anId();
    scene.people.episodes.set(other, { episode: anEpisode('V9_NATIONAL', 'HIGH_RISK_STAY', 2, now()) });
    const id = await previewed(national());
    const agreed = await does('head', id, 'agree-to-longer', {
      named: [longer],
      reason: { code: 'SPREAD', words: '扩散' },
    });
    expect(agreed.status).toBe(200);
    expect(agreed.body.view.longer).toEqual({ by: '秦正阳', count: 1 });
    await does('otherHead', id, 'approve');
    await scene.wait(1);
    expect(endOf(longer)).toBe(daysFrom(longer, 14));
    expect(endOf(other)).toBe(daysFrom(other, 7));
    const moved = scene.people.done().find(({ one }) => one === longer);
    expect(moved?.outcome.recount).toMatchObject({
      ...{ kind: 'LENGTHENED', oldBasis: { policyCode: 'V9_NATIONAL' }, newBasis: { policyCode: 'V8_NATIONAL' } },
    });
    expect(moved?.because.approver).toBeDefined();
    expect((await see(id)).applied.keptOldEnd).toBe(1);
  });

  test('ends nobody earlier than its own minute, who would be free by it already', async () => {
    const late = anId();
    scene.people.episodes.set(late, { episode: anEpisode('SX_2022_SPRING', 'HIGH_RISK_STAY', 17, now()) });
    const id = await previewed(national());
    scene.app.clock.advance(31_000);
    await does('head', id, 'approve');
    const { takesEffectAt } = await see(id);
    expect(Date.parse(takesEffectAt)).toBeGreaterThanOrEqual(now().getTime());
    await scene.wait(1);
    expect(endOf(late)).toBe(Date.parse(takesEffectAt));
  });

  test('says that it is still at it, from its minute on until the last one is done', async () => {
    threePeople();
    const id = await previewed(national());
    await does('head', id, 'approve');
    scene.app.clock.advance(60_000);
    const told: unknown[] = [];
    for (let taken = 1; taken > 0; ) {
      taken = await scene.deliverOnce();
      const { state, applied } = await see(id);
      told.push(state === 'APPLIED' ? [applied.done, applied.waiting] : state);
    }
    expect(told[0]).toEqual([0, true]);
    expect(told.at(-1)).toEqual([2, false]);
  });

  test('waits for its instant, and everybody sees that it comes', async () => {
    threePeople();
    const from = addMinutes(now(), 3 * 24 * 60);
    const { body } = await prepare(national(), { from: from.toISOString() });
    await does('dispatcher', body.id, 'preview');
    await does('head', body.id, 'approve');
    await scene.settle();
    const waiting = (await scene.as('resident', 'GET', '/county-policy')).body;
    expect(waiting).toMatchObject({ set: { code: 'SX_2022_SPRING' }, next: { code: 'V8_NATIONAL' } });
    expect(scene.people.done()).toEqual([]);
    await scene.wait(3 * 24 * 60 + 1);
    expect(scene.people.done()).toHaveLength(1);
  });

  test('meets also somebody who came in between, by the second walk', async () => {
    const id = await previewed(national());
    await does('head', id, 'approve');
    await scene.wait(1);
    const late = anId();
    scene.people.episodes.set(late, { episode: anEpisode('SX_2022_SPRING', 'HIGH_RISK_STAY', 1, now()) });
    await scene.wait(5);
    expect(endOf(late)).toBe(daysFrom(late, 14));
  });

  test('may be a new version, which is the next number and is never written over', async () => {
    const { body: policy } = await scene.as('dispatcher', 'GET', '/county-policy');
    const set = { ...policy.set, parameters: { ...policy.set.parameters, proofHours: 24 } };
    expect((await prepare({ of: 'VERSION', set })).body.errors[0].pointer).toBe('/what/set/version');
    const id = await previewed({ of: 'VERSION', set: { ...set, version: 2 } });
    await does('head', id, 'approve');
    await scene.wait(1);
    const after = (await scene.as('resident', 'GET', '/county-policy')).body.set;
    expect(after).toMatchObject({ code: 'SX_2022_SPRING', version: 2, parameters: { proofHours: 24 } });
    const { items } = (await scene.as('resident', 'GET', '/policy-sets')).body;
    expect(items.filter(({ code }: { code: string }) => code === 'SX_2022_SPRING')).toHaveLength(2);
    await scene.app.connection.collection('policySets').deleteOne({ version: 2 });
  });
});

describe('another risk list', () => {
  const street = ['上海市', '上海市', '黄浦区', '豫园街道'];
  const onTheWay = (place: readonly string[], daysAgo = 2) => {
    const id = anId();
    const from = addMinutes(now(), -6 * 24 * 60);
    const stays = [{ id: 'stay', place, from, to: addMinutes(now(), -daysAgo * 24 * 60) }];
    scene.people.travellers.set(id, { stays, contacts: [], specialGroups: [] });
    return id;
  };
  const add = (areaRisk: string, place: readonly string[] = street) => ({
    ...{ of: 'RISK', steps: [{ do: 'ADD', place, areaRisk, source: '上海市通报' }] },
  });
  const list = async () => (await scene.as('resident', 'GET', '/risk-areas')).body.items;

  async function applied(what: object): Promise<string> {
    const id = await previewed(what);
    await does('head', id, 'approve');
    await scene.wait(1);
    return id;
  }

  test('starts a quarantine for whoever was there within look-back and back-tracking, and for nobody else', async () => {
    const there = onTheWay(street);
    const elsewhere = onTheWay(['陕西省', '西安市']);
    const id = await previewed(add('HIGH'));
    expect((await see(id)).preview).toMatchObject({ start: 1, unmoved: 1, moved: 1 });
    await does('head', id, 'approve');
    await scene.wait(1);
    expect(scene.people.done().map(({ one }) => one)).toEqual([there]);
    expect(scene.people.done()[0]?.outcome).toMatchObject({
      ...{ kind: 'STARTED', verdict: { decidedBy: { category: 'HIGH_RISK_STAY' } } },
    });
    expect(scene.people.done().some(({ one }) => one === elsewhere)).toBe(false);
    expect(await list()).toMatchObject([{ place: street, areaRisk: 'HIGH', source: '上海市通报' }]);
  });

  test('ends the line and begins another, when an area is raised, and judges those on the way anew', async () => {
    await applied(add('LOW'));
    const [line] = await list();
    const there = onTheWay(street);
    await applied({ of: 'RISK', steps: [{ do: 'LEVEL', line: line.id, areaRisk: 'HIGH', source: '升级' }] });
    expect(await list()).toMatchObject([{ place: street, areaRisk: 'HIGH' }]);
    expect(scene.people.done()).toMatchObject([{ one: there, outcome: { kind: 'REJUDGED' } }]);
    const lines = await scene.app.connection.collection('riskAreas').find().toArray();
    expect(lines.map(({ areaRisk, validTo }) => [areaRisk, validTo instanceof Date]).sort()).toEqual([
      ['HIGH', false],
      ['LOW', true],
    ]);
  });

  test('is ended: the line stays for those who were there, and is on nobody’s list', async () => {
    await applied(add('HIGH'));
    const [line] = await list();
    const there = onTheWay(street);
    await applied({ of: 'RISK', steps: [{ do: 'END', line: line.id }] });
    expect(await list()).toEqual([]);
    const { policies, app } = scene;
    const judgement = await policies.book.judgementAt(testCounty, app.clock.now());
    expect(judgement.riskList).toMatchObject([{ place: street, areaRisk: 'HIGH' }]);
    expect(scene.people.done().some(({ one }) => one === there)).toBe(false);
  });

  test('moves no episode that it does not touch, by whatever that one was counted', async () => {
    const id = anId();
    const traveller = { stays: [], contacts: [], specialGroups: [] };
    scene.people.episodes.set(id, { episode: anEpisode('V9_NATIONAL', 'HIGH_RISK_STAY', 3, now()), traveller });
    await applied(add('HIGH'));
    expect(scene.people.done()).toEqual([]);
    expect(endOf(id)).toBe(daysFrom(id, 7));
  });

  test.each([
    ['a line nobody knows', { do: 'END', line: `${testCounty}-00000000000000000000000000` }, '/what/steps/0/line'],
    [
      'a level of tomorrow',
      { do: 'ADD', place: ['上海市'], areaRisk: 'HIGH', source: 'x', validFrom: '2031-01-01T00:00:00.000Z' },
      '/what/steps/0/validFrom',
    ],
    ['a place with a space', { do: 'ADD', place: ['上 海'], areaRisk: 'HIGH', source: 'x' }, '/what/steps/0/place/0'],
  ])('%s is refused', async (_what, step, pointer) => {
    const { status, body } = await prepare({ of: 'RISK', steps: [step] });
    expect([status, body.errors?.[0].pointer]).toEqual([422, pointer]);
  });

  test('that is on the list already, or has this level, is refused', async () => {
    await applied(add('HIGH'));
    const [line] = await list();
    expect((await prepare(add('HIGH'))).status).toBe(422);
    const same = { do: 'LEVEL', line: line.id, areaRisk: 'HIGH', source: 'x' };
    expect((await prepare({ of: 'RISK', steps: [same] })).status).toBe(422);
    const twice = { do: 'END', line: line.id };
    expect((await prepare({ of: 'RISK', steps: [twice, twice] })).status).toBe(422);
  });
});

describe('who', () => {
  test('is named to a head and an investigator only, and each look is kept', async () => {
    const { longer } = threePeople();
    const id = await previewed(national());
    const path = `/policy-changes/${id}/people?move=lengthen`;
    const { body } = await scene.as('head', 'GET', path);
    expect(body.items).toMatchObject([
      { id: longer, name: `某某${longer.slice(-2)}`, move: 'lengthen', agreed: false, oldCategory: 'HIGH_RISK_STAY' },
    ]);
    expect((await scene.as('investigator', 'GET', path)).body.items).toHaveLength(1);
    expect((await scene.as('dispatcher', 'GET', path)).status).toBe(403);
    const looks = await scene.app.connection.collection('auditRows').find({ record: longer }).toArray();
    expect(looks.map(({ role, did }) => [role, did]).sort()).toEqual([
      ['CDC_INVESTIGATOR', 'names'],
      ['COUNTY_HEAD', 'names'],
    ]);
  });

  test('would shorten is nobody for whom a head has to answer, and cannot be named', async () => {
    const { shorter } = threePeople();
    const id = await previewed(national());
    const refused = await does('head', id, 'agree-to-longer', { named: [shorter], reason: { code: 'OTHER' } });
    expect([refused.status, refused.body.errors?.[0].pointer]).toEqual([422, '/named/0']);
  });

  test.each([
    ['a resident', 'resident', 403],
    ['a head', 'head', 403],
    ['a dispatcher of one township', 'township', 404],
  ])('%s prepares nothing', async (_who, who, status) => {
    expect((await prepare(national(), {}, who)).status).toBe(status);
    expect(await scene.app.connection.collection('policyChanges').countDocuments()).toBe(0);
  });

  test.each(['approve', 'agree-to-longer'])('no dispatcher may %s', async (action) => {
    const id = await previewed(national());
    const named = action === 'approve' ? {} : { named: [], reason: { code: 'OTHER' } };
    expect((await does('dispatcher', id, action, named)).status).toBe(403);
    expect((await see(id)).state).toBe('PREVIEWED');
  });

  test('sees no change at all: a dispatcher of one township', async () => {
    const id = await previewed(national());
    expect((await scene.as('township', 'GET', `/policy-changes/${id}`)).status).toBe(404);
    expect((await scene.as('township', 'GET', '/policy-changes')).body.items).toEqual([]);
    expect((await scene.as('head', 'GET', '/policy-changes')).body.items).toHaveLength(1);
  });
});

test('what was shown is what is approved: when another change has come between, it is refused', async () => {
  const early = await previewed(national());
  const late = await previewed({ of: 'SET', set: setId(testCounty, { code: 'V9_NATIONAL', version: 1 }) });
  await does('head', late, 'approve');
  await scene.wait(1);
  const refused = await does('head', early, 'approve');
  expect([refused.status, refused.body.next]).toEqual([409, 'cancel']);
  expect((await does('dispatcher', early, 'cancel', { reason: { code: 'OTHER', words: '重做' } })).status).toBe(200);
});

test('a set that is there to look at only, or nobody knows, is not chosen; the same draft again is the same', async () => {
  const late = setId(testCounty, { code: 'NOV_2022', version: 1 });
  expect((await prepare({ of: 'SET', set: late })).status).toBe(422);
  expect((await prepare({ of: 'SET', set: anId() })).status).toBe(404);
  const id = anId();
  const first = await prepare(national(), { words: '省里通知' }, 'dispatcher', id);
  expect(first.body.words).toBe('省里通知');
  expect((await prepare(national(), { words: '省里通知' }, 'dispatcher', id)).body).toEqual(first.body);
  expect((await prepare(national(), { words: '别的' }, 'dispatcher', id)).status).toBe(409);
});

test('nothing that was said, and no reason, is stored in plain words', async () => {
  threePeople();
  const { body } = await prepare(national(), { words: '暗号甲' });
  await does('dispatcher', body.id, 'preview', { reason: { code: 'OTHER', words: '暗号乙' } });
  for (const name of ['policyChanges', 'policyMoves']) {
    const text = JSON.stringify(await scene.app.connection.collection(name).find().toArray());
    expect(text).not.toMatch(/暗号|HIGH_RISK_STAY/);
  }
});
