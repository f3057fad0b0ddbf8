import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { operation, person } from './crate.fixture';
import { crateDesk, now } from './crate-desk.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const { claim, run, saved, stored } = crateDesk(() => database.connection);

describe('when an action is done', () => {
  test('the state, the history with the state before, the outbox and the revision are written together', async () => {
    const id = await saved();
    const actor = person(1);
    const opId = operation();
    const { receipt } = await run({
      action: 'claim',
      id,
      actor,
      opId,
      reason: 'near',
      occurredAt: new Date('2022-04-18T00:59:00Z'),
      set: { 'assignment.assignee': actor.personId, 'detail.note': '$state', 'detail.box': { a: 1 } },
      push: { 'detail.list': ['x', 'y'] },
      inc: { 'detail.count': 2 },
      emit: [{ kind: 'notice', payload: { to: 'h1' } }],
    });
    expect(receipt).toEqual({ action: 'claim', to: 'HELD', revision: 1, recordedAt: now.toISOString() });
    const document = await stored(id);
    expect(document).toMatchObject({
      state: 'HELD',
      revision: 1,
      enteredBy: opId,
      detail: { note: '$state', box: { a: 1 }, list: ['x', 'y'], count: 2 },
      relay: { due: now },
    });
    expect(document.history).toEqual([
      expect.objectContaining({
        action: 'claim',
        from: 'OPEN',
        to: 'HELD',
        by: actor.personId,
        role: 'VOLUNTEER',
        opId,
      }),
    ]);
    expect(document.history[0]).toMatchObject({ reason: 'near', holder: actor.personId, revision: 1 });
    expect(document.outbox).toEqual([
      { id: `${opId}.0`, kind: 'notice', due: now, attempts: 0, payload: { to: 'h1' } },
      // the time limit of the table became a timer of this stay
      expect.objectContaining({
        kind: 'timer',
        payload: { action: 'expire' },
        while: { states: ['HELD'], enteredBy: opId },
      }),
    ]);
  });

  test('an action with several sources writes the true one into history', async () => {
    const actor = person(1);
    for (const state of ['OPEN', 'HELD']) {
      const id = await saved({ state });
      await run({
        action: 'cancel',
        id,
        actor: { ...person(2), ownHouseholds: ['h1'] },
        opId: operation(),
        reason: 'r',
      });
      expect((await stored(id)).history[0]).toMatchObject({ from: state, to: 'CANCELLED', role: 'RESIDENT' });
    }
    const id = await saved({ state: 'HELD', assignment: { excluded: [], rung: 0, assignee: actor.personId } });
    await run({ action: 'giveBack', id, actor, opId: operation(), reason: 'r', unset: ['assignment.assignee'] });
    expect((await stored(id)).assignment).toEqual({ excluded: [], rung: 0 });
  });

  test('a person with two roles acts in the one that fits the record', async () => {
    const actor = person(1, ['VOLUNTEER', 'GRID_LEADER']);
    const held = await saved({ state: 'HELD', assignment: { excluded: [], rung: 0, assignee: actor.personId } });
    const others = await saved({ state: 'HELD', assignment: { excluded: [], rung: 0, assignee: 'other' } });
    for (const id of [held, others]) await run({ action: 'giveBack', id, actor, opId: operation(), reason: 'r' });
    expect((await stored(held)).history[0]?.role).toBe('VOLUNTEER');
    expect((await stored(others)).history[0]?.role).toBe('GRID_LEADER');
  });

  test('a later due date never hides an earlier one', async () => {
    const early = new Date(now.getTime() - 60_000);
    const id = await saved({ relay: { due: early } });
    await claim(id, person(1));
    expect((await stored(id)).relay.due).toEqual(early);
  });
});

describe('when an operation comes again', () => {
  test('the same person with the same input gets the same bytes, and the record as it is now', async () => {
    const id = await saved();
    const actor = person(1);
    const opId = operation();
    const first = await claim(id, actor, opId);
    await run({ action: 'giveBack', id, actor, opId: operation(), reason: 'r' });
    const again = await run({ action: 'claim', id, actor, opId, now: new Date(now.getTime() + 5_000) });
    expect(JSON.stringify(again.receipt)).toBe(JSON.stringify(first.receipt));
    expect(again).toMatchObject({ repeated: true, document: { state: 'OPEN', revision: 2 } });
  });

  test('other input, another action or another person is refused', async () => {
    const id = await saved();
    const actor = person(1);
    const opId = operation();
    await claim(id, actor, opId);
    const again = { id, opId };
    await expect(run({ ...again, action: 'claim', actor, input: { a: 1 } })).rejects.toMatchObject({
      type: 'op-id-reused',
    });
    await expect(run({ ...again, action: 'finish', actor })).rejects.toMatchObject({ type: 'op-id-reused' });
    await expect(claim(id, person(2), opId)).rejects.toMatchObject({ type: 'op-id-reused' });
    expect((await stored(id)).history).toHaveLength(1);
  });

  test('twins at the same moment both succeed with one effect and one receipt', async () => {
    const id = await saved();
    const opId = operation();
    const twins = await Promise.all(Array.from({ length: 8 }, () => claim(id, person(1), opId)));
    expect(new Set(twins.map(({ receipt }) => JSON.stringify(receipt))).size).toBe(1);
    expect(await stored(id)).toMatchObject({ revision: 1 });
  });

  test('an old receipt is still given when the grant has ended', async () => {
    const id = await saved();
    const opId = operation();
    const first = await claim(id, person(1), opId);
    const again = await claim(id, { ...person(1), grants: [] }, opId);
    expect(again.receipt).toEqual(first.receipt);
  });
});
