import { aPerson } from '../../testing/builders';
import { act, anEpisode, clockTo, does, get, see, setTheStage, stateOf, stored, theApp, told } from './testing/stage';
import { atHome, atHomeNow, healthy, home, yesToAll } from './testing/steps';

setTheStage();

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
