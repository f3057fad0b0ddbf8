import { testCounty } from '../testing/test-app';
import {
  again,
  anId,
  applied,
  collection,
  days,
  now,
  onChange,
  people,
  previewed,
  seen,
  setTheStage,
  theCounty,
  view,
} from './testing/policy-story';

setTheStage();

describe('another risk list', () => {
  const town = ['山西省', '太原市', '清徐县', '样例街道'];
  const raise = (place: readonly string[] = town) => ({
    ...{ of: 'RISK', steps: [{ do: 'ADD', place, areaRisk: 'HIGH', source: '太原市通报' }] },
  });
  let phones = 0;

  /** Somebody from a town of the province, here or still to come. */
  async function comes(place: readonly string[], when: object): Promise<string> {
    phones += 1;
    const phone = `1990001${String(phones).padStart(4, '0')}`;
    const stays = [{ place, from: days(now(), -6), to: days(now(), -1) }];
    const person = {
      name: '王小返',
      idType: 'ID_CARD',
      idNumber: `14112219900202${phone.slice(-4)}`,
      phone,
      symptoms: false,
    };
    const draft = {
      ...{ id: anId(), foundBy: 'SCREENING', travellers: [person], transport: '自驾', stays, ...when },
      destination: {
        kind: 'HOUSEHOLD',
        area: `${testCounty}100201-g01`,
        place: '三单元五楼',
        responsibleHost: undefined,
      },
    };
    const { status, body } = await theCounty().as('worker', 'POST', '/returnee-reports', draft);
    if (status !== 200) throw new Error(JSON.stringify(body));
    await theCounty().settle();
    return body.travellers[0].id;
  }
  const here = () => ({ arrivedAt: now().toISOString() });
  const stored = async (id: string) => {
    const found = await collection('returnees').findOne({ _id: id });
    if (!found) throw new Error('gone');
    return found;
  };
  const linkedTo = (id: string) => collection('returnees').find({ 'detail.linkedFrom': id }).toArray();

  test('judges anew whoever is done with, in a linked record with a chain and a quarantine of its own', async () => {
    const id = await comes(town, here());
    const other = await comes(['山西省', '大同市', '左云县'], here());
    expect([(await stored(id)).state, (await stored(other)).state]).toEqual(['CLOSED', 'CLOSED']);
    theCounty().app.clock.advance(2 * 24 * 60 * 60_000);
    const change = await previewed(raise());
    expect((await seen(change)).preview).toMatchObject({ start: 1, moved: 1 });
    await onChange('head', change, 'approve');
    await theCounty().wait(1);
    expect((await stored(id)).state).toBe('CLOSED');
    const [anew, ...more] = await linkedTo(id);
    expect(more).toEqual([]);
    expect(await linkedTo(other)).toEqual([]);
    expect(anew).toMatchObject({ state: 'IN_CHAIN', detail: { linkedFrom: id, linkedBy: change } });
    expect(anew?.detail.formerVerdicts).not.toHaveLength(0);
    const [episode] = await collection('episodes')
      .find({ county: testCounty, about: anew?._id ?? '' })
      .toArray();
    // counted from leaving the place, and from nothing before the change
    expect(episode).toMatchObject({ state: 'PENDING', detail: { category: 'HIGH_RISK_STAY' } });
    const { takesEffectAt } = await seen(change);
    expect(episode?.detail.foundAt).toEqual(new Date(takesEffectAt));
    const links = await collection('tasks').find({ kind: 'CHAIN_LINK', 'detail.traveller': anew?._id }).toArray();
    expect(links.length).toBeGreaterThan(3);
    for (const { dueAt } of links) if (dueAt) expect(dueAt.getTime()).toBeGreaterThan(Date.parse(takesEffectAt));
    const first = await people();
    await again(change);
    expect(await people()).toEqual(first);
  });

  test('is a new verdict for whoever is on the way, with the old one kept, under the same record', async () => {
    const id = await comes(town, { plannedArrival: days(now(), 2) });
    const before = (await stored(id)).detail;
    const change = await applied(raise());
    const { detail, history } = await stored(id);
    expect(history.map(({ action }: { action: string }) => action)).toContain('retriage');
    expect(detail.formerVerdicts).toEqual([before.verdict]);
    expect(detail.verdict).not.toBe(before.verdict);
    expect(await linkedTo(id)).toEqual([]);
    expect((await seen(change)).applied).toMatchObject({ done: 1 });
    const first = await people();
    await again(change);
    expect(await people()).toEqual(first);
  });

  test('touches nobody whom an investigator or a contact has brought into quarantine', async () => {
    const special = { set: 'V9_NATIONAL', category: 'CLOSE_CONTACT_SPECIAL', daysAgo: 2, foundDaysAgo: 1 } as const;
    const id = await theCounty().inQuarantine(special);
    const before = await theCounty().episode(id);
    const traveller = await comes(town, here());
    const change = await applied(raise());
    // it does touch somebody: whoever came from that very place, and nobody else
    expect(await linkedTo(traveller)).toHaveLength(1);
    expect((await seen(change)).applied).toMatchObject({ done: 1, waiting: false });
    const after = await theCounty().episode(id);
    expect([after.detail, after.revision]).toEqual([before.detail, before.revision]);
  });

  const [cases, high] = ['CASES', 'HIGH'].map((areaRisk) => ({
    ...{ of: 'RISK', steps: [{ do: 'ADD', place: town, areaRisk, source: '太原市通报' }] },
  }));
  const episodeOf = async (traveller: string) => {
    const [found] = await collection('episodes').find({ county: testCounty, about: traveller }).toArray();
    if (!found) throw new Error('no quarantine');
    return theCounty().episode(found._id);
  };
  const onLine = async (areaRisk: string) => {
    const [line] = (await theCounty().as('worker', 'GET', '/risk-areas')).body.items;
    return { of: 'RISK', steps: [{ do: 'LEVEL', line: line.id, areaRisk, source: '调整' }] };
  };

  test('is another category for whoever is in quarantine, where a head answers for the later end, and for nobody else', async () => {
    await applied(cases ?? {});
    const [named, unnamed] = [await comes(town, here()), await comes(town, here())];
    const before = [await episodeOf(named), await episodeOf(unnamed)] as const;
    expect(before.map(({ detail }) => detail.category)).toEqual(['CITY_WITH_CASES', 'CITY_WITH_CASES']);
    const change = await previewed(await onLine('HIGH'));
    expect((await seen(change)).preview).toMatchObject({ lengthen: 2, start: 0, otherwise: 0, moved: 2 });
    await onChange('head', change, 'agree-to-longer', { named: [before[0]._id], reason: { code: 'SPREAD' } });
    await onChange('head', change, 'approve');
    await theCounty().wait(1);
    expect((await episodeOf(named)).detail).toMatchObject({
      category: 'HIGH_RISK_STAY',
      anchor: before[0].detail.anchor,
    });
    expect((await view(before[0]._id)).endsAt).toBe(days(before[0].detail.anchor, 21));
    expect((await episodeOf(unnamed)).detail).toEqual(before[1].detail);
    const first = await people();
    await again(change);
    expect(await people()).toEqual(first);
  });

  test('frees nobody by a step down who was there while it was high', async () => {
    await applied(high ?? {});
    const id = await comes(town, here());
    const before = await episodeOf(id);
    const change = await applied(await onLine('LOW'));
    expect((await seen(change)).applied.waiting).toBe(false);
    expect((await episodeOf(id)).detail).toEqual(before.detail);
  });
});
