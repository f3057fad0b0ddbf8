import { roles } from '@grid-relief/shared-types/roles';
import { testCounty } from '../../testing/test-app';
import {
  aHome,
  anId,
  app,
  collection,
  elsewhere,
  get,
  grid,
  inHours,
  linksOf,
  post,
  somebody,
  told,
  wait,
} from '../returnees/testing/scene';
import {
  aContact,
  all,
  confirmed,
  does,
  episodeStates,
  investigator,
  opened,
  openTravellers,
  path,
  phone,
  read,
  reviewer,
  setTheCases,
  theCase,
  walked,
} from './testing/cases';

setTheCases();

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
