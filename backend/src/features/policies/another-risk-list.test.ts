import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { testCounty } from '../../testing/test-app';
import { anId, daysFrom, does, endOf, now, prepare, previewed, scene, see, setTheScene } from './testing/change-scene';
import { anEpisode } from './testing/policy-scene';

setTheScene();

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
