import { deliveredTwice } from '../../testing/delivered-twice';
import { coverage, give } from './testing/campaigns';
import {
  aCrew,
  aHome,
  anId,
  aReport,
  atDoor,
  collection,
  does,
  elsewhere,
  first,
  get,
  on,
  post,
  running,
  setTheStage,
  settle,
  told,
  visitAt,
  visited,
  visitsNow,
  wait,
} from './testing/scene';

setTheStage(deliveredTwice);

describe('at the door', () => {
  async function oneDoor() {
    const crew = await aCrew();
    const home = await aHome(first, '1-1-0201');
    const campaign = await running(crew);
    await give(crew, campaign, first);
    return { ...crew, home, campaign, id: (await visitAt(home))._id };
  }

  test('somebody has come: the report is there before the door says so, once, with source and place of the door', async () => {
    const { screener, leader, home, id } = await oneDoor();
    await does(screener, `/household-visits/${id}/reach-door`);
    const body = { opId: anId(), report: aReport(), answers: { home: 3, symptoms: false } };
    const path = `/household-visits/${id}/found-returnee`;
    const answers = await Promise.all([1, 2, 3].map(() => post(screener, path, body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body: { receipt } }) => JSON.stringify(receipt))).size).toBe(1);
    await settle();
    const reports = await collection('returnees')
      .find({ kind: 'RETURNEE_REPORT' } as object)
      .toArray();
    expect(reports).toMatchObject([{ household: home, detail: { foundBy: 'SCREENING', by: screener.id } }]);
    expect(await visitAt(home)).toMatchObject({ state: 'DONE_RETURNEE', detail: { report: reports[0]?._id } });
    expect(await collection('returnees').countDocuments({ kind: 'TRAVELLER' } as object)).toBe(1);
    const other = { ...body, report: aReport({ words: '别的话' }) };
    expect(await post(screener, path, other)).toMatchObject({ status: 422 });
    const stored = JSON.stringify(await visitsNow());
    for (const said of ['王小返', '19900000001']) expect(stored).not.toContain(said);
    expect((await get(leader, `/household-visits/${id}`)).body.timeline.at(-1)).toMatchObject({ by: 'SCREENER' });
  });

  test('a report that cannot be is refused with the field of the door, and the door says nothing', async () => {
    const { screener, home, id } = await oneDoor();
    await does(screener, `/household-visits/${id}/reach-door`);
    const report = aReport({ travellers: [{ name: '王小返', symptoms: false }] });
    const refused = await atDoor(screener, id, 'found-returnee', { report });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/report/travellers/0/phone' }] } });
    expect((await visitAt(home)).state).toBe('AT_DOOR');
  });

  test('nobody opens three times, is phoned, and the phone has the answer', async () => {
    const { screener, home, id } = await oneDoor();
    const reveal = { opId: anId(), why: 'CALL' };
    expect((await post(screener, `/household-visits/${id}/reveal`, reveal)).status).toBe(404);
    for (const tries of [1, 2, 3]) {
      await does(screener, `/household-visits/${id}/reach-door`);
      const { view } = (await does(screener, `/household-visits/${id}/no-answer`)).body;
      expect(view).toMatchObject({ state: 'NO_ANSWER', tries });
    }
    const opened = await post(screener, `/household-visits/${id}/reveal`, reveal);
    expect(Object.keys(opened.body).sort()).toEqual(['phone', 'recordedAt']);
    expect(await collection('auditRows').findOne({ _id: reveal.opId })).toMatchObject({
      ...{ who: screener.id, role: 'SCREENER', kind: 'household', record: home, why: 'CALL' },
    });
    await does(screener, `/household-visits/${id}/phone`);
    await does(screener, `/household-visits/${id}/found-clear`);
    expect((await visitAt(home)).state).toBe('DONE_CLEAR');
  });

  test('refused, handed up, a day without a result: the leader and then the township hear', async () => {
    const { screener, home, id } = await oneDoor();
    await does(screener, `/household-visits/${id}/reach-door`);
    await does(screener, `/household-visits/${id}/refuse`);
    await does(screener, `/household-visits/${id}/hand-up`, { reason: { code: 'REFUSED_TWICE' } });
    // beside the leader, village secretary and doctor go there and listen
    expect(await collection('refusals').find({}).toArray()).toMatchObject([{ variant: 'DOOR', state: 'RECORDED' }]);
    expect(told(id)).toEqual(['CARRIER:DOORS_GIVEN', 'GRID_LEADER:DOOR_WAITS']);
    await wait(24 * 60 - 1);
    expect(told(id)).toHaveLength(2);
    await wait(2);
    expect(told(id).at(-1)).toBe('TOWNSHIP_DISPATCHER:DOOR_WAITS');
    expect((await visitAt(home)).state).toBe('HANDED_UP');
  });

  test('it is empty when neighbour and meter say so, not when one of them does', async () => {
    const { screener, home, id } = await oneDoor();
    await does(screener, `/household-visits/${id}/reach-door`);
    await does(screener, `/household-visits/${id}/looks-vacant`);
    expect(await atDoor(screener, id, 'confirm-vacant', { neighbour: true, meter: false })).toMatchObject({
      status: 422,
    });
    await does(screener, `/household-visits/${id}/confirm-vacant`, { neighbour: true, meter: true });
    expect((await visitAt(home)).state).toBe('VACANT');
  });

  test('what was said is sealed; who needs help is told without a word of it; leaders open it by a recorded look', async () => {
    const { screener, leader, home, id } = await oneDoor();
    const answers = {
      ...{ home: 2, away: [{ where: '太原市打工' }], symptoms: true, needs: ['MEDICINE'], words: '药只剩两天' },
    };
    await visited(screener, id, { answers });
    expect(told(id).at(-1)).toBe('GRID_LEADER:DOOR_WAITS');
    const stored = JSON.stringify([await visitsNow(), await collection('notices').find({}).toArray()]);
    for (const said of ['太原市打工', '药只剩两天', 'MEDICINE']) expect(stored).not.toContain(said);
    const look = { opId: anId(), why: 'COMPARE' };
    const opened = await post(leader, `/household-visits/${id}/reveal`, look);
    expect(opened.body.answers).toMatchObject([{ answers }]);
    expect(await collection('auditRows').findOne({ _id: look.opId })).toMatchObject({ record: home, did: 'reveal' });
    // whoever has finished the door has nothing to open any more
    expect((await post(screener, `/household-visits/${id}/reveal`, { opId: anId(), why: 'CALL' })).status).toBe(404);
  });

  test('a card for somebody without a phone says the number of the home and where it lies, and is on the record', async () => {
    const { screener, home, id } = await oneDoor();
    const asked = { opId: anId(), why: 'NO_PHONE' };
    const { status, body } = await post(screener, `/household-visits/${id}/card`, asked);
    expect([status, body.qr, body.code]).toEqual([200, `grid-relief:home:${home}`, home.slice(-8).toUpperCase()]);
    expect(JSON.stringify(body)).not.toContain('1-1-0201');
    expect(await collection('auditRows').findOne({ _id: asked.opId })).toMatchObject({ did: 'card', record: home });
  });

  test('a household on no list is visited like any other, reported under what it is called, and counted', async () => {
    const { screener, leader, campaign, id } = await oneDoor();
    const door = { id: anId(), area: first, kind: 'TENANT', door: '一单元地下室北间' };
    const answers = await Promise.all([1, 2].map(() => post(screener, on(campaign, 'add-door'), door)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await settle();
    expect(await post(screener, on(campaign, 'add-door'), { ...door, kind: 'SHOP' })).toMatchObject({ status: 409 });
    expect(await visitsNow()).toHaveLength(2);
    const mine = (await get(screener, '/screening/my-doors')).body.items;
    expect(mine.map((one: { door: string; added?: string }) => [one.door, one.added])).toEqual([
      ...[
        ['1-1-0201', undefined],
        ['一单元地下室北间', 'TENANT'],
      ],
    ]);
    expect(JSON.stringify(await visitsNow())).not.toContain('地下室');
    await does(screener, `/household-visits/${door.id}/reach-door`);
    await does(screener, `/household-visits/${door.id}/found-returnee`, { report: aReport() });
    const { total } = await coverage({ leader }, campaign);
    expect(total).toMatchObject({ homes: 2, added: 1, returnee: 1, notVisited: 1 });
    const reports = await collection('returnees')
      .find({ kind: 'RETURNEE_REPORT' } as object)
      .toArray();
    expect(reports).toMatchObject([{ area: first }]);
    expect(reports[0]).not.toHaveProperty('household');
    expect((await post(screener, on(campaign, 'add-door'), { ...door, id: anId(), area: elsewhere })).status).toBe(404);
    expect((await post(screener, on(campaign, 'add-door'), { ...door, id })).status).toBe(409);
  });
});
