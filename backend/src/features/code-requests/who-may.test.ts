import { aPerson } from '../../testing/builders';
import { deliveredTwice } from '../../testing/delivered-twice';
import {
  aHome,
  anId,
  app,
  collection,
  elsewhere,
  get,
  grid,
  inHours,
  link,
  post,
  setTheStage,
  somebody,
  told,
  wait,
} from '../returnees/testing/scene';
import { act, arrived, desk, only, path, refusal, requests, sent, stateNow, words } from './testing/requests';

setTheStage(deliveredTwice, true);

const linkState = async (traveller: string) => (await link(traveller, 'CODE_REQUEST')).state;

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
