import {
  aDelivery,
  anId,
  aPlace,
  collection,
  get,
  post,
  settle,
  somebody,
  stored,
  told,
  wait,
} from '../../deliveries/testing/scene';
import {
  aChild,
  aGuardian,
  aSeenHome,
  doesWelfare,
  listed,
  onWelfare,
  opened,
  type Seen,
  setTheStage,
  stayingHome,
  welfareOf,
} from '../testing/scene';

setTheStage();

interface Alone extends Seen {
  readonly event: string;
  readonly task: string;
}
async function aChildAlone(leftBehind: readonly object[] = [aChild], home?: Seen): Promise<Alone> {
  const seen = home ?? (await aSeenHome());
  const event = await opened(seen, 'CHILD_ALONE', { leftBehind });
  return { ...seen, event, task: await welfareOf(seen.worker, event) };
}

test('the grid hears at once, in the night as well; after half an hour leader and township together, and again', async () => {
  const { task, worker, event } = await aChildAlone();
  const first = told(task).length;
  const [notice] = await collection('notices')
    .find({ code: 'WELFARE_NEW', person: worker.id } as object)
    .toArray();
  // on the sheet of the event the task is seen to
  expect(notice).toMatchObject({ record: event, urgent: true, values: { code: task.slice(-4).toUpperCase() } });
  await wait(29);
  expect(told(task)).toHaveLength(first);
  await wait(1);
  const both = ['GRID_LEADER:WELFARE_LATE', 'TOWNSHIP_DISPATCHER:WELFARE_LATE'];
  expect(told(task).slice(first).sort()).toEqual(both);
  await wait(30);
  expect(told(task).slice(first).sort()).toEqual([...both, ...both].sort());
  const late = await collection('notices')
    .find({ code: 'WELFARE_LATE' } as object)
    .toArray();
  expect(late.length).toBeGreaterThan(0);
  for (const one of late) expect(one).toMatchObject({ record: event });
});

test('a guardian who is named in time ends the clock', async () => {
  const { task, worker } = await aChildAlone();
  const first = told(task).length;
  const named = await doesWelfare(worker, task, 'name-guardian', { guardian: aGuardian });
  expect(named.body.view).toMatchObject({ state: 'GUARDIAN_NAMED', guardian: { nameMasked: '韩**', isAdult: true } });
  await wait(60);
  expect(told(task)).toHaveLength(first);
});

describe('nobody under 14 is anywhere without a guardian', () => {
  const young = { guardian: { ...aGuardian, isAdult: false } };

  test('somebody who is not of age looks after nobody of 13, and after somebody of 14', async () => {
    const child = await aChildAlone([{ kind: 'CHILD', age: 13 }]);
    expect(await onWelfare(child.worker, child.task, 'name-guardian', young)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/guardian/isAdult' }] },
    });
    const older = await aChildAlone([{ kind: 'CHILD', age: 14 }]);
    expect(await onWelfare(older.worker, older.task, 'name-guardian', young)).toMatchObject({ status: 200 });
  });

  test('a place without the guardian is refused, the youngest decides', async () => {
    const { worker, township, task } = await aChildAlone([
      { kind: 'CHILD', age: 16 },
      { kind: 'CHILD', age: 9 },
    ]);
    const alone = { settlement: { ...stayingHome, where: 'SAME_SITE', place: '县招待所', guardianAlong: false } };
    expect(await onWelfare(worker, task, 'settle', alone)).toMatchObject({ status: 409 });
    await doesWelfare(township, task, 'name-guardian', { guardian: aGuardian });
    expect(await onWelfare(worker, task, 'settle', alone)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/settlement/guardianAlong' }] },
    });
    const together = { settlement: { ...alone.settlement, guardianAlong: true } };
    expect((await doesWelfare(worker, task, 'settle', together)).body.view).toMatchObject({
      state: 'SETTLED',
      settlement: together.settlement,
    });
  });

  test('another site than the family’s needs a word why, and nothing is brought where nobody stays', async () => {
    const { worker, task } = await aChildAlone();
    await doesWelfare(worker, task, 'name-guardian', { guardian: aGuardian });
    const away = { ...stayingHome, where: 'OTHER_SITE', bring: ['FOOD'] };
    const answer = await onWelfare(worker, task, 'settle', { settlement: away });
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/settlement/place',
      '/settlement/bring',
    ]);
  });
});

describe('food and medicine of whoever stays', () => {
  test('become requests at once, the food of a child as danger to life', async () => {
    const { worker, task, household } = await aChildAlone();
    await doesWelfare(worker, task, 'name-guardian', { guardian: aGuardian });
    await doesWelfare(worker, task, 'settle', { settlement: { ...stayingHome, bring: ['FOOD', 'MEDICINE'] } });
    const asked = await collection('tasks')
      .find({ kind: 'DELIVERY', household } as object)
      .toArray();
    expect(asked).toMatchObject([
      { variant: 'GROCERY', priority: 0, detail: { askedBy: worker.id, payMode: 'FREE' } },
      { variant: 'MEDICINE', priority: 1 },
    ]);
    expect(asked[0]).not.toMatchObject({ state: 'SUBMITTED' });
  });

  test('one that is on hold for what happened is wanted again', async () => {
    const scene = await aDelivery('TRIAGED');
    const alone = await aChildAlone([aChild], await aSeenHome(scene));
    expect((await stored(scene.id)).state).toBe('ON_HOLD');
    await doesWelfare(alone.worker, alone.task, 'name-guardian', { guardian: aGuardian });
    await doesWelfare(alone.worker, alone.task, 'settle', { settlement: { ...stayingHome, bring: ['FOOD'] } });
    expect((await stored(scene.id)).state).not.toBe('ON_HOLD');
    const { household } = scene;
    expect(await collection('tasks').countDocuments({ kind: 'DELIVERY', household } as object)).toBe(1);
  });

  test('asked for by somebody who may ask for nothing there, the grid hears that nothing comes', async () => {
    const { township, task } = await aChildAlone();
    await doesWelfare(township, task, 'name-guardian', { guardian: aGuardian });
    await doesWelfare(township, task, 'settle', { settlement: { ...stayingHome, bring: ['FOOD'] } });
    expect(told(task)).toContain('GRID:WELFARE_NOT_ASKED');
  });
});

test('only leader and township close it; somebody of another grid finds nothing', async () => {
  const { worker, leader, township, task } = await aChildAlone();
  await doesWelfare(worker, task, 'name-guardian', { guardian: aGuardian });
  await doesWelfare(township, task, 'settle', { settlement: stayingHome });
  expect(await onWelfare(worker, task, 'close')).toMatchObject({ status: 403 });
  const far = await somebody('GRID_LEADER', aPlace());
  expect([(await get(far, `/welfare-tasks/${task}`)).status, await listed(far, '/welfare-tasks')]).toEqual([404, []]);
  expect(await listed(leader, '/welfare-tasks')).toEqual([task]);
  expect((await doesWelfare(leader, task, 'close')).body.view.state).toBe('CLOSED');
  expect(await listed(township, '/welfare-tasks')).toEqual([]);
});

test('names and the number are opened by a look that is written down', async () => {
  const { worker, resident, task } = await aChildAlone();
  await doesWelfare(worker, task, 'name-guardian', { guardian: aGuardian });
  const seen = await get(worker, `/welfare-tasks/${task}`);
  expect(JSON.stringify(seen.body)).not.toMatch(/韩小宝|韩大姑|10000005555/);
  const look = { opId: anId(), why: 'CALL' };
  const opened1 = await post(worker, `/welfare-tasks/${task}/reveal`, look);
  expect(opened1.body).toEqual({ people: [aChild], guardian: aGuardian, recordedAt: expect.any(String) });
  const rows = await collection('auditRows')
    .find({ record: task } as object)
    .toArray();
  expect(rows).toMatchObject([{ role: 'GRID_WORKER', who: worker.id, why: 'CALL' }]);
  expect(await post(resident, `/welfare-tasks/${task}/reveal`, { opId: anId(), why: 'CALL' })).toMatchObject({
    status: 403,
  });
  await settle();
});
