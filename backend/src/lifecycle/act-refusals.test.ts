import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { operation, person } from './crate.fixture';
import { crateDesk, now, type Run } from './crate-desk.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const { claim, run, saved, stored } = crateDesk(() => database.connection);

describe('when an action is refused, the reason is the true one', () => {
  const refused = async (request: Run, type: string) => expect(run(request)).rejects.toMatchObject({ type });

  test('nobody learns about a record that is not there or not theirs to see', async () => {
    const id = await saved();
    await refused({ action: 'claim', id: operation(), actor: person(1), opId: operation() }, 'not-found');
    const stranger = { ...person(1), grants: [] };
    await refused({ action: 'claim', id, actor: stranger, opId: operation(), visible: () => false }, 'not-found');
    await refused({ action: 'claim', id, actor: stranger, opId: operation() }, 'not-allowed');
    const elsewhere = { ...person(1), county: '141123' };
    await refused({ action: 'claim', id, actor: elsewhere, opId: operation() }, 'not-found');
  });

  test('a role, an ended grant, an exclusion, a skill, protection or a loop', async () => {
    const base = { action: 'claim' as const, opId: operation() };
    const id = await saved({
      needs: { skills: ['NURSE'], ppe: 2, loop: 'A' },
      assignment: { excluded: ['x'], rung: 0 },
    });
    const fit = { ...person(1), skills: ['NURSE'], ppe: 2, loop: 'A' };
    const { loop: _none, ...outside } = fit;
    const unfit = [
      { ...fit, skills: [] },
      { ...fit, ppe: 1 },
      { ...fit, loop: 'B' },
      outside,
      { ...fit, personId: 'x' },
      { ...fit, grants: fit.grants.map((grant) => ({ ...grant, until: now })) },
      { ...fit, grants: [{ role: 'VOLUNTEER' as const, area: areaId('141122100202') }] },
      person(3, ['GRID_LEADER']),
    ];
    for (const actor of unfit) await refused({ ...base, id, actor }, 'not-allowed');
    await expect(run({ ...base, id, actor: fit })).resolves.toMatchObject({ receipt: { to: 'HELD' } });
  });

  test('a lost race says where the record is now; a step from elsewhere is not possible', async () => {
    const id = await saved();
    await claim(id, person(1));
    await expect(claim(id, person(2))).rejects.toMatchObject({
      type: 'changed-meanwhile',
      extras: { state: 'HELD', revision: 1, next: 'refresh' },
    });
    await refused(
      {
        action: 'giveBack',
        reason: 'r',
        id: await saved({ assignment: { excluded: [], rung: 0, assignee: person(1).personId } }),
        actor: person(1),
        opId: operation(),
      },
      'transition-not-allowed',
    );
    await refused(
      { action: 'steelOnly', id: await saved(), actor: person(1), opId: operation() },
      'transition-not-allowed',
    );
  });

  test('an offer that ran out, a stale revision, a guard, a missing reason', async () => {
    const actor = person(1);
    const offer = { excluded: [], rung: 0, offeredTo: actor.personId, expiresAt: now };
    await refused(
      { action: 'accept', id: await saved({ state: 'OFFERED', assignment: offer }), actor, opId: operation() },
      'offer-expired',
    );
    const household = { ...actor, ownHouseholds: ['h1'] };
    const id = await saved();
    await refused({ action: 'edit', id, actor: household, opId: operation(), revision: 7 }, 'changed-meanwhile');
    await refused({ action: 'edit', id, actor: household, opId: operation() }, 'invalid-input');
    await refused({ action: 'cancel', id, actor: household, opId: operation() }, 'invalid-input');
    await refused(
      { action: 'claim', id, actor, opId: operation(), guard: { 'detail.free': true } },
      'changed-meanwhile',
    );
  });
});

describe('when a fact comes too late', () => {
  test('it is kept once with both times, and a repeat gets the same bytes even when it would fit again', async () => {
    const actor = person(1);
    const id = await saved();
    await claim(id, actor);
    await run({ action: 'giveBack', id, actor, opId: operation(), reason: 'r' });
    const opId = operation();
    const occurredAt = new Date('2022-04-18T00:30:00Z');
    const report = () => run({ action: 'finish', id, actor, opId, occurredAt, input: { bags: 2 } });
    const [first, twin] = await Promise.all([report(), report()]);
    expect(first.receipt).toEqual({ action: 'finish', to: 'LATE_FACT', revision: 2, recordedAt: now.toISOString() });
    expect(JSON.stringify(twin.receipt)).toBe(JSON.stringify(first.receipt));
    await claim(id, actor);
    expect((await report()).receipt).toEqual(first.receipt);
    expect((await stored(id)).state).toBe('HELD');
    const kept = await database.connection.collection('lateFacts').find().toArray();
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({
      state: 'OPEN',
      fact: { record: id, occurredAt, recordedAt: now, input: { bags: 2 } },
    });
  });

  test('somebody who never had to do with the record cannot leave one', async () => {
    const id = await saved();
    await expect(run({ action: 'finish', id, actor: person(9), opId: operation() })).rejects.toMatchObject({
      type: 'transition-not-allowed',
    });
  });
});
