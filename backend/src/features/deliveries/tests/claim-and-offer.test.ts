import { winnersAmong } from '../testing/checks';
import {
  aCarrier,
  act,
  aDelivery,
  aDraft,
  aHome,
  anId,
  aPlace,
  collection,
  does,
  get,
  now,
  pass,
  receipt,
  see,
  setTheStage,
  settle,
  somebody,
  stored,
  submit,
  sweep,
  told,
  wait,
} from '../testing/scene';

setTheStage();

/** Offered to one of these volunteers, who are alone on duty there. */
async function offered(place = aPlace(), ...limits: { seatLimit?: number }[]) {
  const carriers = [];
  for (const limit of limits.length > 0 ? limits : [{}]) carriers.push(await aCarrier(place, limit));
  const home = await aHome(place);
  const draft = aDraft(home.household);
  await submit(home.resident, draft);
  await settle();
  const { assignment } = await stored(draft.id);
  const asked = carriers.find(({ id }) => id === assignment.offeredTo);
  if (!asked) throw new Error('nobody was asked');
  return { ...home, id: draft.id, asked, others: carriers.filter((one) => one !== asked) };
}

const seatsOf = async ({ id }: { id: string }) =>
  ((await collection('volunteers').findOne({ _id: id })) as { seats?: unknown } | null)?.seats;

test('when two volunteers claim at once, one holds it and the other reads who has it, but not the door', async () => {
  for (let round = 0; round < 5; round++) {
    await sweep();
    const { id, place, carrier: first } = await aDelivery('TRIAGED');
    const second = await aCarrier(place);
    const answers = await Promise.all([first, second].map(async (who) => ({ who, ...(await act(who, id, 'claim')) })));
    expect(winnersAmong(answers)).toBe(1);
    const winner = answers.find(({ status }) => status === 200);
    const loser = answers.find(({ status }) => status === 409);
    expect((await stored(id)).assignment.assignee).toBe(winner?.who.id);
    expect((await stored(id)).history.filter(({ action }) => action === 'claim')).toHaveLength(1);
    expect(loser?.body).toMatchObject({
      state: 'ACCEPTED',
      next: 'refresh',
      holder: { label: '张**', team: 'VETERAN' },
    });
    expect(await seatsOf(loser?.who ?? first)).toEqual([]);
    expect((await see(loser?.who ?? first, id)).body.household).toBeUndefined();
    expect((await see(winner?.who ?? first, id)).body.household).toMatchObject({ address: { room: '402' } });
  }
});

test('taking work answers the receipt alone; who opens the page reads the door, and that look is recorded', async () => {
  const { id, carrier, household } = await aDelivery('TRIAGED');
  const { body } = await does(carrier, id, 'claim');
  expect(Object.keys(body)).toEqual(['receipt']);
  const looks = () => collection('auditRows').countDocuments({ record: household, who: carrier.id });
  expect(await looks()).toBe(0);
  expect((await see(carrier, id)).body.household).toMatchObject({ address: { room: '402' } });
  expect(await looks()).toBe(1);
});

test('a claim that comes again after all is done answers its receipt and fills no place', async () => {
  const { id, carrier, resident } = await aDelivery('TRIAGED');
  const opId = anId();
  const first = await does(carrier, id, 'claim', { opId });
  const again = await does(carrier, id, 'claim', { opId });
  expect(again.body).toEqual(first.body);
  expect(await seatsOf(carrier)).toHaveLength(1);
  await does(carrier, id, 'start-shopping');
  await does(carrier, id, 'purchase', receipt());
  await does(carrier, id, 'depart');
  await does(carrier, id, 'drop', { photo: anId() });
  await does(resident, id, 'confirm');
  await settle();
  expect(await seatsOf(carrier)).toEqual([]);
  expect((await does(carrier, id, 'claim', { opId })).body).toEqual(first.body);
  expect(await seatsOf(carrier)).toEqual([]);
});

test('when an offer has run out, it is too late for the one and not yet free for the other', async () => {
  const { id, asked, others } = await offered(aPlace(), {}, {});
  const [other = asked] = others;
  expect((await get(asked, '/work/offers')).body.items).toMatchObject([{ id }]);
  pass(11);
  expect((await get(asked, '/work/offers')).body.items).toEqual([]);
  expect((await see(asked, id)).body.actions).toEqual([]);
  expect(await act(asked, id, 'accept')).toMatchObject({ status: 409, body: { state: 'OFFERED' } });
  expect(await act(other, id, 'claim')).toMatchObject({ status: 409, body: { state: 'OFFERED' } });
  await settle();
  // the router has asked the next one, whose turn it is now
  expect((await stored(id)).assignment).toMatchObject({ offeredTo: other.id, missedBy: [asked.id], misses: 1 });
  expect(await act(asked, id, 'accept')).toMatchObject({ status: 403 });
  await does(other, id, 'accept');
  expect(await act(asked, id, 'claim')).toMatchObject({ status: 409, body: { holder: { team: 'VETERAN' } } });
});

test('when nobody answers at all, whoever missed the offer may still claim it by hand', async () => {
  const { id, asked } = await offered();
  await wait(11);
  expect((await stored(id)).state).toBe('TRIAGED');
  expect((await get(asked, '/work/pool')).body.items).toMatchObject([{ id, actions: ['claim'] }]);
  expect((await does(asked, id, 'claim')).body.receipt).toMatchObject({ action: 'claim', to: 'ACCEPTED' });
});

test('who is no volunteer of this place takes nothing', async () => {
  const { id, place, resident } = await aDelivery('TRIAGED');
  const worker = await somebody('GRID_WORKER', place);
  const elsewhere = await aCarrier(aPlace());
  const clumsy = await aCarrier(place, { skills: [] });
  expect(await act(resident, id, 'claim')).toMatchObject({ status: 403 });
  expect(await act(worker, id, 'claim')).toMatchObject({ status: 403 });
  expect(await act(clumsy, id, 'claim')).toMatchObject({ status: 403 });
  expect(await act(elsewhere, id, 'claim')).toMatchObject({ status: 404 });
  expect((await stored(id)).state).toBe('TRIAGED');
});

test('what the router would not offer, nobody takes from the pool either', async () => {
  const { id, place, household } = await aDelivery('TRIAGED');
  const change = (person: { id: string }, fields: object) =>
    collection('volunteers').updateOne({ _id: person.id }, { $set: fields });
  const aPerson = async (fields: object) => {
    const person = await aCarrier(place);
    await change(person, fields);
    return person;
  };
  const relative = await aPerson({ relatives: [household] });
  const contact = await aPerson({ contactChain: true });
  const inside = await aPerson({ loop: 'another' });
  const done = { day: now().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' }), doneToday: 20 };
  const tired = await aPerson({ 'stats.day': done.day, 'stats.doneToday': done.doneToday });
  for (const [person, next] of [
    [relative, 'leave-to-others'],
    [contact, 'ask-the-grid'],
    [inside, undefined],
    [tired, 'leave-to-others'],
  ] as const) {
    const answer = await act(person, id, 'claim');
    expect([answer.status, answer.body.next]).toEqual([403, next]);
    expect(await seatsOf(person)).toEqual([]);
  }
  expect(await act(await somebody('GRID_LEADER', place), id, 'assign', { to: inside.id })).toMatchObject({
    status: 403,
  });
  expect((await stored(id)).state).toBe('TRIAGED');
  // life in danger waits for no new day
  await collection('tasks').updateOne({ _id: id }, { $set: { priority: 0 } });
  await does(tired, id, 'claim');
});

test('a volunteer whose hands are full takes no more, until one is done', async () => {
  const { id, place, resident, carrier } = await aDelivery('DROPPED');
  await collection('volunteers').updateOne({ _id: carrier.id }, { $set: { seatLimit: 1 } });
  const home = await aHome(place);
  const next = aDraft(home.household);
  await submit(home.resident, next);
  await settle();
  expect(await act(carrier, next.id, 'claim')).toMatchObject({ status: 409, body: { next: 'finish-one-first' } });
  expect((await stored(next.id)).assignment.assignee).toBeUndefined();
  await does(resident, id, 'confirm');
  await settle();
  expect(await seatsOf(carrier)).toEqual([]);
  // asked by the router meanwhile, since there is a free place again
  await wait(31);
  const { state } = await stored(next.id);
  await does(carrier, next.id, state === 'OFFERED' ? 'accept' : 'claim');
  expect(await seatsOf(carrier)).toHaveLength(1);
});

test('when the one says no, the next is asked, and the first not again', async () => {
  const { id, asked, others, place } = await offered(aPlace(), {}, {});
  const [other = asked] = others;
  expect(await act(asked, id, 'decline', { reason: undefined })).toMatchObject({ status: 422 });
  await does(asked, id, 'decline', { reason: { code: 'NO_CAR' } });
  await settle();
  const after = await stored(id);
  expect(after.assignment).toMatchObject({ offeredTo: other.id, excluded: [asked.id] });
  expect(after.history).toContainEqual(expect.objectContaining({ action: 'decline', reason: 'NO_CAR', by: asked.id }));
  await does(other, id, 'decline');
  await settle();
  expect((await stored(id)).state).toBe('TRIAGED');
  expect(await act(asked, id, 'claim')).toMatchObject({ status: 403 });
  const leader = await somebody('GRID_LEADER', place);
  const { items } = (await get(leader, `/deliveries/${id}/candidates`)).body;
  expect(items).toMatchObject([{ excludedBecause: 'EXCLUDED' }, { excludedBecause: 'EXCLUDED' }]);
});

test('whoever has it already is named as that, and not proposed to take it over', async () => {
  const { id, asked, others, place } = await offered(aPlace(), {}, {});
  await does(asked, id, 'accept');
  const leader = await somebody('GRID_LEADER', place);
  const { items } = (await get(leader, `/deliveries/${id}/candidates`)).body;
  const by = (person: string | undefined) => items.find((row: { person: string }) => row.person === person);
  expect(by(asked.id)).toMatchObject({ excludedBecause: 'HOLDS_IT' });
  expect(by(others[0]?.id)).not.toHaveProperty('excludedBecause');
});

test('when nobody of the grid is there, the ladder climbs by time and says why it asked whom', async () => {
  const { place, resident, household } = await aHome();
  const draft = aDraft(household);
  const { id } = draft;
  await submit(resident, draft);
  await settle();
  expect(told(id)).toEqual(['GRID_LEADER:NOBODY_YET', 'TOWNSHIP_DISPATCHER:NOBODY_YET']);
  const village = place.replace('201-g01', '202-g01');
  const helper = await aCarrier(village);
  await wait(3);
  const leader = await somebody('GRID_LEADER', place);
  const { state, reason } = (await see(leader, id)).body;
  expect(state).toBe('OFFERED');
  expect(reason).toMatchObject({ rung: 'TOWNSHIP', how: 'OFFER', considered: 1 });
  expect(reason.parts.reduce((sum: number, { points }: { points: number }) => sum + points, 0)).toBe(reason.score);
  expect((await get(helper, '/work/offers')).body.items[0].offer.reason).toEqual(reason);
  expect((await see(helper, id)).body.household).toBeUndefined();
});

test('after an hour without a step the work is taken back, and the seat with it', async () => {
  const { id, carrier } = await aDelivery('ACCEPTED');
  await wait(59);
  expect((await stored(id)).state).toBe('ACCEPTED');
  await wait(1);
  const after = await stored(id);
  expect(after).toMatchObject({ state: 'TRIAGED', assignment: { excluded: [carrier.id] } });
  expect(after.history).toContainEqual(
    expect.objectContaining({ action: 'giveBack', reason: 'NOT_BEGUN', by: 'SYSTEM' }),
  );
  expect(await seatsOf(carrier)).toEqual([]);
  expect(told(id)).toContain('CARRIER:TAKEN_BACK');
});
