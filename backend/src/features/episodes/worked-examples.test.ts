import {
  anEpisode,
  asked,
  clockTo,
  does,
  get,
  open,
  openingOf,
  see,
  setTheStage,
  settle,
  stateOf,
  stored,
  theApp,
  told,
  wall,
} from './testing/stage';
import { atHome, inSite, swabbed } from './testing/steps';

/** The examples of handbook 9.2 over the interface, with a clock moved by hand from opening to release. */
setTheStage();

const testsOf = (body: { tests: { date: string; state: string; what: string; swabs: number }[] }) =>
  body.tests.map(
    ({ what, date, state, swabs }) =>
      `${what === 'LANDING' ? 'L' : 'D'} ${date.slice(5)} ${state}${swabs === 2 ? ' x2' : ''}`,
  );
const linked = () => asked.links.filter(({ how }) => how !== 'start').map(({ link, how }) => `${link} ${how}`);

test('1: V8 close contact of 10 April 15:00, found on day 0: a site to the 24th, monitoring to 1 May 15:00', async () => {
  const scene = await anEpisode({
    policy: 'V8_NATIONAL',
    category: 'CLOSE_CONTACT',
    anchor: '2022-04-10 15:00',
    found: '2022-04-10 21:00',
  });
  const { id, resident } = scene;
  await swabbed(scene, '2022-04-10 21:30', '2022-04-11 06:00');
  expect(linked()).toEqual(['LANDING_TEST finish']);
  await inSite(scene);
  for (const day of ['04-11', '04-14', '04-17']) await swabbed(scene, `2022-${day} 09:00`, `2022-${day} 16:00`);
  const mine = await see(resident, id);
  expect(mine.body).toMatchObject({
    part: 'PERSON',
    state: 'CENTRAL_ACTIVE',
    placement: 'CENTRAL',
    day: { number: 7, of: 21, left: 14 },
  });
  expect(testsOf(mine.body)).toEqual([
    ...['L 04-10 NEGATIVE', 'D 04-11 NEGATIVE', 'D 04-14 NEGATIVE', 'D 04-17 NEGATIVE', 'D 04-24 AHEAD x2'],
    ...['D 04-26 AHEAD', 'D 05-01 AHEAD'],
  ]);
  expect(mine.body.phases.map(({ endsAt }: { endsAt: string }) => wall(endsAt))).toEqual([
    '2022-04-24 15:00',
    '2022-05-01 15:00',
  ]);
  await swabbed(scene, '2022-04-24 08:00', '2022-04-24 13:00', { kit: 'A', withRoom: true });
  await swabbed(scene, '2022-04-24 13:00', '2022-04-24 14:30', { kit: 'B' });
  await clockTo('2022-04-24 14:59');
  expect(await stateOf(id)).toBe('CENTRAL_ACTIVE');
  await clockTo('2022-04-24 15:00');
  expect(await stored(id)).toMatchObject({ state: 'MONITORING', detail: { phase: 1, placement: 'MONITORING' } });
  await swabbed(scene, '2022-04-26 09:00', '2022-04-26 20:00');
  await swabbed(scene, '2022-05-01 09:00', '2022-05-01 14:00');
  await clockTo('2022-05-01 14:59');
  expect(await stateOf(id)).toBe('MONITORING');
  await clockTo('2022-05-01 15:00');
  expect(await stateOf(id)).toBe('RELEASED');
  expect(told(id).at(-1)).toBe('HOUSEHOLD:RELEASED');
  expect(asked.codes).toEqual([`${id} RELEASED`]);
  expect(linked()).toEqual(
    expect.arrayContaining(['PLACEMENT finish', 'NOTICE finish', 'DELIVERY_PLAN finish', 'EPISODE finish']),
  );
});

test('2: the same found on day 5 has the same ends, and what lay before is dropped, not missed', async () => {
  const scene = await anEpisode({
    policy: 'V8_NATIONAL',
    category: 'CLOSE_CONTACT',
    anchor: '2022-04-10 15:00',
    found: '2022-04-15 09:30',
  });
  const { body } = await see(scene.worker, scene.id);
  expect(testsOf(body).slice(0, 4)).toEqual(['L 04-15 DUE', 'D 04-11 DROPPED', 'D 04-14 DROPPED', 'D 04-17 AHEAD']);
  expect(wall(body.endsAt)).toBe('2022-05-01 15:00');
  expect(body.day).toEqual({ number: 5, of: 21, left: 16 });
});

test('3: V8 second contact of 18 April 22:40 waits for the close contact behind it, and is free once that is negative', async () => {
  const scene = await anEpisode({
    policy: 'V8_NATIONAL',
    category: 'SECOND_CONTACT',
    anchor: '2022-04-18 22:40',
    found: '2022-04-19 08:00',
  });
  const { id, resident, investigator } = scene;
  await swabbed(scene, '2022-04-19 09:00', '2022-04-19 15:00');
  await inSite(scene);
  await swabbed(scene, '2022-04-22 09:00', '2022-04-22 15:00');
  await swabbed(scene, '2022-04-25 09:00', '2022-04-25 15:00', { withRoom: true });
  await clockTo('2022-04-25 22:40');
  expect((await see(resident, id)).body).toMatchObject({
    state: 'RELEASE_BLOCKED',
    block: { reason: 'LINKED_CONTACT_PENDING', owner: 'CDC_INVESTIGATOR' },
  });
  expect(told(id)).toEqual(expect.arrayContaining(['HOUSEHOLD:RELEASE_WAITS', 'CDC_INVESTIGATOR:RELEASE_WAITS']));
  await clockTo('2022-04-26 10:00');
  await does(investigator, id, 'linked-negative');
  expect(await stateOf(id)).toBe('RELEASED');
});

test('4: V9 close contact of 2 July 23:50, found an hour and twenty minutes later: a UTC day would be one early', async () => {
  const scene = await anEpisode({
    policy: 'V9_NATIONAL',
    category: 'CLOSE_CONTACT',
    anchor: '2022-07-02 23:50',
    found: '2022-07-03 01:10',
  });
  const { body } = await see(scene.resident, scene.id);
  expect(body.day.number).toBe(1);
  expect(body.tests.map(({ date }: { date: string }) => date.slice(5))).toEqual([
    ...['07-03', '07-03', '07-04', '07-05', '07-07', '07-09', '07-12'],
  ]);
  expect(body.phases.map(({ endsAt }: { endsAt: string }) => wall(endsAt))).toEqual([
    '2022-07-09 23:50',
    '2022-07-12 23:50',
  ]);
});

test('5: V9 high-risk stay left 3 August 00:10: the swab of 9 August 23:30 is not day 7, the one of 08:30 is', async () => {
  const scene = await anEpisode({
    policy: 'V9_NATIONAL',
    category: 'HIGH_RISK_STAY',
    anchor: '2022-08-03 00:10',
    found: '2022-08-03 09:00',
  });
  const { id, resident } = scene;
  await swabbed(scene, '2022-08-03 09:30', '2022-08-03 15:00');
  await inSite(scene);
  for (const day of ['04', '05', '06', '08']) await swabbed(scene, `2022-08-${day} 08:00`, `2022-08-${day} 15:00`);
  await swabbed(scene, '2022-08-09 23:30', '2022-08-10 00:05', { withRoom: true });
  await clockTo('2022-08-10 00:10');
  expect((await see(resident, id)).body).toMatchObject({ state: 'RELEASE_BLOCKED', block: { reason: 'TEST_MISSED' } });
  await swabbed(scene, '2022-08-10 08:30', '2022-08-10 15:59');
  expect(await stored(id)).toMatchObject({ state: 'RELEASED' });
  expect(wall((await stored(id)).detail.endedAt ?? '')).toBe('2022-08-10 15:59');
});

test('6: V9 medium-risk stay, 7 days at home: the end passes at 06:20, the result of 18:00 ends it', async () => {
  const scene = await anEpisode({
    policy: 'V9_NATIONAL',
    category: 'MEDIUM_RISK_STAY',
    anchor: '2022-08-10 06:20',
    found: '2022-08-10 20:00',
  });
  const { id, resident, worker, household } = scene;
  await swabbed(scene, '2022-08-10 20:30', '2022-08-10 23:00');
  await atHome(scene);
  const isInQuarantine = async () => (await get(resident, '/households/mine')).body.items[0].inQuarantine;
  expect([household.length > 0, await isInQuarantine()]).toEqual([true, true]);
  for (const day of ['11', '14']) await swabbed(scene, `2022-08-${day} 08:00`, `2022-08-${day} 15:00`);
  await clockTo('2022-08-17 06:20');
  expect((await see(worker, id)).body).toMatchObject({
    state: 'RELEASE_BLOCKED',
    block: { reason: 'TEST_MISSED', owner: 'GRID_WORKER' },
  });
  await clockTo('2022-08-17 09:00');
  await does(scene.sampler, id, 'swab');
  expect((await see(worker, id)).body).toMatchObject({ block: { reason: 'RESULT_PENDING', owner: 'LAB' } });
  const [last] = (await stored(id)).detail.swabs.slice(-1);
  await clockTo('2022-08-17 18:00');
  await does(scene.lab, id, 'book-result', { swab: last?.id, result: 'NEGATIVE' });
  expect(await stored(id)).toMatchObject({ state: 'RELEASED' });
  expect(await isInQuarantine()).toBe(false);
  const history = (await stored(id)).history.map(({ to }) => to);
  expect([...new Set(history)]).toEqual(['PENDING', 'ASSESSED', 'HOME_ACTIVE', 'RELEASE_BLOCKED', 'RELEASED']);
});

test('when the end had passed on arrival it is over at once, and opening twice opens once', async () => {
  const given = {
    policy: 'V9_NATIONAL',
    category: 'MEDIUM_RISK_STAY',
    anchor: '2022-08-01 06:20',
    found: '2022-08-10 20:00',
  } as const;
  const scene = await anEpisode(given);
  expect(await stateOf(scene.id)).toBe('ELAPSED');
  await open(openingOf({ ...given, id: scene.id, place: scene.place, household: scene.household }));
  await settle();
  expect(await theApp().connection.collection('episodes').countDocuments({})).toBe(1);
  expect((await stored(scene.id)).history).toHaveLength(1);
});
