import { roles } from '@grid-relief/shared-types/roles';
import { anId, aPlace, aPost, aProxy, collection, get, settle, somebody, told } from '../../deliveries/testing/scene';
import {
  aGuardian,
  allSafe,
  aSeenHome,
  doesEvent,
  doesWelfare,
  listed,
  onEvent,
  opened,
  opening,
  seeEvent,
  setTheStage,
  stayingHome,
  storedEvents,
  welfareOf,
} from '../testing/scene';

setTheStage();

describe('one event of a kind for a home', () => {
  test('a second answers with the one there, also at the same moment; of another kind it is another', async () => {
    const home = await aSeenHome();
    const { worker, leader, household } = home;
    const both = await Promise.all([opening(worker, household, 'FIRE'), opening(leader, household, 'FIRE')]);
    await settle();
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body.id).toBe(both[1]?.body.id);
    expect(both.filter(({ body }) => body.wasOpen)).toHaveLength(1);
    expect((await opening(worker, household, 'FIRE', { words: '又一次' })).body).toMatchObject({ wasOpen: true });
    expect((await opening(worker, household, 'DEATH')).body).toMatchObject({ wasOpen: false });
    expect(await storedEvents()).toHaveLength(2);
  });

  test('a double tap is one; after it is closed, the next one is new', async () => {
    const home = await aSeenHome();
    const opId = anId();
    const [first, second] = [
      await opening(home.worker, home.household, 'FIRE', { opId }),
      await opening(home.worker, home.household, 'FIRE', { opId }),
    ];
    expect(second.body).toEqual(first.body);
    const { id } = first.body;
    await doesEvent(home.worker, id, 'secure', { secured: allSafe });
    await doesEvent(home.worker, id, 'reconcile');
    await doesEvent(home.leader, id, 'close');
    // the repeat of a tap from before the end is still that one
    expect((await opening(home.worker, home.household, 'FIRE', { opId })).body.id).toBe(id);
    expect((await opening(home.worker, home.household, 'FIRE')).body).toMatchObject({ wasOpen: false });
    expect(await storedEvents()).toHaveLength(2);
  });

  test('whoever loses the race learns what holds', async () => {
    const home = await aSeenHome();
    const id = await opened(home, 'FIRE');
    const secured = { secured: allSafe };
    const opId = anId();
    expect(await onEvent(home.worker, id, 'secure', { ...secured, opId })).toMatchObject({ status: 200 });
    const repeat = await onEvent(home.worker, id, 'secure', { ...secured, opId });
    expect(repeat).toMatchObject({ status: 200, body: { receipt: { to: 'SECURED' } } });
    expect(await onEvent(home.leader, id, 'secure', secured)).toMatchObject({
      status: 409,
      body: { state: 'SECURED' },
    });
    const both = await Promise.all([onEvent(home.worker, id, 'reconcile'), onEvent(home.leader, id, 'reconcile')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('who knows of it', () => {
  test('the grid and the township of the place, and nobody else', async () => {
    const home = await aSeenHome();
    const id = await opened(home, 'FIRE');
    const readers = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
    for (const role of roles.filter((one) => !readers.includes(one))) {
      const person = await somebody(role, home.place);
      const answers = [
        await get(person, `/household-events/${id}`),
        await get(person, '/household-events'),
        await opening(person, home.household, 'FIRE'),
      ];
      expect([role, ...answers.map(({ status }) => status)]).toEqual([role, 403, 403, 403]);
    }
    expect(await onEvent(home.township, id, 'secure', { secured: allSafe })).toMatchObject({ status: 403 });
    expect(await opening(home.township, home.household, 'FIRE')).toMatchObject({ status: 403 });
    expect(await listed(home.township)).toEqual([id]);
  });

  test('somebody of another grid finds neither event nor home', async () => {
    const home = await aSeenHome();
    const id = await opened(home, 'FIRE');
    const far = await somebody('GRID_LEADER', aPlace());
    expect(await get(far, `/household-events/${id}`)).toMatchObject({ status: 404 });
    expect(await onEvent(far, id, 'secure', { secured: allSafe })).toMatchObject({ status: 404 });
    expect(await opening(far, home.household, 'FIRE')).toMatchObject({ status: 404 });
    expect(await listed(far)).toEqual([]);
    const post1 = await aPost();
    const worker = await somebody('GRID_WORKER', post1.place);
    expect(await opening(worker, post1.household, 'FIRE')).toMatchObject({ status: 404 });
  });

  test('the home itself hears that the community sees to it, and whom to call; never what', async () => {
    const home = await aSeenHome();
    const id = await opened(home, 'POSITIVE', { words: '核酸阳性' });
    for (const person of [home.resident, await aProxy(home)]) {
      const { body } = await get(person, '/homes-in-care');
      expect(body.items).toEqual([{ household: home.household, gridPhone: expect.any(String) }]);
    }
    expect(told(id).filter((line) => line.startsWith('HOUSEHOLD'))).toEqual([]);
    expect((await get(home.worker, '/homes-in-care')).body.items).toEqual([]);
  });

  test('no word of it lies open', async () => {
    const home = await aSeenHome();
    const id = await opened(home, 'CHILD_ALONE', { words: '妈妈被救护车接走' });
    await doesEvent(home.worker, id, 'secure', {
      secured: allSafe,
      reason: { code: 'OTHER', words: '门口的钥匙在邻居家' },
    });
    const task = await welfareOf(home.worker, id);
    await doesWelfare(home.worker, task, 'name-guardian', { guardian: aGuardian });
    await doesWelfare(home.worker, task, 'settle', { settlement: { ...stayingHome, bring: ['FOOD'] } });
    const all = ['householdEvents', 'tasks', 'notices', 'announcements', 'auditRows'];
    const everything = await Promise.all(all.map((name) => collection(name).find({}).toArray()));
    const said = ['韩小宝', '救护车', '钥匙', '狗寄', '煤气', '韩大姑', '10000005555', '哮喘', '花生', '网课'];
    for (const word of said) expect([word, JSON.stringify(everything).includes(word)]).toEqual([word, false]);
    expect((await seeEvent(home.leader, id)).timeline).toMatchObject([
      { action: 'secure', by: 'GRID_WORKER', words: '门口的钥匙在邻居家' },
    ]);
  });
});
