import { aHousehold, aPerson } from '../../testing/builders';
import {
  act,
  anEpisode,
  anId,
  aPlace,
  as,
  does,
  get,
  now,
  personName,
  personPhone,
  see,
  setTheStage,
  somebody,
  stored,
  theApp,
} from './testing/stage';
import { atHome, atHomeNow, healthy, home, inSite } from './testing/steps';

setTheStage();

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
