import { testCounty } from '../../testing/test-app';
import {
  aDraft,
  aHome,
  anId,
  aPerson1,
  elsewhere,
  get,
  grid,
  inHours,
  linksOf,
  pass,
  post,
  quiet,
  settle,
  somebody,
  submitted,
  told,
} from '../returnees/testing/scene';
import {
  aContact,
  act,
  all,
  confirmed,
  does,
  episodeStates,
  idNumber,
  investigator,
  name,
  opened,
  openTravellers,
  path,
  phone,
  read,
  reviewer,
  type Stored,
  setTheCases,
  theCase,
  walked,
} from './testing/cases';

setTheCases();

describe('from the first call to the last', () => {
  test('a case is asked, contacts are listed and confirmed, their grids get a chain, and the work is scored and closed', async () => {
    const id = await opened();
    await does(id, 'record-report');
    const path = walked();
    expect((await does(id, 'interview', path)).body.view).toMatchObject({ state: 'INTERVIEWED', ...path });
    const contact = aContact();
    const { body } = await does(id, 'add-contact', { contact });
    expect(body.view.contactList).toMatchObject([{ nameMasked: '李**', standing: 'LISTED', missing: [] }]);
    expect(await openTravellers()).toEqual([]);
    await does(id, 'confirm-contact', { contactId: contact.id });
    const [traveller] = await openTravellers();
    expect(traveller).toMatchObject({ state: 'IN_CHAIN', area: elsewhere });
    const links = (await linksOf(traveller?._id ?? '')).filter(({ state }) => state !== 'NOT_NEEDED');
    expect(links.map(({ variant }) => variant)).toEqual(expect.arrayContaining(['EPISODE', 'NOTICE', 'TRANSFER']));
    expect(await episodeStates()).toEqual(['PENDING']);
    const leader = await somebody('GRID_LEADER', elsewhere);
    const seen = (await get(leader, `/travellers/${traveller?._id}`)).body;
    expect(seen).toMatchObject({ category: 'CLOSE_CONTACT', foundBy: 'INVESTIGATION', nameMasked: '李**' });
    await does(id, 'list-contacts');
    const reviewed = (await does(id, 'review', {}, reviewer)).body.view;
    expect(reviewed).toMatchObject({ state: 'REVIEWED', score: reviewed.quality.score });
    // one of four days, one of twelve contacts, phone and exposure known, three clocks kept
    expect(reviewed.quality.parts.map(({ points }: { points: number }) => points)).toEqual([7, 20, 20, 1, 15]);
    expect((await does(id, 'send-back')).body.view.state).toBe('INTERVIEWED');
    await does(id, 'list-contacts');
    await does(id, 'review', {}, reviewer);
    expect((await does(id, 'close')).body.view).toMatchObject({ state: 'CLOSED', actions: [] });
    expect((await get(investigator, '/investigations')).body.items).toEqual([]);
  });

  test('whoever wrote in it does not review it, and is told so; a second one does, and a double tap is one review', async () => {
    const [id, second] = [await opened(), await somebody('CDC_INVESTIGATOR', testCounty)];
    // whoever only lists a contact has written in it as well
    await does(id, 'add-contact', { contact: aContact() }, second);
    await does(id, 'interview', walked());
    await does(id, 'list-contacts');
    for (const writer of [investigator, second]) {
      expect(await act(id, 'review', {}, writer)).toMatchObject({
        ...{
          status: 403,
          body: { type: expect.stringMatching(/\/problems\/own-work$/), title: expect.stringContaining('yourself') },
        },
      });
      expect((await read(id, writer)).actions).not.toContain('review');
    }
    const body = { opId: anId() };
    const taps = await Promise.all([1, 2].map(() => post(reviewer, path(id, 'review'), body)));
    expect(taps.map(({ status }) => status)).toEqual([200, 200]);
    expect(taps[0]?.body.receipt).toEqual(taps[1]?.body.receipt);
    // sent back, the reviewer writes as well: the first review answers as it did, and the next is another one's
    await does(id, 'send-back', {}, reviewer);
    await does(id, 'correct-path', { revision: (await read(id)).revision, ...walked() }, reviewer);
    await does(id, 'list-contacts', {}, reviewer);
    expect((await post(reviewer, path(id, 'review'), body)).body.receipt).toEqual(taps[0]?.body.receipt);
    expect((await act(id, 'review', {}, reviewer)).status).toBe(403);
    expect((await act(id, 'review', {}, await somebody('CDC_INVESTIGATOR', testCounty))).status).toBe(200);
  });

  test('a list that is called whole confirms whoever can be; whom nothing is known of stays listed, and says what is missing', async () => {
    const id = await opened();
    const [known, unknown] = [
      aContact(),
      aContact({ ...aPerson1({ name: '张远' }), symptoms: undefined, idType: undefined, lastExposureAt: undefined }),
    ];
    await does(id, 'add-contact', { contact: known });
    await does(id, 'add-contact', { contact: unknown });
    await does(id, 'interview', walked());
    const { contactList, contacts, confirmed: sent } = (await does(id, 'list-contacts')).body.view;
    expect([contacts, sent]).toEqual([2, 1]);
    expect(contactList).toMatchObject([{ standing: 'CONFIRMED' }, { standing: 'LISTED', missing: ['LAST_EXPOSURE'] }]);
    const early = await act(id, 'confirm-contact', { contactId: unknown.id });
    expect(early).toMatchObject({ status: 422, body: { errors: [{ pointer: '/contact/lastExposureAt' }] } });
    expect(await openTravellers()).toHaveLength(1);
  });

  test('who cannot be spoken to is closed by relatives and records, and contacts found there get their chains', async () => {
    const id = await opened();
    await does(id, 'not-reached', { reason: { code: 'IN_CARE', words: '在抢救' } });
    await does(id, 'add-contact', { contact: aContact() });
    const { view } = (await does(id, 'close-by-records')).body;
    expect(view).toMatchObject({ state: 'CLOSED', confirmed: 1, timeline: [{ words: '在抢救' }, {}, {}] });
    expect(await openTravellers()).toHaveLength(1);
  });

  test('a path that ends before it begins, an exposure that lies ahead, a place of another county: nothing is stored', async () => {
    const id = await opened();
    const turned = { path: [{ place: 'x', from: inHours(-1), to: inHours(-2) }] };
    expect(await act(id, 'interview', turned)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/path/0/to' }] },
    });
    for (const [change, pointer] of [
      [{ lastExposureAt: inHours(2) }, '/contact/lastExposureAt'],
      [{ area: '140105001001-g01' }, '/contact/area'],
    ] as const) {
      const answer = await act(id, 'add-contact', { contact: aContact(change) });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    }
    expect(await read(id)).toMatchObject({ state: 'OPEN', path: [], contactList: [], revision: 0 });
  });
});

describe('one person is one', () => {
  test('said twice in one investigation: the closer class and the later exposure, one entry, one chain', async () => {
    const id = await opened();
    await does(id, 'add-contact', { contact: aContact({ class: 'SECOND_CONTACT' }) });
    const again = aContact({ lastExposureAt: inHours(-3), place: undefined });
    const { contactList } = (await does(id, 'add-contact', { contact: again })).body.view;
    expect(contactList).toMatchObject([{ class: 'CLOSE_CONTACT', lastExposureAt: again.lastExposureAt }]);
    expect(contactList).toHaveLength(1);
  });

  test('met by two cases: one chain, one quarantine; the grid has one task', async () => {
    await confirmed(await opened());
    await confirmed(await opened({ name: '另一例', phone: '19933334444', idNumber: '141122199001018888' }));
    expect(await openTravellers()).toHaveLength(1);
    expect(await episodeStates()).toEqual(['PENDING']);
  });

  test('whoever came weeks ago and is not done with is judged under the same record, not under a second one', async () => {
    const home = await aHome(elsewhere);
    const travellers = [aPerson1({ name, phone, idNumber })];
    const stays = [{ place: quiet, from: inHours(-240) }];
    const first = await submitted(
      home.resident,
      aDraft(home, { travellers, stays, plannedArrival: undefined, arrivedAt: inHours(-1) }),
    );
    await settle();
    const leader = await somebody('GRID_LEADER', elsewhere);
    const seen = async () => (await get(leader, `/travellers/${first}`)).body;
    expect(await seen()).toMatchObject({ state: 'IN_CHAIN', category: 'OTHER_PROVINCE' });
    pass(20 * 24 * 60);
    await confirmed(await opened());
    expect(await seen()).toMatchObject({ state: 'IN_CHAIN', category: 'CLOSE_CONTACT' });
    expect((await openTravellers()).map(({ _id }) => _id)).toEqual([first]);
    expect(await episodeStates()).toEqual(['PENDING']);
  });

  test('a correction reaches the chain, and takes the place of what was wrong', async () => {
    const id = await opened();
    const contactId = await confirmed(id);
    expect(await episodeStates()).toEqual(['PENDING']);
    const general = aContact({ id: contactId, class: 'GENERAL_CONTACT' });
    expect((await does(id, 'add-contact', { contact: general })).body.view.contactList).toMatchObject([
      { standing: 'LISTED' },
    ]);
    await does(id, 'confirm-contact', { contactId });
    expect(await episodeStates()).toEqual(['REVOKED']);
    expect(await act(id, 'confirm-contact', { contactId })).toMatchObject({ status: 409 });
  });

  test('a second investigation of the same case is refused with the one that is open', async () => {
    const id = await opened();
    const again = { id: anId(), area: grid, ...theCase };
    expect(await post(investigator, '/investigations', again)).toMatchObject({ status: 409, body: { open: id } });
    // the same draft sent again is the same investigation
    expect(await post(investigator, '/investigations', { ...again, id })).toMatchObject({ status: 200, body: { id } });
    expect(await post(investigator, '/investigations', { ...again, id, name: '别人' })).toMatchObject({ status: 409 });
  });
});

describe('who is positive in quarantine', () => {
  async function inQuarantine(): Promise<Stored> {
    await confirmed(await opened());
    const [episode] = (await all('episodes')).filter(({ detail }) => 'category' in detail);
    if (!episode) throw new Error('nobody is in quarantine');
    return episode;
  }

  test('gets one investigation, by the result or by whoever confirms it, and investigators hear of it', async () => {
    const { _id, revision } = await inQuarantine();
    const sampler = await somebody('SAMPLER', elsewhere);
    const lab = await somebody('LAB', testCounty);
    const base = `/quarantine-episodes/${_id}`;
    const swab = await post(sampler, `${base}/swab`, { opId: anId(), revision });
    const swabId =
      swab.body.view?.swabs?.[0]?.id ??
      (await all('episodes')).flatMap(({ detail }) => detail.swabs as { id: string }[])[0]?.id;
    expect(await post(lab, `${base}/book-result`, { opId: anId(), swab: swabId, result: 'POSITIVE' })).toMatchObject({
      status: 200,
    });
    await settle();
    const found = (await all('investigations')).filter(({ about }) => about === _id);
    expect(found).toMatchObject([{ state: 'OPEN', area: elsewhere, detail: { because: 'RESULT_POSITIVE' } }]);
    expect(told(found[0]?._id ?? '')).toEqual(['CDC_INVESTIGATOR:INVESTIGATION_NEW']);
    expect((await post(investigator, `${base}/confirm-positive`, { opId: anId() })).status).toBe(200);
    await settle();
    expect((await all('investigations')).filter(({ about }) => about === _id)).toHaveLength(1);
    expect(await read(found[0]?._id ?? '')).toMatchObject({ nameMasked: '李**' });
  });
});
