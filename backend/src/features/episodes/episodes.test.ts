import { aHousehold, aPerson } from '../../testing/builders';
import { testCounty } from '../../testing/test-app';
import {
  act,
  allNotices,
  anEpisode,
  anId,
  aPlace,
  as,
  asked,
  at,
  clockTo,
  does,
  get,
  judgeBy,
  now,
  personName,
  personPhone,
  type Scene,
  see,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
  theApp,
  told,
} from './testing/stage';
import { atHome, healthy, inSite, swabbed, yesToAll } from './testing/steps';

setTheStage();

const home = {
  policy: 'V9_NATIONAL',
  category: 'MEDIUM_RISK_STAY',
  anchor: '2022-08-10 06:20',
  found: '2022-08-10 20:00',
} as const;

/** On the first evening, at home. */
async function atHomeNow(): Promise<Scene> {
  const scene = await anEpisode(home);
  await atHome(scene);
  return scene;
}

/** The only other record of a kind. */
async function recordOf(kind: string, about?: string) {
  const filter = { county: testCounty, kind, ...(about ? { about } : {}) };
  const found = await theApp()
    .connection.collection<{ _id: string }>('episodes')
    .findOne(filter as never); // our own field names
  if (!found) throw new Error(`no ${kind}`);
  return found as unknown as { _id: string; state: string; detail: Record<string, unknown> };
}

describe('where somebody goes', () => {
  test('home needs both signatures; one person cannot give both; a no of either means a site', async () => {
    const { id, worker, doctor, leader, place } = await anEpisode(home);
    expect((await act(worker, id, 'assess')).body).toMatchObject({ status: 409, next: 'viewHome' });
    await does(worker, id, 'view-home', { answers: yesToAll });
    expect((await act(worker, id, 'assess')).body).toMatchObject({ status: 409, next: 'viewHome' });
    const both = await aPerson(theApp()).withRole('DOCTOR', place).withRole('GRID_WORKER', place).saved();
    await does(both, id, 'view-home', { answers: yesToAll });
    expect((await stored(id)).detail.homeLooks).toMatchObject({ GRID: { by: both.id } });
    expect((await act(leader, id, 'assess')).status).toBe(409);
    await does(doctor, id, 'view-home', { answers: { ...yesToAll, OWN_TOILET: false } });
    await does(leader, id, 'assess');
    const { body } = await see(worker, id);
    expect(body).toMatchObject({ state: 'ASSESSED', verdict: 'CENTRAL', home: { missing: ['OWN_TOILET'] } });
    expect((await act(worker, id, 'start-home', { notice: 'SIGNED', door: 'VISITS', careContact: 'x' })).status).toBe(
      409,
    );
    expect(told(id)).toContain('SITE_MANAGER:PLACE_NEEDED');
  });

  test('nobody assesses: the leader hears after four hours, then the township, then the county, again and again', async () => {
    const { id } = await anEpisode(home);
    await clockTo('2022-08-10 23:59');
    expect(told(id)).not.toContain('GRID_LEADER:ASSESS_OVERDUE');
    await clockTo('2022-08-11 08:30');
    expect(told(id).filter((line) => line.endsWith('ASSESS_OVERDUE'))).toEqual([
      'GRID_LEADER:ASSESS_OVERDUE',
      'TOWNSHIP_DISPATCHER:ASSESS_OVERDUE',
      'COUNTY_DISPATCHER:ASSESS_OVERDUE',
      'COUNTY_DISPATCHER:ASSESS_OVERDUE',
      'COUNTY_DISPATCHER:ASSESS_OVERDUE',
    ]);
  });
});

describe('morning and evening', () => {
  test('given in time nobody calls; not given by 10:30 the person and the grid hear once, and the call is on the list', async () => {
    const scene = await atHomeNow();
    const { id, resident, worker } = scene;
    await does(resident, id, 'report-health', { ...healthy, temperatureTenths: 366 });
    await clockTo('2022-08-11 08:00');
    await does(resident, id, 'report-health', healthy);
    await clockTo('2022-08-11 12:00');
    expect(told(id)).not.toContain('GRID:REPORT_MISSING');
    await clockTo('2022-08-11 20:29');
    expect(told(id)).not.toContain('GRID:REPORT_MISSING');
    await clockTo('2022-08-11 20:31');
    expect(told(id).filter((line) => line.endsWith('REPORT_MISSING'))).toEqual([
      'HOUSEHOLD:REPORT_MISSING',
      'GRID:REPORT_MISSING',
    ]);
    const todos = async () =>
      (await get(worker, '/work/quarantine')).body.items[0].todos.map(({ what }: { what: string }) => what);
    expect(await todos()).toContain('CALL_REPORT');
    await does(worker, id, 'report-health', healthy);
    expect(await todos()).not.toContain('CALL_REPORT');
    const { body } = await see(worker, id);
    expect(body.reports.map(({ how }: { how: string }) => how)).toEqual(['SELF', 'SELF', 'PHONE']);
    expect((await stored(id)).detail.reports.map(({ by }) => by)).toEqual([resident.id, resident.id, worker.id]);
  });

  test('the very same words for the sixth time are not taken: somebody calls, and what they enter counts', async () => {
    const { id, resident, worker } = await atHomeNow();
    for (const day of [11, 12, 13]) {
      for (const hour of ['08:00', '18:00']) {
        await clockTo(`2022-08-${day} ${hour}`);
        await does(resident, id, 'report-health', healthy);
      }
    }
    const [last] = (await see(resident, id)).body.reports.slice(-1);
    expect(last.doubts).toEqual(['SAME_EVERY_TIME']);
    expect((await see(resident, id)).body.reportDue).toMatchObject({ half: 'EVENING' });
    await does(worker, id, 'report-health', healthy);
    expect((await see(resident, id)).body.reportDue).toMatchObject({ half: 'MORNING', isLate: false });
  });

  test('whoever enters a whole stairwell within minutes has not phoned: the sixth is not taken', async () => {
    const first = await atHomeNow();
    const scenes = [first];
    for (let n = 1; n < 6; n++) {
      const scene = await anEpisode({ ...home, beside: first });
      await atHome(scene);
      scenes.push(scene);
    }
    await clockTo('2022-08-11 08:00');
    for (const { id } of scenes) await does(first.worker, id, 'report-health', healthy);
    const doubts = await Promise.all(scenes.map(async ({ id }) => (await stored(id)).detail.reports[0]?.doubts));
    expect(doubts).toEqual([[], [], [], [], [], ['MANY_AT_ONCE']]);
  });
});

describe('a fever', () => {
  test('calls a doctor within half an hour, from the report itself; cleared, the same phase goes on with its clocks', async () => {
    const { id, resident, doctor } = await atHomeNow();
    await clockTo('2022-08-11 08:00');
    await does(resident, id, 'report-health', { temperatureTenths: 373, symptoms: ['COUGH'] });
    expect(await stateOf(id)).toBe('SYMPTOM_ALERT');
    expect(told(id)).toEqual(
      expect.arrayContaining(['DOCTOR:SYMPTOM_ALERT', 'GRID:SYMPTOM_ALERT', 'HOUSEHOLD:DOCTOR_COMES']),
    );
    const [waiting, ...more] = (await get(doctor, '/work/quarantine/symptoms')).body.items;
    expect([waiting.id, waiting.todos[0].what, more]).toEqual([id, 'SYMPTOM', []]);
    expect((await see(doctor, id)).body.alert.because).toEqual(['FEVER', 'COUGH']);
    await clockTo('2022-08-11 08:31');
    expect(told(id)).toContain('TOWNSHIP_DISPATCHER:DOCTOR_LATE');
    const before = told(id).length;
    await does(doctor, id, 'clear-symptom', { words: '普通感冒' });
    expect(await stored(id)).toMatchObject({ state: 'HOME_ACTIVE', detail: { placement: 'HOME', phase: 0 } });
    await clockTo('2022-08-11 20:31');
    expect(told(id).slice(before)).toContain('GRID:REPORT_MISSING');
  });

  test('of 37.2 is none; by the policy of the county, not by ours', async () => {
    const { id, resident } = await atHomeNow();
    await does(resident, id, 'report-health', { temperatureTenths: 372, symptoms: [] });
    expect(await stateOf(id)).toBe('HOME_ACTIVE');
  });

  test('told while somebody is being moved calls a doctor as well', async () => {
    const { id, resident, leader } = await atHomeNow();
    await does(leader, id, 'move', { to: 'CENTRAL', reason: { code: 'OWN_WISH' } });
    await does(resident, id, 'report-health', { temperatureTenths: 391, symptoms: [] });
    expect(told(id)).toContain('DOCTOR:SYMPTOM_ALERT');
  });
});

test('the ambulance waits for nobody: from every stay, by the person too; back from care the same phase goes on', async () => {
  const { id, resident, worker } = await atHomeNow();
  await does(resident, id, 'taken-by120');
  expect(await stateOf(id)).toBe('MEDICAL_LEAVE');
  await clockTo('2022-08-12 09:00');
  expect(told(id)).not.toContain('GRID:REPORT_MISSING');
  await does(worker, id, 'return-from-care');
  expect(await stateOf(id)).toBe('HOME_ACTIVE');
  await does(worker, id, 'mark-absent', { tried: ['PHONE', 'DOOR'] });
  await does(resident, id, 'taken-by120');
  await does(worker, id, 'admit');
  await clockTo('2022-08-17 06:21');
  // two test days lie behind: nothing ends by itself, and nothing is forgotten
  expect(await stored(id)).toMatchObject({ state: 'RELEASE_BLOCKED', detail: { block: { reason: 'TEST_MISSED' } } });
});

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
    expect(
      allNotices()
        .slice(before)
        .map(({ line }) => line),
    ).toEqual([]);
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

describe('the supply clock', () => {
  const plan = (scene: Scene, id: string, action: string, more: object = {}) =>
    as(scene.worker, 'POST', `/delivery-plans/${id}/${action}`, { opId: anId(), ...more });

  test('says what runs out, asks for it in time, and begins anew when it has come', async () => {
    const scene = await atHomeNow();
    const { _id } = await recordOf('DELIVERY_PLAN', scene.id);
    expect((await see(scene.resident, scene.id)).body.supply).toMatchObject({ id: _id, state: 'DUE_SOON' });
    expect(told(_id)).toEqual(['GRID:RUNS_OUT_SOON', 'HOUSEHOLD:RUNS_OUT_SOON']);
    await clockTo('2022-08-11 10:01');
    expect(asked.needs).toMatchObject([{ household: scene.household, good: 'PARCEL' }]);
    expect((await recordOf('DELIVERY_PLAN')).state).toBe('NOT_ENSURED');
    for (const good of ['PARCEL', 'SELF_TESTS', 'YELLOW_BAGS']) {
      expect((await plan(scene, _id, 'ensure', { good })).status).toBe(200);
      await settle();
    }
    expect((await recordOf('DELIVERY_PLAN')).state).toBe('ACTIVE');
    const days = [
      { good: 'MEDICINE', runsOutOn: '2022-08-16' },
      { good: 'SELF_TESTS', runsOutOn: '2022-08-20' },
      { good: 'YELLOW_BAGS', runsOutOn: '2022-08-20' },
    ];
    expect((await plan(scene, _id, 'tell-needs', { needs: days })).status).toBe(200);
    expect((await see(scene.worker, scene.id)).body.supply.goods).toHaveLength(4);
  });

  test('a day without any sign is a call, first in the queue; an answered call or a report is a sign', async () => {
    const scene = await atHomeNow();
    const other = await anEpisode({ ...home, id: anId() });
    const { _id } = await recordOf('DELIVERY_PLAN', scene.id);
    await clockTo('2022-08-11 20:05');
    expect(told(_id)).toContain('GRID:NO_SIGN_OF_LIFE');
    const [first] = (await get(scene.worker, '/work/quarantine')).body.items;
    expect([first.id, first.todos.map(({ what }: { what: string }) => what)]).toEqual([
      scene.id,
      expect.arrayContaining(['CALL_SILENT']),
    ]);
    expect((await plan(scene, _id, 'record-call', { answered: true })).status).toBe(200);
    expect((await see(scene.worker, scene.id)).body.supply.silentSince).toBeUndefined();
    expect((await see(scene.worker, other.id)).status).toBe(404);
  });

  test('one clock a home: it goes to whoever stays when the first is free', async () => {
    const first = await atHomeNow();
    const second = await anEpisode({ ...home, beside: first });
    await atHome(second);
    const open = () =>
      theApp()
        .connection.collection('episodes')
        .countDocuments({ kind: 'DELIVERY_PLAN', state: { $ne: 'CLOSED' } });
    expect(await open()).toBe(1);
    expect((await see(first.worker, second.id)).body.linked).toMatchObject([{ id: first.id, nameMasked: '薛**' }]);
    await does(first.investigator, first.id, 'revoke');
    expect(await open()).toBe(1);
    expect((await get(first.resident, '/households/mine')).body.items[0].inQuarantine).toBe(true);
    await does(first.investigator, second.id, 'revoke');
    expect(await open()).toBe(0);
    expect((await get(first.resident, '/households/mine')).body.items[0].inQuarantine).toBe(false);
  });
});

describe('who sees what', () => {
  test('names are masked for everybody; opening one is kept; a stranger, a neighbour and another grid find nothing', async () => {
    const { id, worker, resident, doctor, sampler, lab, place } = await atHomeNow();
    const elsewhere = aPlace();
    const neighbour = await aPerson(theApp())
      .withRole('RESIDENT', place)
      .livingIn(await aHousehold(theApp()).in(place).saved())
      .saved();
    for (const person of [neighbour, await somebody('GRID_WORKER', elsewhere), await somebody('VOLUNTEER', place)]) {
      expect((await see(person, id)).status).toBe(404);
      expect([403, 404]).toContain((await act(person, id, 'report-health', healthy)).status);
    }
    for (const person of [worker, resident, doctor, sampler]) {
      const { body } = await see(person, id);
      expect(body.nameMasked).toBe('薛**');
      expect(JSON.stringify(body)).not.toContain(personPhone);
    }
    expect((await get(worker, '/work/quarantine')).body.items[0].nameMasked).toBe('薛**');
    expect((await see(sampler, id)).body.reports).toBeUndefined();
    const reveal = { opId: anId(), why: 'CALL' };
    expect((await as(worker, 'POST', `/quarantine-episodes/${id}/reveal`, reveal)).body).toMatchObject({
      name: personName,
      phone: personPhone,
    });
    const rows = await theApp()
      .connection.collection('auditRows')
      .find({ record: id as never })
      .toArray();
    expect(rows).toMatchObject([{ who: worker.id, role: 'GRID_WORKER', did: 'reveal', why: 'CALL' }]);
    expect((await as(lab, 'POST', `/quarantine-episodes/${id}/reveal`, { ...reveal, opId: anId() })).status).toBe(403);
  });

  test('nothing of name, phone or health stands in the clear, also in a report that came after the end', async () => {
    const { id, resident, investigator, doctor } = await atHomeNow();
    await does(resident, id, 'report-health', { temperatureTenths: 389, symptoms: ['DIARRHOEA'] });
    await does(doctor, id, 'clear-symptom', { words: '拉肚子' });
    await does(investigator, id, 'revoke');
    const late = await act(resident, id, 'report-health', { temperatureTenths: 388, symptoms: ['BREATHLESS'] });
    expect(late.body.receipt.to).toBe('LATE_FACT');
    const all = await Promise.all(
      ['episodes', 'lateFacts'].map((name) => theApp().connection.collection(name).find({}).toArray()),
    );
    const text = JSON.stringify(all);
    for (const secret of [personName, personPhone, '389', 'DIARRHOEA', '388', 'BREATHLESS', '拉肚子', '隔壁'])
      expect(text).not.toContain(secret);
    expect(text).toContain('sealedWords');
  });

  test('a double tap is one swab, and the same operation with another body is none', async () => {
    const { id, sampler } = await atHomeNow();
    const body = { opId: anId(), reason: { code: 'OTHER' } };
    const [one, two] = await Promise.all([act(sampler, id, 'swab', body), act(sampler, id, 'swab', body)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(one.body.receipt).toEqual(two.body.receipt);
    expect((await stored(id)).detail.swabs).toHaveLength(1);
    expect((await act(sampler, id, 'swab', { ...body, kit: 'B' })).status).toBe(422);
  });

  test('a swab dated ahead of our clock is taken now', async () => {
    const { id, sampler } = await atHomeNow();
    const occurredAt = new Date(now().getTime() + 3 * 3_600_000).toISOString();
    await does(sampler, id, 'swab', { occurredAt });
    expect((await stored(id)).detail.swabs[0]?.takenAt).toEqual(now());
  });

  test('the site has its own list, and sees nobody who is at home', async () => {
    const scene = await anEpisode({ ...home, category: 'CLOSE_CONTACT' });
    await inSite(scene);
    expect((await get(scene.site, '/work/quarantine/site')).body.items).toMatchObject([
      { id: scene.id, placement: 'CENTRAL' },
    ]);
    expect((await see(scene.site, scene.id)).body.stay).toEqual({ site: '县招待所', room: '301' });
    const atHomeScene = await anEpisode({ ...home, beside: scene });
    await atHome(atHomeScene);
    expect((await see(scene.site, atHomeScene.id)).status).toBe(404);
  });
});
