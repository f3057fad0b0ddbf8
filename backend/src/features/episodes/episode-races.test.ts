import {
  act,
  anEpisode,
  clockTo,
  does,
  get,
  type Scene,
  see,
  setTheStage,
  settle,
  stateOf,
  stored,
  theApp,
} from './testing/stage';
import { atHome, healthy } from './testing/steps';

setTheStage();

async function atHomeNow(): Promise<Scene> {
  const scene = await anEpisode({
    ...{ policy: 'V9_NATIONAL', category: 'MEDIUM_RISK_STAY' },
    ...{ anchor: '2022-08-10 06:20', found: '2022-08-10 20:00' },
  });
  await atHome(scene);
  await clockTo('2022-08-11 08:00');
  return scene;
}

test('a swab is taken while a fever is reported, and while the grid phones: all three are there, and a doctor comes', async () => {
  for (let round = 0; round < 5; round++) {
    const { id, resident, sampler, worker } = await atHomeNow();
    const answers = await Promise.all([
      act(sampler, id, 'swab'),
      act(resident, id, 'report-health', { temperatureTenths: 390, symptoms: [] }),
      act(worker, id, 'report-health', healthy),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await settle();
    const { detail } = await stored(id);
    expect([detail.swabs.length, detail.reports.length]).toEqual([1, 2]);
    expect(await stateOf(id)).toBe('SYMPTOM_ALERT');
    expect(await theApp().connection.collection('lateFacts').countDocuments({ 'fact.record': id })).toBe(0);
  }
});

test('a laboratory reads the swab and nobody’s name; a sampler no word about health', async () => {
  const { id, resident, sampler, lab } = await atHomeNow();
  await does(resident, id, 'report-health', { temperatureTenths: 366, symptoms: [] });
  const [due] = (await get(sampler, '/work/quarantine/to-sample')).body.items;
  expect(due.todos.map(({ what }: { what: string }) => what)).toEqual(['TEST']);
  await does(sampler, id, 'swab');
  expect((await get(lab, '/work/quarantine/results')).body.items).toMatchObject([{ episode: id }]);
  const byLab = (await see(lab, id)).body;
  expect(byLab).toMatchObject({ nameMasked: '', linked: [], swabs: [{ takenAt: expect.any(String) }] });
  const bySampler = (await see(sampler, id)).body;
  expect(bySampler.nameMasked).toMatch(/^.\*/);
  for (const body of [byLab, bySampler]) {
    for (const field of ['reports', 'alert', 'category', 'home', 'stay']) expect(body).not.toHaveProperty(field);
  }
});
