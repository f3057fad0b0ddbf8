import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { testCounty } from '../../testing/test-app';
import {
  anId,
  daysFrom,
  does,
  endOf,
  national,
  now,
  prepare,
  previewed,
  scene,
  see,
  setTheScene,
  threePeople,
} from './testing/change-scene';
import { anEpisode } from './testing/policy-scene';

setTheScene();

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
