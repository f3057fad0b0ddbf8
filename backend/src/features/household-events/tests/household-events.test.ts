import { roles } from '@grid-relief/shared-types/roles';
import {
  aDelivery,
  aDraft,
  anId,
  aPlace,
  aPost,
  aProxy,
  collection,
  does,
  get,
  pass,
  post,
  settle,
  somebody,
  stored,
  submit,
  told,
  wait,
} from '../../deliveries/testing/scene';
import {
  aChild,
  aGuardian,
  allSafe,
  aSeenHome,
  doesEvent,
  doesWelfare,
  listed,
  onEvent,
  opened,
  opening,
  pointsOf,
  seeEvent,
  setTheStage,
  stayingHome,
  storedEvents,
  welfareOf,
} from '../testing/scene';

setTheStage();

describe('from the first minute to the end', () => {
  test.each(['POSITIVE', 'ADMISSION', 'DEATH', 'FIRE'])('%s: secured, reconciled, closed', async (kind) => {
    const home = await aSeenHome();
    const id = await opened(home, kind, { words: '厨房着火，人都出来了' });
    expect(await seeEvent(home.worker, id)).toMatchObject({ kind, state: 'OPENED', words: '厨房着火，人都出来了' });
    const secured = await doesEvent(home.worker, id, 'secure', { secured: allSafe });
    expect(secured.body.view).toMatchObject({ state: 'SECURED', secured: allSafe, inTheWay: [] });
    expect(secured.body.view).not.toHaveProperty('dueAt');
    expect((await doesEvent(home.worker, id, 'reconcile')).body.view.state).toBe('RECONCILED');
    expect(told(id).at(-1)).toBe('GRID_LEADER:HOME_EVENT_DONE');
    expect(await onEvent(home.worker, id, 'close')).toMatchObject({ status: 403 });
    expect((await doesEvent(home.leader, id, 'close')).body.view.state).toBe('CLOSED');
    expect(await listed(home.worker)).toEqual([]);
  });

  test('CHILD_ALONE: nobody reconciles while nobody looks after the child', async () => {
    const home = await aSeenHome();
    const id = await opened(home, 'CHILD_ALONE');
    await doesEvent(home.worker, id, 'secure', { secured: allSafe });
    expect(await pointsOf(home.worker, id)).toEqual(['NO_GUARDIAN']);
    expect(await onEvent(home.worker, id, 'reconcile')).toMatchObject({ status: 409 });
    const task = await welfareOf(home.worker, id);
    await doesWelfare(home.worker, task, 'name-guardian', { guardian: aGuardian });
    await doesEvent(home.worker, id, 'reconcile');
    await doesWelfare(home.worker, task, 'settle', { settlement: stayingHome });
    await doesWelfare(home.leader, task, 'close');
    await doesEvent(home.leader, id, 'close');
    expect((await seeEvent(home.leader, id)).welfare).toMatchObject([{ state: 'CLOSED', priority: 'P0' }]);
  });

  test('a child alone needs an age, and each of the three a word', async () => {
    const { worker, household } = await aSeenHome();
    const withoutAge = { leftBehind: [{ kind: 'CHILD' }] };
    expect(await opening(worker, household, 'CHILD_ALONE', withoutAge)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/leftBehind/0/age' }] },
    });
    const elder = { leftBehind: [{ kind: 'ELDER' }] };
    expect(await opening(worker, household, 'CHILD_ALONE', elder)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/leftBehind' }] },
    });
    const home = await aSeenHome();
    const id = await opened(home, 'FIRE');
    const { pets: _none, ...two } = allSafe;
    expect(await onEvent(home.worker, id, 'secure', { secured: two })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/secured/pets' }] },
    });
    expect(await onEvent(home.worker, id, 'secure', { secured: { ...allSafe, goods: '  ' } })).toMatchObject({
      status: 422,
    });
  });

  test('somebody who turns out to be left behind later is looked after as well', async () => {
    const home = await aSeenHome();
    const id = await opened(home, 'FIRE');
    await doesEvent(home.worker, id, 'open-welfare', { leftBehind: [{ kind: 'ELDER', name: '韩奶奶' }] });
    await doesEvent(home.leader, id, 'open-welfare', { leftBehind: [aChild] });
    const { welfare, waitsForGuardian } = await seeEvent(home.leader, id);
    expect(waitsForGuardian).toBe(true);
    expect(welfare.map(({ people }: { people: object }) => people)).toEqual([
      [{ kind: 'ELDER' }],
      [{ kind: 'CHILD', age: 6 }],
    ]);
    expect(await pointsOf(home.worker, id)).toEqual(['NO_GUARDIAN', 'NO_GUARDIAN']);
  });
});

describe('before anything else is sent to that door', () => {
  test('what was not yet bought is on hold, its carrier is told, and a person decides about it', async () => {
    const scene = await aDelivery('ACCEPTED');
    const home = await aSeenHome(scene);
    const id = await opened(home, 'FIRE');
    expect(await stored(scene.id)).toMatchObject({ state: 'ON_HOLD' });
    expect((await stored(scene.id)).history.at(-1)).toMatchObject({ by: 'SYSTEM', reason: 'HOME_EVENT' });
    expect(told(scene.id)).toEqual(expect.arrayContaining(['CARRIER:ON_HOLD']));
    expect(await seeEvent(home.worker, id)).toMatchObject({
      held: 1,
      inTheWay: [{ what: 'DELIVERY_HELD', record: scene.id, state: 'ON_HOLD' }],
    });
    await doesEvent(home.worker, id, 'secure', { secured: allSafe });
    const refused = await onEvent(home.worker, id, 'reconcile');
    expect(refused).toMatchObject({ status: 409, body: { state: 'SECURED' } });
    pass(1);
    await does(home.worker, scene.id, 'resume');
    expect(await pointsOf(home.worker, id)).toEqual([]);
    // wanted again, and a second look does not take it back
    await wait(2);
    expect((await stored(scene.id)).state).not.toBe('ON_HOLD');
    await doesEvent(home.worker, id, 'reconcile');
  });

  test('what is bought is listed for another way; redirected, it is in nobody’s way', async () => {
    const scene = await aDelivery('IN_TRANSIT');
    const home = await aSeenHome(scene);
    const id = await opened(home, 'POSITIVE');
    expect((await stored(scene.id)).state).toBe('IN_TRANSIT');
    expect(told(id)).toContain('CARRIER:WAIT_BEFORE_DOOR');
    await wait(2);
    // whoever has it hears once
    expect(told(id).filter((line) => line.startsWith('CARRIER'))).toHaveLength(1);
    await doesEvent(home.worker, id, 'secure', { secured: allSafe });
    expect(await pointsOf(home.worker, id)).toEqual(['DELIVERY_BOUGHT']);
    expect(await onEvent(home.worker, id, 'reconcile')).toMatchObject({ status: 409 });
    await does(home.worker, scene.id, 'redirect', { words: '送到隔离点东门', reason: { code: 'SITE_GATE' } });
    await doesEvent(home.worker, id, 'reconcile');
  });

  test('or it comes as it is, when somebody says so with a reason; on hold is no answer', async () => {
    const scene = await aDelivery('PURCHASED');
    const home = await aSeenHome(scene);
    const id = await opened(home, 'CHILD_ALONE');
    const keep = { what: 'DELIVERY_BOUGHT', record: scene.id };
    expect(await onEvent(home.worker, id, 'keep-as-is', { ...keep, reason: undefined })).toMatchObject({ status: 422 });
    expect(await onEvent(home.worker, id, 'keep-as-is', { ...keep, record: anId() })).toMatchObject({ status: 409 });
    const kept = await doesEvent(home.worker, id, 'keep-as-is', { ...keep, reason: { code: 'FOR_CHILD' } });
    expect(kept.body.view.inTheWay.map(({ what }: { what: string }) => what)).toEqual(['NO_GUARDIAN']);
    expect((await stored(scene.id)).state).toBe('PURCHASED');
    const other = await aDelivery('TRIAGED');
    const there = await aSeenHome(other);
    const event = await opened(there, 'FIRE');
    const held = { what: 'DELIVERY_BOUGHT', record: other.id };
    expect(await onEvent(there.worker, event, 'keep-as-is', held)).toMatchObject({ status: 409 });
  });

  test('what is asked for meanwhile is looked at by the grid first', async () => {
    const home = await aSeenHome();
    await opened(home, 'FIRE');
    const draft = aDraft(home.household);
    await submit(home.resident, draft);
    await settle();
    expect(await stored(draft.id)).toMatchObject({ state: 'SUBMITTED', detail: { flags: ['HOME_EVENT'] } });
    await does(home.worker, draft.id, 'triage', { priority: 'P1' });
    await settle();
    expect((await stored(draft.id)).state).not.toBe('SUBMITTED');
  });

  test('the home does not take it off hold before anybody has looked; afterwards it may', async () => {
    const scene = await aDelivery('TRIAGED');
    const home = await aSeenHome(scene);
    const id = await opened(home, 'POSITIVE');
    expect(await post(home.resident, `/deliveries/${scene.id}/resume`, { opId: anId() })).toMatchObject({
      status: 409,
    });
    await doesEvent(home.worker, id, 'secure', { secured: allSafe });
    await does(home.resident, scene.id, 'resume');
    expect((await stored(scene.id)).state).not.toBe('ON_HOLD');
  });

  test('the requests of another home go on', async () => {
    const scene = await aDelivery('ACCEPTED');
    const home = await aSeenHome();
    await opened(home, 'FIRE');
    expect((await stored(scene.id)).state).toBe('ACCEPTED');
  });
});

describe('half an hour until people, pets and goods are safe', () => {
  test('then the grid leader hears, and half an hour later the township; nobody a third time', async () => {
    const home = await aSeenHome();
    const id = await opened(home, 'FIRE');
    const first = told(id).length;
    await wait(29);
    expect(told(id)).toHaveLength(first);
    await wait(1);
    expect(told(id).slice(first)).toEqual(['GRID_LEADER:HOME_EVENT_LATE']);
    expect((await get(home.worker, '/household-events')).body.items).toMatchObject([{ id, isLate: true }]);
    await wait(30);
    expect(told(id).slice(first + 1)).toEqual(['TOWNSHIP_DISPATCHER:HOME_EVENT_LATE']);
    await wait(120);
    expect(told(id)).toHaveLength(first + 2);
  });

  test('secured in time, nobody hears; what is late stands first', async () => {
    const home = await aSeenHome();
    const safe = await opened(home, 'FIRE');
    const told0 = told(safe).length;
    await doesEvent(home.worker, safe, 'secure', { secured: allSafe });
    await wait(10);
    const early = await opened(home, 'POSITIVE');
    await wait(10);
    const later = await opened(home, 'ADMISSION');
    await wait(25);
    expect(told(safe)).toHaveLength(told0);
    expect(await listed(home.worker)).toEqual([early, later, safe]);
  });
});

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
