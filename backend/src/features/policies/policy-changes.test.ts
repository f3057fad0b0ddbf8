import { testCounty } from '../../testing/test-app';
import { setId } from './policy.repository';
import { anId, does, national, prepare, previewed, scene, see, setTheScene, threePeople } from './testing/change-scene';

setTheScene();

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
