import { roles } from '@grid-relief/shared-types/roles';
import { anId, app, collection, elsewhere, get, grid, post, somebody, told, wait } from '../returnees/testing/scene';
import { act, listed, path, people, recorded, setTheStage, state, stored, visited, who } from './testing/scene';

setTheStage();

describe('who talks to somebody who says no', () => {
  test('village secretary and doctor, both; then the liaison; then the township goes on with it', async () => {
    const id = await recorded();
    expect(told(id)).toEqual(['VILLAGE_SECRETARY:REFUSAL_NEW', 'DOCTOR:REFUSAL_NEW']);
    const first = await act(people.secretary, id, 'visit', { reason: { code: 'LISTENED', words: '怕没人喂猪' } });
    expect(first.body.view).toMatchObject({ state: 'RECORDED', visitedBy: ['VILLAGE_SECRETARY'], nameMasked: '王**' });
    expect(first.body.view.actions).not.toContain('visit');
    // once is once, also of whoever is both
    expect(await act(people.secretary, id, 'visit')).toMatchObject({ status: 409 });
    expect((await act(people.doctor, id, 'visit')).body.view).toMatchObject({ state: 'VISITED' });
    expect(told(id).at(-1)).toBe('POLICE:REFUSAL_LIAISON');
    expect((await act(people.police, id, 'call-liaison')).body.view.state).toBe('LIAISON');
    expect((await act(people.police, id, 'escalate')).body.view.state).toBe('ESCALATED');
    expect(told(id).at(-1)).toBe('TOWNSHIP_DISPATCHER:REFUSAL_ESCALATED');
    expect((await act(people.doctor, id, 'agree')).body.view.state).toBe('AGREED');
    expect(await listed(people.worker)).toEqual([]);
  });

  test('two hours without both visits, twelve without the liaison: the township hears, and nothing else happens', async () => {
    const id = await recorded();
    await act(people.secretary, id, 'visit');
    await wait(121);
    expect(told(id).slice(2)).toEqual(['TOWNSHIP_DISPATCHER:REFUSAL_LATE']);
    expect((await get(people.worker, '/refusals')).body.items).toMatchObject([{ isLate: true, state: 'RECORDED' }]);
    await act(people.doctor, id, 'visit');
    await wait(719);
    expect(told(id).slice(3)).toEqual(['POLICE:REFUSAL_LIAISON']);
    await wait(2);
    expect(told(id).slice(4)).toEqual(['TOWNSHIP_DISPATCHER:REFUSAL_LATE']);
    expect(await state(id)).toBe('VISITED');
  });

  test('a notice is served before two people with two names, and only a notice', async () => {
    const id = await recorded();
    await visited(id);
    for (const witnesses of [['刘见证'], ['刘见证', ' 刘见证 ']]) {
      expect(await act(people.worker, id, 'serve', { witnesses })).toMatchObject({ status: 422 });
    }
    const served = await act(people.worker, id, 'serve', { witnesses: ['刘见证', '陈见证'] });
    expect(served.body.view).toMatchObject({ state: 'SERVED', witnesses: 2 });
    expect(JSON.stringify([await stored(id), served.body])).not.toContain('见证');
    const door = await recorded({ kind: 'DOOR' });
    await visited(door);
    expect(await act(people.worker, door, 'serve', { witnesses: ['刘见证', '陈见证'] })).toMatchObject({ status: 409 });
  });

  test('nobody decides before both were there, whatever their role', async () => {
    const id = await recorded();
    for (const [person, action] of [
      [people.worker, 'agree'],
      [people.secretary, 'escalate'],
      [people.worker, 'serve'],
    ] as const) {
      const answer = await act(person, id, action, action === 'serve' ? { witnesses: ['刘见证', '陈见证'] } : {});
      expect([action, answer.status]).toEqual([action, 409]);
    }
    expect((await act(people.worker, id, 'drop-moot')).body.view.state).toBe('MOOT');
  });
});

describe('the police see the person they need and nothing else', () => {
  test('not before others have been there; then row, name and door, and nothing of what was said', async () => {
    const id = await recorded();
    await recorded({ area: elsewhere }).catch(() => undefined);
    expect(await listed(people.police)).toEqual([]);
    const look = () => post(people.police, path(id, 'reveal'), { opId: anId(), why: 'VISIT' });
    expect([(await get(people.police, path(id))).status, (await look()).status]).toEqual([404, 404]);
    await act(people.secretary, id, 'visit', { reason: { code: 'LISTENED', words: '她有心脏病' } });
    await act(people.doctor, id, 'visit');
    expect(await listed(people.police)).toEqual([id]);
    const seen = await get(people.police, path(id));
    expect(Object.keys(seen.body).sort()).toEqual([
      'actions',
      'area',
      'areaName',
      'code',
      'dueAt',
      'id',
      'isLate',
      'kind',
      'nameMasked',
      'recordedAt',
      'revision',
      'state',
    ]);
    const opened = await look();
    expect(opened.body).toEqual({ name: who.name, phone: who.phone, place: who.place, recordedAt: expect.any(String) });
    expect(JSON.stringify([seen.body, opened.body])).not.toMatch(/心脏病|那条街/);
    const rows = await collection('auditRows')
      .find({ record: id } as object)
      .toArray();
    expect(rows).toMatchObject([{ role: 'POLICE', who: people.police.id, why: 'VISIT' }]);
    await act(people.police, id, 'agree');
    // done with: no longer theirs
    expect((await get(people.police, path(id))).status).toBe(404);
  });

  test('everybody else is sent away, and whoever is of another place sees nothing', async () => {
    const id = await recorded();
    const readers = ['GRID_WORKER', 'GRID_LEADER', 'VILLAGE_SECRETARY', 'DOCTOR', 'TOWNSHIP_DISPATCHER', 'POLICE'];
    for (const role of roles.filter((one) => !readers.includes(one))) {
      const person = await somebody(role);
      expect([role, (await get(person, path(id))).status, (await get(person, '/refusals')).status]).toEqual([
        role,
        403,
        403,
      ]);
    }
    const far = await somebody('GRID_LEADER', elsewhere);
    expect([(await get(far, path(id))).status, await listed(far)]).toEqual([404, []]);
    const screener = await somebody('SCREENER', elsewhere);
    expect(await post(screener, '/refusals', { id: anId(), kind: 'DOOR', area: grid, place: 'x' })).toMatchObject({
      status: 403,
    });
  });

  test('nothing that was said lies open', async () => {
    const id = await recorded();
    await act(people.secretary, id, 'visit', { reason: { code: 'LISTENED', words: '怕没人喂猪' } });
    expect(JSON.stringify(await stored(id))).not.toMatch(/王不签|19922223333|501|那条街|喂猪/);
    expect((await get(people.worker, path(id))).body.timeline).toMatchObject([
      { by: 'VILLAGE_SECRETARY', words: '怕没人喂猪' },
    ]);
  });
});

test('the same draft recorded twice is one; another under its id is refused', async () => {
  const id = await recorded();
  const draft = { id, kind: 'NOTICE', area: grid, ...who };
  expect(await post(people.worker, '/refusals', draft)).toMatchObject({ status: 200, body: { id, state: 'RECORDED' } });
  expect(await post(people.worker, '/refusals', { ...draft, place: '别处' })).toMatchObject({ status: 409 });
  expect(await app().connection.collection('refusals').countDocuments({})).toBe(1);
});
