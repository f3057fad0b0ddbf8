import { aPerson } from '../../testing/builders';
import { deliveredTwice } from '../../testing/delivered-twice';
import { quarantineReturnees } from '../../wiring/quarantine-returnees';
import {
  aDraft,
  aHome,
  anId,
  app,
  collection,
  does,
  elsewhere,
  get,
  grid,
  inHours,
  judgementAt,
  link,
  onLink,
  post,
  setTheStage,
  settle,
  somebody,
  submitted,
  told,
  wait,
} from '../returnees/testing/scene';
import {
  act,
  arrived,
  desk,
  only,
  path,
  refusal,
  requests,
  type Stored,
  sent,
  stateNow,
  words,
} from './testing/requests';

setTheStage(deliveredTwice, true);

const linkState = async (traveller: string) => (await link(traveller, 'CODE_REQUEST')).state;

describe('a code to be set, for whoever has come', () => {
  test('nothing is asked before the arrival; then once, by three approvals to an answer, and the link is done', async () => {
    const home = await aHome();
    const people = await desk();
    const traveller = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1) }));
    await settle();
    expect(await requests()).toEqual([]);
    await does(home.resident, traveller, 'arrive');
    const { _id: id, ...request } = await only();
    expect(request).toMatchObject({ variant: 'ASSIGN', state: 'DRAFT', about: traveller, household: home.household });
    expect(await linkState(traveller)).toBe('STARTED');
    expect(told(id)).toEqual(['COMMUNITY_WORKER:CODE_WAITS', 'VILLAGE_SECRETARY:CODE_WAITS']);
    // whoever approves reads which code and on what ground; neither stands in the clear
    const [row] = (await get(people.community, '/health-code-requests')).body.items;
    expect(row).toMatchObject({ wanted: 'RED', category: 'HIGH_RISK_STAY', nameMasked: '王**' });
    expect(JSON.stringify(request)).not.toMatch(/RED|HIGH_RISK/);
    await sent(people, id);
    expect(await linkState(traveller)).toBe('STARTED');
    const answer = await act(people.clerk, id, 'record-confirmed');
    expect(answer.body.view).toMatchObject({ state: 'CONFIRMED', asked: 'ASSIGN', nameMasked: '王**', actions: [] });
    expect(await linkState(traveller)).toBe('DONE');
    expect(told(id).slice(2)).toEqual([
      'CODE_CLERK:CODE_WAITS',
      'TOWNSHIP_DISPATCHER:CODE_WAITS',
      'COUNTY_HEAD:CODE_WAITS',
      'CODE_CLERK:CODE_WAITS',
      'HOUSEHOLD:CODE_CONFIRMED',
    ]);
    // the record says which head of the county it was, the view says the role
    expect(answer.body.view.timeline.map(({ by }: { by: string }) => by)).toEqual([
      ...['COMMUNITY_WORKER', 'CODE_CLERK', 'COUNTY_HEAD', 'CODE_CLERK', 'CODE_CLERK'],
    ]);
    expect((await get(people.clerk, '/health-code-requests')).body.items).toEqual([]);
  });

  test('whoever recorded the arrival has written it, and approves none of its steps, whatever roles they hold', async () => {
    const writer = await aPerson(app())
      .withRole('GRID_WORKER', grid)
      .withRole('COMMUNITY_WORKER', grid)
      .withRole('CODE_CLERK', '141122')
      .withRole('COUNTY_HEAD', '141122')
      .saved();
    const { traveller } = await arrived(writer);
    const { _id: id, assignment } = await only();
    expect(assignment.excluded).toContain(writer.id);
    expect(await linkState(traveller)).toBe('STARTED');
    const seen = await get(writer, path(id));
    expect(seen.body.actions).toEqual(['withdraw']);
    expect((await get(writer, '/health-code-requests')).body.items).toEqual([]);
    const steps = [
      ['approve-community', await somebody('COMMUNITY_WORKER')],
      ['approve-township', await somebody('TOWNSHIP_DISPATCHER')],
      ['approve-county', await somebody('COUNTY_HEAD', '141122')],
    ] as const;
    for (const [action, other] of steps) {
      expect(await act(writer, id, action)).toMatchObject({
        ...{ status: 403, body: { type: expect.stringMatching(/own-work$/) } },
      });
      expect(await act(other, id, action)).toMatchObject({ status: 200 });
    }
    expect(await stateNow()).toBe('COUNTY_OK');
  });

  test('a link that is not called for any more takes its request back; what was sent is answered all the same', async () => {
    const people = await desk();
    const { traveller } = await arrived();
    const [worker, township] = [await somebody('GRID_WORKER'), await somebody('TOWNSHIP_DISPATCHER', '141122')];
    const goesElsewhere = async (id: string) => {
      await does(township, id, 'hand-out', { county: '清徐县' });
      await does(township, id, 'confirm-hand-out', { takenBy: '清徐县 疾控' });
      await settle();
    };
    const { _id } = await link(traveller, 'CODE_REQUEST');
    const { _id: id } = await only();
    // nobody ends it by hand: only what comes of the request does
    for (const action of ['finish-by-hand', 'fail-by-hand', 'start-by-hand']) {
      expect((await onLink(worker, _id, action)).status).toBe(409);
    }
    await goesElsewhere(traveller);
    expect(await stateNow()).toBe('WITHDRAWN');
    expect(await act(people.community, id, 'approve-community')).toMatchObject({ status: 409 });
    const second = await arrived();
    const [, open] = await requests();
    if (!open) throw new Error('nothing was asked for');
    await sent(people, open._id);
    await goesElsewhere(second.traveller);
    expect(await act(people.clerk, open._id, 'record-confirmed')).toMatchObject({ status: 200 });
  });
});

test('a request ends the link that it was written for, and none that came after it', async () => {
  const { traveller } = await arrived();
  const { connection, clock, deps } = app();
  const parts = { connection, now: clock.now, vault: deps.vault, audit: deps.audit };
  const nothing = async () => undefined;
  const { moveLink } = quarantineReturnees(
    parts,
    { areaName: String, has: () => true },
    {
      ...{
        judgementAt,
        openEpisode: nothing,
        openInvestigation: nothing,
        isCountedOtherwise: async () => false,
        revokeContact: nothing,
      },
      refusals: { record: nothing, withdraw: nothing },
      codes: { open: nothing, withdraw: nothing },
      transfers: { open: nothing, withdraw: nothing },
      showSamePerson: nothing,
    },
  );
  const { _id } = await link(traveller, 'CODE_REQUEST');
  const move = { county: '141122', about: traveller, link: 'CODE_REQUEST', how: 'finish', because: anId() } as const;
  await moveLink({ ...move, linkId: anId() });
  expect(await linkState(traveller)).toBe('STARTED');
  await moveLink({ ...move, linkId: _id });
  expect(await linkState(traveller)).toBe('DONE');
});

describe('a code to be cleared, once a quarantine is over', () => {
  test('is asked for once, is written by whoever ended it, and belongs to no link', async () => {
    const people = await desk();
    const { traveller, household } = await arrived();
    const investigator = await somebody('CDC_INVESTIGATOR');
    const [found] = await collection('episodes').find({}).toArray();
    const { _id: episode, revision } = found as unknown as Stored; // a record like any other
    const revoke = { opId: anId(), revision, reason: { code: 'NO_CASE' } };
    const revoked = await post(investigator, `/quarantine-episodes/${episode}/revoke`, revoke);
    expect(revoked).toMatchObject({ status: 200 });
    await settle();
    const cleared = (await requests()).filter(({ variant }) => variant === 'CLEAR');
    expect(cleared).toMatchObject([{ state: 'DRAFT', about: traveller, household, detail: { because: 'REVOKED' } }]);
    const [{ _id: id = '', assignment, detail } = {} as Stored] = cleared;
    expect(assignment.excluded).toEqual([investigator.id]);
    expect(detail).not.toHaveProperty('link');
    const waiting = (await get(people.community, '/health-code-requests')).body.items;
    expect(waiting.find((row: { id: string }) => row.id === id)).toMatchObject({
      ...{ asked: 'CLEAR', wanted: 'GREEN', category: 'HIGH_RISK_STAY' },
    });
    for (const [person, action] of [
      [people.community, 'approve-community'],
      [people.clerk, 'approve-township'],
      [people.head, 'approve-county'],
      [people.clerk, 'send'],
      [people.clerk, 'record-confirmed'],
    ] as const) {
      expect(await act(person, id, action)).toMatchObject({ status: 200 });
    }
    // the chain's own link follows its own request
    expect(await linkState(traveller)).toBe('STARTED');
  });
});

describe('an answer that is no, and one that does not come', () => {
  test('two hours without an answer: it is sent once more; an earlier clock rings for nothing', async () => {
    const people = await desk();
    await arrived();
    const { _id: id } = await only();
    await sent(people, id);
    expect((await only()).dueAt).toEqual(new Date(inHours(2)));
    await wait(121);
    expect([await stateNow(), told(id).at(-1)]).toEqual(['NO_ANSWER', 'CODE_CLERK:CODE_NO_ANSWER']);
    await wait(60);
    expect(await act(people.clerk, id, 'send')).toMatchObject({ status: 200, body: { receipt: { to: 'SENT' } } });
    await wait(100);
    expect(await stateNow()).toBe('SENT');
    expect(await act(people.clerk, id, 'record-confirmed')).toMatchObject({ status: 200 });
    await wait(121);
    expect(await stateNow()).toBe('CONFIRMED');
  });

  test('refused, objected to by the person and by no proxy, refused again: final, and the link is done', async () => {
    const people = await desk();
    const { traveller, resident, household } = await arrived();
    const { _id: id } = await only();
    await sent(people, id);
    expect(await act(people.clerk, id, 'record-refused', { reason: undefined })).toMatchObject({ status: 422 });
    expect(await act(people.clerk, id, 'record-refused', refusal)).toMatchObject({ status: 200 });
    expect(told(id).at(-1)).toBe('HOUSEHOLD:CODE_REFUSED');
    expect(await linkState(traveller)).toBe('STARTED');
    const proxy = await aPerson(app()).speakingFor({ id: household }).saved();
    expect((await act(proxy, id, 'appeal', refusal)).status).toBe(403);
    const read = (await get(resident, path(id))).body;
    expect(read).toMatchObject({ state: 'REFUSED', actions: ['appeal'] });
    expect(read.timeline.at(-1)).toMatchObject({ by: 'CODE_CLERK', reason: 'NOT_ON_LIST', words });
    expect(await act(resident, id, 'appeal', refusal)).toMatchObject({ status: 200 });
    expect(told(id).filter((line) => line.endsWith('CODE_APPEALED'))).toHaveLength(5);
    await wait(8 * 24 * 60);
    expect(await stateNow()).toBe('APPEALED');
    expect(await act(people.clerk, id, 'record-appeal-refused', refusal)).toMatchObject({ status: 200 });
    expect([await stateNow(), await linkState(traveller)]).toEqual(['REFUSED_FINAL', 'DONE']);
    expect(told(id).at(-1)).toBe('HOUSEHOLD:CODE_REFUSED_FINAL');
  });

  test('seven days without an appeal: final, and not a minute earlier', async () => {
    const people = await desk();
    const { traveller } = await arrived();
    const { _id: id } = await only();
    await sent(people, id);
    await act(people.clerk, id, 'record-refused', refusal);
    await wait(7 * 24 * 60 - 1);
    expect(await stateNow()).toBe('REFUSED');
    await wait(2);
    expect([await stateNow(), await linkState(traveller)]).toEqual(['REFUSED_FINAL', 'DONE']);
  });
});

describe('who sees it and who may do what', () => {
  test('name and number are opened by the clerk alone, and the look is kept before', async () => {
    await arrived();
    const { _id: id } = await only();
    const clerk = await somebody('CODE_CLERK', '141122');
    const look = { opId: anId(), why: 'TO_PROVINCE' };
    const opened = await post(clerk, path(id, 'reveal'), look);
    expect(opened).toMatchObject({ status: 200, body: { name: '王小返', idNumber: expect.stringMatching(/^141122/) } });
    expect(await collection('auditRows').findOne({ _id: look.opId })).toMatchObject({
      ...{ who: clerk.id, role: 'CODE_CLERK', kind: 'code-request', record: id, did: 'reveal', why: 'TO_PROVINCE' },
    });
    const again = { opId: anId(), why: 'TO_PROVINCE' };
    expect((await post(await somebody('CODE_CLERK', elsewhere), path(id, 'reveal'), again)).status).toBe(404);
    for (const role of ['COMMUNITY_WORKER', 'TOWNSHIP_DISPATCHER', 'COUNTY_HEAD'] as const) {
      expect((await post(await somebody(role), path(id, 'reveal'), again)).status).toBe(403);
    }
    expect(await collection('auditRows').findOne({ _id: again.opId })).toBeNull();
    expect(JSON.stringify(await requests())).not.toContain(opened.body.idNumber);
  });

  test('a step of somebody else is refused; who has nothing to do with it finds nothing', async () => {
    const { resident } = await arrived();
    const { _id: id } = await only();
    const clerk = await somebody('CODE_CLERK', '141122');
    expect((await act(clerk, id, 'approve-community')).status).toBe(403);
    expect((await act(await somebody('GRID_WORKER'), id, 'approve-community')).status).toBe(403);
    expect((await act(resident, id, 'approve-community')).status).toBe(403);
    const strangers = [
      await somebody('VOLUNTEER'),
      await somebody('DOCTOR'),
      await somebody('COMMUNITY_WORKER', elsewhere),
      (await aHome()).resident,
    ];
    for (const stranger of strangers) {
      expect((await get(stranger, path(id))).status).toBe(404);
      expect((await act(stranger, id, 'approve-community')).status).toBe(404);
    }
    expect((await get(resident, '/health-code-requests')).status).toBe(403);
    expect((await get(await somebody('COMMUNITY_WORKER', elsewhere), '/health-code-requests')).body.items).toEqual([]);
    expect(await stateNow()).toBe('DRAFT');
  });

  test('a double tap is one step, and what was decided from an older state is refused', async () => {
    await arrived();
    const { _id: id } = await only();
    const [first, second] = [await somebody('COMMUNITY_WORKER'), await somebody('VILLAGE_SECRETARY', grid)];
    const body = { opId: anId(), revision: 0 };
    const answers = await Promise.all([1, 2].map(() => post(first, path(id, 'approve-community'), body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body.receipt).toEqual(answers[1]?.body.receipt);
    expect(await post(second, path(id, 'approve-community'), { ...body, opId: anId() })).toMatchObject({ status: 409 });
    expect((await only()).revision).toBe(1);
  });

  test('neither the name nor what was said stands anywhere in the clear, and no view has more than the masked name', async () => {
    const people = await desk();
    const { resident } = await arrived();
    const { _id: id } = await only();
    await sent(people, id);
    await act(people.clerk, id, 'record-refused', refusal);
    await act(resident, id, 'appeal', { reason: { code: 'NOT_THERE', words: '那天我在家里' } });
    const text = JSON.stringify(await requests());
    for (const said of ['王小返', words, '那天我在家里']) expect(text).not.toContain(said);
    const shown = [await get(people.clerk, path(id)), await get(people.clerk, '/health-code-requests')];
    expect(JSON.stringify(shown.map(({ body }) => body))).not.toContain('王小返');
    expect(Object.keys(shown[0]?.body).sort()).toEqual(
      [
        ...['id', 'asked', 'state', 'revision', 'code', 'area', 'areaName', 'nameMasked', 'because', 'writtenAt'],
        ...['wanted', 'category', 'actions', 'timeline', 'waitsWith', 'waitsSince', 'isLate', 'dueAt'],
      ].sort(),
    );
  });
});
