import { anId, as, does, get, setTheStage, settle, somebody, theApp, told } from '../episodes/testing/stage';
import { act, aPair, applied, merges, propose, proposed, see, sideOf } from './testing/pair';

setTheStage();

const listed = async (by: { id: string }): Promise<string[]> => {
  return (await get(by, '/person-merges')).body.items.map(({ id }: { id: string }) => id);
};

describe('two who may be one', () => {
  test('are proposed once, in whichever order and by however many at once; the leader hears', async () => {
    const pair = await aPair();
    const { worker, leader } = pair.short;
    const [one, other] = [sideOf(pair.short), sideOf(pair.long)];
    const answers = await Promise.all([propose(worker, [one, other]), propose(leader, [other, one])]);
    await settle();
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    const { id } = answers[0]?.body ?? {};
    expect((await propose(leader, [one, other])).body.id).toBe(id);
    expect(told(id)).toEqual(['GRID_LEADER:MERGE_PROPOSED']);
    expect(await listed(worker)).toEqual([id]);
    // two after all; thought of anew, it is another one
    await act(worker, id, 'reject', { reason: { code: 'TWO_PEOPLE' } });
    const again = await propose(worker, [other, one]);
    expect(again.body).toMatchObject({ state: 'PROPOSED' });
    expect(again.body.id).not.toBe(id);
  });

  test('one is not two, and nobody is proposed whom one does not see', async () => {
    const pair = await aPair();
    const { worker } = pair.short;
    const [one, other] = [sideOf(pair.short), sideOf(pair.long)];
    expect(await propose(worker, [one, one])).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/people/1' }] },
    });
    expect((await propose(worker, [one, { kind: 'TRAVELLER', id: anId() }])).status).toBe(404);
    const far = await somebody('GRID_LEADER', `${pair.short.place.slice(0, 6)}999201-g01`);
    expect((await propose(far, [one, other])).status).toBe(404);
    for (const role of ['RESIDENT', 'DOCTOR', 'CDC_INVESTIGATOR', 'COUNTY_DISPATCHER'] as const) {
      const stranger = await somebody(role, pair.short.place);
      expect([role, (await propose(stranger, [one, other])).status]).toEqual([role, 403]);
    }
  });

  test('what both have is shown side by side, masked, with the ends; words are sealed', async () => {
    const pair = await aPair();
    const id = await proposed(pair, pair.short.worker, { words: '两张照片像一个人' });
    expect((await see(pair.short.worker, id)).body).toMatchObject({ state: 'PROPOSED', holdings: [], fields: [] });
    const { body } = await act(pair.short.worker, id, 'preview', { reason: { code: 'OTHER', words: '电话核对过' } });
    expect(body.view).toMatchObject({
      ...{ state: 'PREVIEWED', keep: 'FIRST', isStale: false, isEndOpen: true, elsewhere: 0 },
      fields: [
        { field: 'NAME', first: '薛**', second: '薛**', differs: false, kept: 'FIRST' },
        { field: 'PHONE', first: '****7777', second: '****7777', differs: false, kept: 'FIRST' },
      ],
      counts: [{ kind: 'EPISODE', first: 1, second: 1 }],
      timeline: [{ words: '两张照片像一个人' }, { action: 'preview', words: '电话核对过' }],
    });
    expect(body.view.ends).toMatchObject(
      [
        { episode: pair.short.id, of: 'FIRST', holds: false },
        { episode: pair.long.id, of: 'SECOND', holds: true },
      ].sort((a, b) => (a.episode < b.episode ? -1 : 1)),
    );
    // a worker looks, the leader decides
    expect(body.view.actions.sort()).toEqual(['preview', 'reject']);
    expect((await see(pair.short.leader, id)).body.actions.sort()).toEqual(['apply', 'preview', 'reject']);
    expect((await see(pair.investigator, id)).body.actions).toEqual(['decideEnd']);
    const stored = JSON.stringify(await merges().findOne({ _id: id }));
    expect(stored).not.toMatch(/一个人|核对过|薛|7777/);
  });

  test('names are opened by a look that is written down with the merge and with each of the two', async () => {
    const pair = await aPair();
    const id = await proposed(pair);
    const opId = anId();
    const look = () => as(pair.short.worker, 'POST', `/person-merges/${id}/reveal`, { opId, why: 'COMPARE' });
    const opened = await look();
    expect(opened.body.people).toEqual([
      { of: 'FIRST', name: '薛三宝', phone: '10000007777' },
      { of: 'SECOND', name: '薛三宝', phone: '10000007777' },
    ]);
    expect((await look()).body).toEqual(opened.body);
    const rows = await theApp()
      .connection.collection('auditRows')
      .find({ who: pair.short.worker.id, why: 'COMPARE' } as object)
      .toArray();
    expect(rows.map(({ record }) => record).sort()).toEqual([id, pair.short.id, pair.long.id].sort());
  });
});

describe('who decides', () => {
  test('a foreign grid sees nothing of it, and whoever is of another office is sent away', async () => {
    const pair = await aPair();
    const id = await applied(pair);
    const far = await somebody('GRID_LEADER', `${pair.short.place.slice(0, 6)}999201-g01`);
    expect([(await see(far, id)).status, (await act(far, id, 'undo')).status, await listed(far)]).toEqual([
      404,
      404,
      [],
    ]);
    expect((await act(pair.short.worker, id, 'undo')).status).toBe(403);
    expect((await act(pair.short.leader, id, 'decide-end', { episode: pair.short.id })).status).toBe(403);
    expect((await see(pair.short.doctor, id)).status).toBe(403);
  });

  test('what has changed since is looked at again before it is applied', async () => {
    const pair = await aPair();
    const { leader, worker } = pair.short;
    const id = await proposed(pair);
    const { revision } = (await act(worker, id, 'preview')).body.view;
    await does(worker, pair.long.id, 'mark-absent', { tried: ['PHONE', 'DOOR'] });
    const late = await act(leader, id, 'apply', { revision });
    expect(late).toMatchObject({ status: 409, body: { state: 'PREVIEWED', next: 'preview', revision } });
    const seen = (await see(leader, id)).body;
    expect([seen.isStale, seen.actions.includes('apply')]).toEqual([true, false]);
    const again = (await act(worker, id, 'preview')).body.view;
    expect((await act(leader, id, 'apply', { revision: again.revision })).body.view).toMatchObject({
      state: 'APPLIED',
    });
  });

  test('of two who apply at once one does, and a double tap is one', async () => {
    const pair = await aPair();
    const { leader, township, worker } = pair.short;
    const id = await proposed(pair);
    const { revision } = (await act(worker, id, 'preview')).body.view;
    const answers = await Promise.all([
      act(leader, id, 'apply', { revision, keep: 'FIRST' }),
      act(township, id, 'apply', { revision, keep: 'SECOND' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { revision: now } = (await see(leader, id)).body;
    const tap = { opId: anId(), revision: now };
    const [first, second] = [await act(leader, id, 'undo', tap), await act(leader, id, 'undo', tap)];
    expect([first.status, second.body.receipt]).toEqual([200, first.body.receipt]);
  });

  test('whoever counts is kept, except where somebody has picked the other', async () => {
    const pair = await aPair();
    const id = await applied(pair, { keep: 'SECOND', picks: ['PHONE', 'PHONE'] });
    const { body } = await see(pair.short.leader, id);
    expect([body.keep, body.fields.map(({ field, kept }: Record<string, string>) => [field, kept])]).toEqual([
      'SECOND',
      [
        ['NAME', 'SECOND'],
        ['PHONE', 'FIRST'],
      ],
    ]);
    expect(told(id).slice(1)).toEqual([
      ...['GRID_WORKER:MERGE_APPLIED', 'GRID_LEADER:MERGE_APPLIED', 'CDC_INVESTIGATOR:MERGE_TWO_ENDS'],
    ]);
  });
});
