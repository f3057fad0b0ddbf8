import {
  aDraft,
  aHome,
  anId,
  collection,
  does,
  get,
  type Home,
  inHours,
  post,
  quiet,
  setTheStage,
  settle,
  somebody,
  submitted,
  told,
} from '../testing/scene';

setTheStage();

/** Somebody from a quiet place who is here: a test and a tracker. */
async function followed(home: Home): Promise<{ readonly id: string; readonly tracker: string }> {
  const stays = [{ place: quiet, from: inHours(-200) }];
  const id = await submitted(home.resident, aDraft(home, { stays, plannedArrival: inHours(1) }));
  await does(home.resident, id, 'arrive');
  return { id, tracker: (await get(home.resident, `/travellers/${id}`)).body.tracker.id };
}

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

  test('whoever is well disturbs nobody', async () => {
    const home = await aHome();
    const { tracker } = await followed(home);
    expect((await report(home.resident, tracker, { temperatureTenths: 372, symptoms: [] })).status).toBe(200);
    await settle();
    expect(told(tracker)).toEqual([]);
  });
});
