import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { type ActRequest, act, beginRecord, type PersonActor, type Tracked } from '.';
import { type CrateAction, type CrateState, crate, operation, person } from './crate.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const county = '141122';
const area = areaId('141122100201-g03');
const now = new Date('2022-04-18T01:00:00Z');
type Request = Omit<ActRequest<CrateState, CrateAction>, 'collection' | 'machine'>;

function run(request: Omit<Request, 'now' | 'visible'> & Partial<Request>) {
  const collection = database.connection.collection('crates');
  return act({ now, visible: () => true, ...request, collection, machine: crate });
}

async function saved(changes: Partial<Tracked> = {}): Promise<string> {
  const _id = operation();
  const begun = beginRecord(
    { _id, county, kind: 'crate', variant: 'WOOD', state: 'OPEN', area, scope: scopeOf(area), household: 'h1' },
    [],
    now,
  );
  await crates().insertOne({ ...begun, ...changes });
  return _id;
}

function crates() {
  return database.connection.collection<Tracked & { _id: string }>('crates');
}

async function stored(id: string): Promise<Tracked> {
  const found = await crates().findOne({ _id: id });
  if (!found) throw new Error('gone');
  return found;
}

const claim = (id: string, actor: PersonActor, opId = operation()) =>
  run({ action: 'claim', id, actor, opId, set: { 'assignment.assignee': actor.personId, 'assignment.claimOp': opId } });

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

describe('when an action is refused, the reason is the true one', () => {
  const refused = async (request: Parameters<typeof run>[0], type: string) =>
    expect(run(request)).rejects.toMatchObject({ type });

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
