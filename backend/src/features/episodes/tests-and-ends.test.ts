import {
  act,
  allNotices,
  anEpisode,
  anId,
  asked,
  at,
  clockTo,
  does,
  get,
  judgeBy,
  see,
  setTheStage,
  settle,
  stateOf,
  stored,
  told,
} from './testing/stage';
import { atHome, atHomeNow, recordOf, swabbed } from './testing/steps';

setTheStage();

describe('tests', () => {
  test('a missed one is told to the leader at 20:00, every evening, until a late swab makes up for it', async () => {
    const scene = await atHomeNow();
    const { id, sampler, leader } = scene;
    await swabbed(scene, '2022-08-10 20:30', '2022-08-10 22:00');
    await clockTo('2022-08-11 19:59');
    expect(told(id)).not.toContain('GRID_LEADER:TEST_MISSED');
    await clockTo('2022-08-11 20:01');
    expect(told(id).filter((line) => line.endsWith('TEST_MISSED'))).toEqual(['GRID_LEADER:TEST_MISSED']);
    await clockTo('2022-08-12 20:01');
    expect(
      told(id)
        .filter((line) => line.endsWith('TEST_MISSED'))
        .slice(1)
        .sort(),
    ).toEqual(['GRID_LEADER:TEST_MISSED', 'TOWNSHIP_DISPATCHER:TEST_MISSED']);
    expect((await get(sampler, '/work/quarantine/to-sample')).body.items).toMatchObject([{ id, testsDue: 1 }]);
    await swabbed(scene, '2022-08-13 09:00', '2022-08-13 15:00');
    const tests = (await see(leader, id)).body.tests;
    expect(tests.find(({ date }: { date: string }) => date === '2022-08-11')).toMatchObject({
      state: 'NEGATIVE',
      isLate: true,
    });
    expect((await get(sampler, '/work/quarantine/to-sample')).body.items).toEqual([]);
  });

  test('an invalid result counts as not taken: the grid hears, and the evening passes it on', async () => {
    const scene = await atHomeNow();
    await swabbed(scene, '2022-08-10 20:30', '2022-08-10 22:00');
    await swabbed(scene, '2022-08-11 09:00', '2022-08-11 15:00', {}, 'INVALID');
    expect(told(scene.id)).toContain('GRID:RESULT_INVALID');
    await clockTo('2022-08-11 20:01');
    expect(told(scene.id)).toContain('GRID_LEADER:TEST_MISSED');
  });

  test('a laboratory sees a number and no name, and answers once; a positive result frees nobody and calls three', async () => {
    const scene = await atHomeNow();
    const { id, lab, sampler, investigator } = scene;
    const opId = anId();
    await does(sampler, id, 'swab', { opId });
    const { items } = (await get(lab, '/work/quarantine/results')).body;
    expect(items).toMatchObject([{ episode: id, swab: opId }]);
    expect(JSON.stringify((await see(lab, id)).body)).not.toContain('category');
    await does(lab, id, 'book-result', { swab: opId, result: 'POSITIVE' });
    expect((await act(lab, id, 'book-result', { swab: opId, result: 'NEGATIVE' })).status).toBe(409);
    expect((await act(lab, id, 'book-result', { swab: anId(), result: 'NEGATIVE' })).status).toBe(422);
    expect(told(id)).toEqual(expect.arrayContaining(['CDC_INVESTIGATOR:RESULT_POSITIVE', 'DOCTOR:RESULT_POSITIVE']));
    await clockTo('2022-08-18 09:00');
    expect(await stateOf(id)).toBe('HOME_ACTIVE');
    await does(investigator, id, 'confirm-positive');
    expect(await stateOf(id)).toBe('POSITIVE_TRANSFER');
  });

  test('nobody can bring an end forward, and what is waited for goes up the ladder', async () => {
    const scene = await atHomeNow();
    const { id, worker } = scene;
    expect((await act(worker, id, 'release')).body).toMatchObject({ status: 409, next: 'wait' });
    await clockTo('2022-08-17 06:21');
    expect((await act(worker, id, 'release')).status).toBe(409);
    await clockTo('2022-08-17 19:00');
    expect(told(id).filter((line) => line.endsWith('BLOCK_OVERDUE'))).toEqual([
      'GRID_LEADER:BLOCK_OVERDUE',
      'TOWNSHIP_DISPATCHER:BLOCK_OVERDUE',
      'COUNTY_DISPATCHER:BLOCK_OVERDUE',
    ]);
  });
});

test('7 and 5 days at home: a late result holds the second part back, which all the same runs from the first end', async () => {
  const given = {
    policy: 'SX_2022_SPRING',
    category: 'CITY_WITH_CASES',
    anchor: '2022-05-12 09:00',
    found: '2022-05-12 20:00',
  } as const;
  const scene = await anEpisode(given);
  const { id } = scene;
  await atHome(scene);
  for (const day of ['12', '13', '16']) await swabbed(scene, `2022-05-${day} 20:30`, `2022-05-${day} 23:00`);
  await clockTo('2022-05-19 09:00');
  expect(await stateOf(id)).toBe('RELEASE_BLOCKED');
  await swabbed(scene, '2022-05-19 10:00', '2022-05-19 18:00');
  expect(await stored(id)).toMatchObject({ state: 'HOME_ACTIVE', detail: { phase: 1 } });
  await swabbed(scene, '2022-05-24 08:00', '2022-05-24 08:30');
  await clockTo('2022-05-24 08:59');
  expect(await stateOf(id)).toBe('HOME_ACTIVE');
  await clockTo('2022-05-24 09:00');
  expect(await stateOf(id)).toBe('RELEASED');
});

test('a move keeps the old rules until handed over, and takes a named reason that is no breach', async () => {
  const { id, leader, worker, site } = await atHomeNow();
  expect((await act(leader, id, 'move', { to: 'CENTRAL', reason: { code: 'BREACH' } })).status).toBe(422);
  await does(leader, id, 'move', { to: 'CENTRAL', reason: { code: 'COHABITANT_POSITIVE' } });
  expect((await stored(id)).detail.placement).toBe('HOME');
  await clockTo('2022-08-11 05:00');
  expect(told(id)).toContain('TOWNSHIP_DISPATCHER:MOVE_OVERDUE');
  expect((await act(worker, id, 'settle-home')).status).toBe(409);
  await does(site, id, 'settle-central', { site: '县招待所' });
  expect(await stored(id)).toMatchObject({ state: 'CENTRAL_ACTIVE', detail: { placement: 'CENTRAL' } });
  expect((await recordOf('DELIVERY_PLAN')).state).toBe('CLOSED');
});

test('a breach is proposed by the leader and decided by the township, never before the person was heard', async () => {
  const { id, leader, township, worker } = await atHomeNow();
  expect((await act(worker, id, 'propose-breach')).status).toBe(403);
  await does(leader, id, 'propose-breach');
  expect((await act(township, id, 'uphold-breach')).body).toMatchObject({ status: 409, next: 'hearPerson' });
  await clockTo('2022-08-11 03:00');
  expect(told(id)).toContain('COUNTY_DISPATCHER:BREACH_OVERDUE');
  expect(await stateOf(id)).toBe('BREACH_REVIEW');
  await does(township, id, 'hear-person', { words: '下楼倒垃圾' });
  await does(township, id, 'dismiss-breach');
  expect(await stateOf(id)).toBe('HOME_ACTIVE');
});

test('absent takes two ways tried; half an hour later somebody looks; found again the same phase goes on', async () => {
  const { id, worker } = await atHomeNow();
  expect((await act(worker, id, 'mark-absent', { tried: ['PHONE', 'PHONE'] })).status).toBe(409);
  await does(worker, id, 'mark-absent', { tried: ['PHONE', 'DOOR'] });
  await clockTo('2022-08-10 20:35');
  expect(told(id)).toContain('GRID_LEADER:SEARCH_DUE');
  await does(worker, id, 'find-again');
  expect(await stateOf(id)).toBe('HOME_ACTIVE');
});

describe('ends that are not of the days', () => {
  test('a death stops every prompt, also those already on their way; the reports of the home are asked for no more', async () => {
    const { id, leader, resident } = await atHomeNow();
    await clockTo('2022-08-11 09:00');
    const before = allNotices().length;
    // what it asks for is on its way still when the death is recorded
    expect((await act(resident, id, 'alert-symptom', { symptoms: ['COUGH'] })).status).toBe(200);
    expect((await act(leader, id, 'record-death')).status).toBe(200);
    await settle();
    await clockTo('2022-08-20 09:00');
    const since = allNotices().slice(before);
    const lines = since.map(({ line }) => line);
    // its grid hears that something has happened in the home, and climbs on; nobody prompts the home or asks about its days
    expect(lines.filter((line) => !line.endsWith(':HOME_EVENT_NEW') && !line.endsWith(':HOME_EVENT_LATE'))).toEqual([]);
    expect((await stored(id)).outbox).toEqual([]);
    expect((await get(resident, '/my-quarantine')).body.items).toEqual([]);
    expect(asked.codes).toEqual([]);
  });

  test('another category begins where the person is, with the swabs taken, and is counted from its own anchor', async () => {
    const scene = await atHomeNow();
    const { id, investigator, leader } = scene;
    await swabbed(scene, '2022-08-10 20:30', '2022-08-10 22:00');
    await clockTo('2022-08-12 10:00');
    judgeBy('V9_NATIONAL');
    const body = { category: 'CLOSE_CONTACT', anchor: at('2022-08-11 18:00').toISOString() };
    expect((await act(leader, id, 'convert', body)).status).toBe(403);
    await does(investigator, id, 'convert', body);
    const { state, detail } = await stored(id);
    expect(state).toBe('CONVERTED');
    const next = await stored(detail.successor ?? '');
    expect(next).toMatchObject({
      state: 'HOME_ACTIVE',
      detail: { category: 'CLOSE_CONTACT', predecessor: id, swabs: [{}] },
    });
    expect(told(next._id)).toContain('GRID_LEADER:MOVE_DUE');
    const tests = (await see(leader, id)).body.tests.map((one: { state: string }) => one.state);
    expect(tests).toEqual(['NEGATIVE', 'SUPERSEDED', 'SUPERSEDED', 'SUPERSEDED']);
    expect((await see(leader, next._id)).body.tests[0]).toMatchObject({ what: 'LANDING', state: 'DUE' });
    await clockTo('2022-08-12 20:31');
    expect(told(next._id)).toContain('GRID:REPORT_MISSING');
  });

  test('a case that was none frees at once, with an apology and the code asked for', async () => {
    const { id, investigator } = await atHomeNow();
    await does(investigator, id, 'revoke');
    expect([await stateOf(id), told(id).at(-1), asked.codes]).toEqual([
      'REVOKED',
      'HOUSEHOLD:QUARANTINE_REVOKED',
      [`${id} REVOKED`],
    ]);
  });

  test.each([
    ['asks for none', {}, 0],
    ['asks for one where a test was missed', { codeOnMiss: 'YELLOW' }, 1],
  ] as const)('whether a code is asked to be cleared, where the row %s', async (_, more, times) => {
    const { id, investigator } = await atHomeNow();
    judgeBy('V9_NATIONAL', (rule) => ({ ...rule, code: 'NONE', ...more }));
    await does(investigator, id, 'revoke');
    expect(asked.codes).toHaveLength(times);
  });

  test('another county takes over by name, or it goes on here', async () => {
    const { id, township } = await atHomeNow();
    await does(township, id, 'hand-out', { toCounty: '140105' });
    await does(township, id, 'take-back');
    expect(await stateOf(id)).toBe('HOME_ACTIVE');
    await does(township, id, 'hand-out', { toCounty: '140105' });
    await does(township, id, 'confirm-hand-out', { name: '郭主任' });
    expect(await stateOf(id)).toBe('HANDED_OUT');
    expect(JSON.stringify(await stored(id))).not.toContain('郭主任');
  });
});
