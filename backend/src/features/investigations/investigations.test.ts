import { roles } from '@grid-relief/shared-types/roles';
import { deliveredTwice } from '../../testing/delivered-twice';
import type { CallAnswer } from '../../testing/test-app';
import { testCounty } from '../../testing/test-app';
import {
  aDraft,
  aHome,
  anId,
  aPerson1,
  app,
  collection,
  elsewhere,
  get,
  grid,
  inHours,
  linksOf,
  pass,
  post,
  quiet,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  submitted,
  told,
  wait,
} from '../returnees/testing/scene';

setTheStage(deliveredTwice, true);

interface Stored {
  readonly _id: string;
  readonly state: string;
  readonly area: string;
  readonly about?: string;
  readonly revision: number;
  readonly detail: Readonly<Record<string, unknown>>;
}
const all = async (name: string): Promise<Stored[]> =>
  (await collection(name).find({}).toArray()) as unknown as Stored[]; // records of one shape

let investigator: Somebody;
/** Another one, who has written nothing in it. */
let reviewer: Somebody;
beforeEach(async () => {
  investigator = await somebody('CDC_INVESTIGATOR', testCounty);
  reviewer = await somebody('CDC_INVESTIGATOR', testCounty);
});

const theCase = { name: '韩病例', phone: '19911112222', idNumber: '141122199001017777' };
const path = (id: string, action = '') => `/investigations/${id}${action ? `/${action}` : ''}`;
const read = async (id: string, by = investigator) => (await get(by, path(id))).body;

/** Opens one by hand, in the grid of the case. */
async function opened(change: object = {}): Promise<string> {
  const id = anId();
  const answer = await post(investigator, '/investigations', { id, area: grid, ...theCase, ...change });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}

async function act(id: string, action: string, more: object = {}, by = investigator): Promise<CallAnswer> {
  const answer = await post(by, path(id, action), { opId: anId(), reason: { code: 'LABORATORY' }, ...more });
  await settle();
  return answer;
}
async function does(id: string, action: string, more: object = {}, by = investigator): Promise<CallAnswer> {
  const answer = await act(id, action, more, by);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

const { name, phone, idNumber } = aPerson1({ name: '李接触' });
const aContact = (change: object = {}) => ({
  ...{ id: anId(), name, phone, idNumber, class: 'CLOSE_CONTACT', relation: 'MEAL' },
  ...{ lastExposureAt: inHours(-20), area: elsewhere, place: '3 号楼 2 单元 501' },
  ...change,
});

/** Listed and confirmed: the id of its entry. */
async function confirmed(id: string, change: object = {}): Promise<string> {
  const contact = aContact(change);
  await does(id, 'add-contact', { contact });
  await does(id, 'confirm-contact', { contactId: contact.id });
  return contact.id;
}

const openTravellers = async () =>
  (await all('returnees')).filter(
    ({ state, detail }) => 'report' in detail && !['DUPLICATE', 'CLOSED'].includes(state),
  );
const episodeStates = async () =>
  (await all('episodes')).filter(({ detail }) => 'category' in detail).map(({ state }) => state);
const walked = () => ({ path: [{ place: '样例超市', from: inHours(-30), to: inHours(-29), words: '没戴口罩' }] });

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

describe('the laboratory excludes the case', () => {
  test('contacts and contacts of theirs are free the same minute, links end, and what is listed stays listed', async () => {
    const id = await opened();
    await confirmed(id);
    await confirmed(id, {
      ...{ name: '赵次密', phone: '19955556666', idNumber: '141122199001019999' },
      class: 'SECOND_CONTACT',
    });
    expect(await episodeStates()).toEqual(['PENDING', 'PENDING']);
    await does(id, 'interview', walked());
    await does(id, 'exclude');
    expect(await episodeStates()).toEqual(['REVOKED', 'REVOKED']);
    const open = (await linksOf((await all('returnees')).find(({ detail }) => 'report' in detail)?._id ?? '')).filter(
      ({ state }) => ['WAITING', 'STARTED'].includes(state),
    );
    expect(open.map(({ variant }) => variant)).not.toContain('EPISODE');
    expect(await read(id)).toMatchObject({ state: 'EXCLUDED', contacts: 2 });
  });

  test('whoever has met another case as well, or comes from a place on the list, stays where they are', async () => {
    const id = await opened();
    await confirmed(id);
    const other = await opened({ name: '另一例', phone: '19933334444', idNumber: '141122199001018888' });
    await confirmed(other, { lastExposureAt: inHours(-30) });
    await does(id, 'exclude');
    expect(await episodeStates()).toEqual(['PENDING']);
    await does(other, 'exclude');
    expect(await episodeStates()).toEqual(['REVOKED']);
  });

  test('a contact that was none is free as well, and the others are not', async () => {
    const id = await opened();
    const wrong = await confirmed(id);
    await confirmed(id, { name: '赵次密', phone: '19955556666', idNumber: '141122199001019999' });
    await does(id, 'drop-contact', { contactId: wrong });
    expect((await episodeStates()).sort()).toEqual(['PENDING', 'REVOKED']);
    expect((await read(id)).contactList).toMatchObject([{ standing: 'DROPPED' }, { standing: 'CONFIRMED' }]);
  });
});

describe('clocks', () => {
  const heard = ['CDC_INVESTIGATOR:INVESTIGATION_LATE', 'COUNTY_DISPATCHER:INVESTIGATION_LATE'];

  test('two, four and twenty-four hours: each is told of once, by four characters', async () => {
    const id = await opened();
    await wait(119);
    expect(told(id)).toEqual([]);
    for (const [minutes, times] of [
      [1, 1],
      [120, 2],
      [1200, 3],
      [600, 3],
    ] as const) {
      await wait(minutes);
      expect(told(id)).toEqual(Array.from({ length: times }, () => heard).flat());
    }
    const { clocks } = await read(id);
    expect(clocks.map(({ isLate }: { isLate: boolean }) => isLate)).toEqual([true, true, true]);
  });

  test('a clock that was told of is not told of again by the next one, which was stopped in time', async () => {
    const id = await opened();
    await wait(121);
    expect(told(id)).toEqual(heard);
    await does(id, 'interview', walked());
    await wait(240);
    expect(told(id)).toEqual(heard);
  });

  test('what is done in time rings for nobody', async () => {
    const id = await opened();
    await does(id, 'record-report');
    await does(id, 'interview', walked());
    await does(id, 'list-contacts');
    await does(id, 'review', {}, reviewer);
    await wait(3_000);
    expect(told(id)).toEqual([]);
    expect(await read(id)).not.toHaveProperty('dueAt');
  });
});

describe('nobody else learns who is a case, or whose contact somebody is', () => {
  const actions = ['interview', 'add-contact', 'confirm-contact', 'exclude'];
  const bodies = (contactId: string): Readonly<Record<string, object>> => ({
    interview: walked(),
    'add-contact': { contact: aContact() },
    'confirm-contact': { contactId },
    exclude: { reason: { code: 'LABORATORY' } },
  });

  test('every other role, the case itself and an investigator of another place are refused at every door', async () => {
    const id = await opened();
    const contactId = await confirmed(id);
    const others = await Promise.all(
      roles.filter((role) => role !== 'CDC_INVESTIGATOR').map((role) => somebody(role, grid)),
    );
    const stranger = await somebody('CDC_INVESTIGATOR', elsewhere);
    const before = await read(id);
    for (const person of [...others, (await aHome()).resident, stranger]) {
      const list = await get(person, '/investigations');
      expect(person === stranger ? list.body.items : list.status).toEqual(person === stranger ? [] : 403);
      const look = { opId: anId(), why: 'CALL' };
      const looks = [await get(person, path(id)), await post(person, path(id, 'reveal'), look)];
      expect(looks.map(({ status }) => status)).toEqual(person === stranger ? [404, 404] : [403, 403]);
      // not even that there is one
      for (const action of actions) {
        const answer = await post(person, path(id, action), { opId: anId(), ...bodies(contactId)[action] });
        expect([action, answer.status]).toEqual([action, 404]);
      }
    }
    expect(await read(id)).toEqual(before);
  });

  test('no record, notice, audit row or live message outside of it leads from the contact to the case', async () => {
    const id = await opened();
    const contactId = await confirmed(id);
    const contact = await read(id);
    await wait(1_500);
    const leads = [id, contactId, contact.code, theCase.name, theCase.phone, theCase.idNumber];
    const { db } = app().connection;
    const names = (await db?.listCollections().toArray())?.map((one) => one.name) ?? [];
    expect(names).toEqual(expect.arrayContaining(['returnees', 'tasks', 'episodes', 'notices', 'investigations']));
    // the operation book is read by nobody: it says which request was answered
    for (const name of names.filter((one) => !['investigations', 'operations'].includes(one))) {
      for (const row of await all(name)) {
        // told of a clock: the code of the investigation, to investigators and the county
        if (name === 'notices' && (row as unknown as { code: string }).code === 'INVESTIGATION_LATE') {
          expect(JSON.stringify(row)).not.toContain(theCase.name);
          continue;
        }
        const found = leads.filter((lead) => JSON.stringify(row).includes(lead));
        expect([name, found]).toEqual([name, []]);
      }
    }
  });

  test('what is sealed in the records of the contact says it no more than what is not', async () => {
    const id = await opened();
    const contactId = await confirmed(id);
    const cipher = await app().deps.vault.of(testCounty, 'epidemic');
    const [traveller] = await openTravellers();
    const said = cipher.open(String(traveller?.detail.said), `${traveller?._id}/said`) ?? '';
    const verdict = cipher.open(String(traveller?.detail.verdict), `${traveller?._id}/verdict`) ?? '';
    expect(said).toContain('李接触');
    for (const lead of [id, contactId, theCase.name, theCase.phone, theCase.idNumber]) {
      expect(said + verdict).not.toContain(lead);
    }
  });

  test('the grid, the home and the county see a contact, and nothing in what they see names the case', async () => {
    const id = await opened();
    const contactId = await confirmed(id);
    const [traveller] = await openTravellers();
    const [episode] = (await all('episodes')).filter(({ detail }) => 'category' in detail);
    for (const role of [
      'GRID_WORKER',
      'GRID_LEADER',
      'TOWNSHIP_DISPATCHER',
      'COUNTY_DISPATCHER',
      'DOCTOR',
      'POLICE',
    ] as const) {
      const person = await somebody(role, elsewhere);
      const seen = await Promise.all(
        [
          `/travellers/${traveller?._id}`,
          `/travellers?area=${elsewhere}`,
          `/quarantine-episodes/${episode?._id}`,
          `/chain-links/late`,
          '/notices',
        ].map((where) => get(person, where)),
      );
      const text = JSON.stringify(seen.map(({ body }) => body));
      for (const lead of [id, contactId, theCase.name, theCase.phone, '韩']) expect(text).not.toContain(lead);
    }
  });

  test('names are opened by a look that is stored first; in the list they are masked', async () => {
    const id = await opened();
    await confirmed(id);
    const row = (await get(investigator, '/investigations')).body.items[0];
    expect(JSON.stringify(row)).not.toContain('韩病例');
    const look = { opId: anId(), why: 'CALL' };
    const answer = await post(investigator, path(id, 'reveal'), look);
    expect(answer.body).toMatchObject({ ...theCase, contacts: [{ name: '李接触', phone }] });
    const rows = await collection('auditRows').find({ _id: look.opId }).toArray();
    expect(rows).toMatchObject([{ kind: 'investigation', record: id, who: investigator.id, why: 'CALL' }]);
    expect(JSON.stringify(rows)).not.toContain('韩');
  });
});
