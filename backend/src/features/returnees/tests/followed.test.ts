import {
  aDraft,
  aHome,
  anId,
  aPerson1,
  collection,
  does,
  finishAll,
  get,
  type Home,
  inHours,
  link,
  now,
  post,
  quiet,
  setRiskList,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
  submitted,
  told,
  usualList,
  wait,
} from '../testing/scene';

setTheStage(undefined, true);

/** Somebody from a quiet place who is here: a test and a tracker. */
async function followed(home: Home): Promise<{ readonly id: string; readonly tracker: string }> {
  const stays = [{ place: quiet, from: inHours(-200) }];
  const id = await submitted(home.resident, aDraft(home, { stays, plannedArrival: inHours(1) }));
  await does(home.resident, id, 'arrive');
  return { id, tracker: (await get(home.resident, `/travellers/${id}`)).body.tracker.id };
}

const episodesOf = async (about: string) =>
  collection('episodes')
    .find({ county: '141122', kind: 'QUARANTINE_EPISODE', about } as object)
    .toArray();

describe('a report of a tracker', () => {
  const well = { temperatureTenths: 366, symptoms: [] };
  const report = (by: Parameters<typeof post>[0], tracker: string, words: object) =>
    post(by, `/health-trackers/${tracker}/report-health`, { opId: anId(), ...words });

  test.each([
    ['a fever', { temperatureTenths: 373, symptoms: [] }, ['FEVER']],
    ['a symptom', { ...well, symptoms: ['BREATHLESS'] }, ['BREATHLESS']],
    ['a positive self-test', { ...well, selfTest: 'POSITIVE' }, ['SELF_TEST']],
  ])('%s is told to a doctor, the grid and the home at once, and shown as a code', async (_name, words, alarms) => {
    const home = await aHome();
    const { id, tracker } = await followed(home);
    const opId = anId();
    for (let tap = 0; tap < 2; tap++)
      expect(await report(home.resident, tracker, { ...words, opId })).toMatchObject({ status: 200 });
    await settle();
    expect(told(tracker)).toEqual(['DOCTOR:TRACKER_ALARM', 'GRID:TRACKER_ALARM', 'HOUSEHOLD:TRACKER_ALARM']);
    const worker = await somebody('GRID_WORKER');
    expect((await get(worker, `/travellers/${id}`)).body.tracker).toMatchObject({ alarms });
    // whoever meets them on the way is not told how they are
    const officer = await somebody('CHECKPOINT_OFFICER', '141122');
    expect((await get(officer, `/travellers/${id}`)).body).not.toHaveProperty('tracker');
    const raw = JSON.stringify(await collection('returnees').find().toArray());
    for (const word of ['BREATHLESS', 'POSITIVE', 'temperatureTenths']) expect(raw).not.toContain(word);
    // well again: nothing is left to look at
    expect((await report(home.resident, tracker, well)).body.view).not.toHaveProperty('alarms');
  });

  test('none for a day: the grid calls, and reads that it has', async () => {
    const home = await aHome();
    const { id, tracker } = await followed(home);
    await wait(24 * 60 + 1);
    expect(told(tracker)).toEqual(['HOUSEHOLD:TRACKER_MISSED']);
    const worker = await somebody('GRID_WORKER');
    const call = { opId: anId(), answered: false };
    expect((await post(worker, `/health-trackers/${tracker}/record-call`, call)).status).toBe(200);
    expect((await get(worker, `/travellers/${id}`)).body.tracker).toMatchObject({
      ...{ state: 'LATE', calls: [{ at: now().toISOString(), answered: false }] },
    });
  });

  test('whoever is well disturbs nobody', async () => {
    const home = await aHome();
    const { tracker } = await followed(home);
    expect((await report(home.resident, tracker, { temperatureTenths: 372, symptoms: [] })).status).toBe(200);
    await settle();
    expect(told(tracker)).toEqual([]);
  });
});

describe('somebody who is followed and must be in quarantine', () => {
  const convert = (by: Parameters<typeof post>[0], tracker: string, more: object) =>
    post(by, `/health-trackers/${tracker}/convert`, { opId: anId(), reason: { code: 'CONTACT' }, ...more });

  test('by a contact that an investigator names: judged anew with it, in quarantine by the same opening as an arrival', async () => {
    const home = await aHome();
    const { id, tracker } = await followed(home);
    await wait(24 * 60);
    const investigator = await somebody('CDC_INVESTIGATOR', '141122');
    for (const hours of [1, -24 * 90]) {
      const refused = await convert(investigator, tracker, { contact: 'CLOSE', lastExposureAt: inHours(hours) });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/lastExposureAt' }] } });
    }
    const more = { opId: anId(), contact: 'CLOSE', lastExposureAt: inHours(-30) };
    for (let tap = 0; tap < 2; tap++) expect((await convert(investigator, tracker, more)).status).toBe(200);
    await settle();
    expect(await stateOf(tracker)).toBe('CONVERTED');
    expect(await link(id, 'TRACKER')).toMatchObject({ state: 'DONE' });
    const shown = (await get(home.resident, `/travellers/${id}`)).body;
    expect(shown).toMatchObject({ state: 'IN_CHAIN', category: 'CLOSE_CONTACT', reason: { code: 'CONTACT' } });
    // a car is asked for at once
    expect(await link(id, 'TRANSFER')).toMatchObject({ state: 'STARTED' });
    const [episode, ...others] = await episodesOf(id);
    expect(episode).toMatchObject({ detail: { category: 'CLOSE_CONTACT', foundAt: now() } });
    expect(others).toEqual([]);
    expect(JSON.stringify(await stored(tracker))).not.toContain('lastExposureAt');
  });

  test('more is known of somebody whose quarantine runs: an investigator and the grid hear that it is counted otherwise', async () => {
    setRiskList([...usualList, { ...usualList[0], id: 'line-2', place: quiet, areaRisk: 'CASES' } as never]); // a line like the first
    const home = await aHome();
    const person = aPerson1();
    const trip = { travellers: [person], plannedArrival: inHours(1) };
    const id = await submitted(
      home.resident,
      aDraft(home, { ...trip, stays: [{ place: quiet, from: inHours(-200) }] }),
    );
    await does(home.resident, id, 'arrive');
    expect(await episodesOf(id)).toMatchObject([{ detail: { category: 'CITY_WITH_CASES' } }]);
    const same = aDraft(home, { ...trip, stays: [{ place: quiet, from: inHours(-210), to: inHours(-200) }] });
    await submitted(home.resident, same);
    await settle();
    expect(told(id)).not.toContain('CDC_INVESTIGATOR:RETURNEE_JUDGED');
    await submitted(home.resident, aDraft(home, trip));
    await settle();
    expect(told(id).filter((line) => line.endsWith('RETURNEE_JUDGED'))).toEqual([
      'CDC_INVESTIGATOR:RETURNEE_JUDGED',
      'GRID:RETURNEE_JUDGED',
    ]);
    // nobody is moved by it: another category is an investigator's to say
    expect(await episodesOf(id)).toMatchObject([{ detail: { category: 'CITY_WITH_CASES' } }]);
  });
});

test('followed by another county: the link is handed out with the tracker, and the chain ends with its other links', async () => {
  const home = await aHome();
  const { id, tracker } = await followed(home);
  const township = await somebody('TOWNSHIP_DISPATCHER', '141122100');
  const body = { opId: anId(), reason: { code: 'MOVED_ON' } };
  expect((await post(township, `/health-trackers/${tracker}/hand-out`, body)).status).toBe(200);
  await settle();
  expect(await link(id, 'TRACKER')).toMatchObject({ state: 'HANDED_OUT' });
  expect(await stateOf(id)).toBe('IN_CHAIN');
  await finishAll(await somebody('GRID_WORKER'), id);
  expect(await stateOf(id)).toBe('CLOSED');
});
