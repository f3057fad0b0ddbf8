import {
  aDelivery,
  aDraft,
  anId,
  does,
  get,
  pass,
  post,
  settle,
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
