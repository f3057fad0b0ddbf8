import {
  aCarrier,
  act,
  aDelivery,
  aDraft,
  anId,
  collection,
  does,
  get,
  post,
  type Scene,
  type Somebody,
  see,
  setTheStage,
  settle,
  somebody,
  stored,
  submit,
  told,
  wait,
} from '../testing/scene';

setTheStage();

const seatsOf = async (person: { id: string }) => {
  const found = await collection('volunteers').findOne({ _id: person.id });
  return (found as { seats?: readonly object[] } | null)?.seats ?? [];
};
const owedTo = async (person: { id: string }) => (await get(person, '/ledger/mine')).body.owedToMeFen;
const sick = () => ({ reason: { code: 'SICK' }, bags: 2, photo: anId() });

/** On the way, and the carrier cannot go on. */
async function stranded(more: object = {}): Promise<Scene> {
  const scene = await aDelivery('IN_TRANSIT');
  await does(scene.carrier, scene.id, 'ask-handover', { ...sick(), ...more });
  await settle();
  return scene;
}

test('who falls ill before paying gives back, who has paid hands over, by one tap', async () => {
  const scene = await aDelivery('IN_TRANSIT');
  const second = await aDelivery('SHOPPING');
  await collection('tasks').updateOne({ _id: second.id }, { $set: { 'assignment.assignee': scene.carrier.id } });
  await post(scene.carrier, '/volunteers/me/off-duty', { opId: anId(), sick: true });
  await settle();
  expect(await stored(scene.id)).toMatchObject({ state: 'HANDOVER_PENDING', detail: { bags: 2 } });
  expect(told(scene.id)).toContain('GRID:HANDOVER_ASKED');
  const given = await stored(second.id);
  expect(given.assignment.assignee).not.toBe(scene.carrier.id);
  expect(given.history).toContainEqual(expect.objectContaining({ action: 'giveBack', reason: 'SICK' }));
});

test('somebody else takes the bags: the door goes with them, the debt stays with who paid', async () => {
  const { id, carrier, place, resident, phone } = await stranded();
  expect(await act(carrier, id, 'give-back')).toMatchObject({ status: 409 });
  const second = await aCarrier(place);
  expect((await see(second, id)).body.household).toBeUndefined();
  expect((await get(second, '/work/pool?handover=yes')).body.items).toMatchObject([{ id, actions: ['takeOver'] }]);
  await does(second, id, 'take-over', { bags: 2 });
  await settle();
  expect((await see(second, id)).body).toMatchObject({ state: 'IN_TRANSIT', household: { phone }, flags: [] });
  const former = (await see(carrier, id)).body;
  expect([former.household, former.lines, former.timeline]).toEqual([undefined, [], []]);
  expect([await seatsOf(carrier), (await seatsOf(second)).length]).toEqual([[], 1]);
  await does(second, id, 'drop', { photo: anId() });
  await does(resident, id, 'confirm');
  await does(resident, id, 'tick-paid');
  await does(second, id, 'tick-received');
  await settle();
  // the household's money is in the second one's hand; the first one waits for it, and the request with both
  expect([await owedTo(carrier), await owedTo(second)]).toEqual([2300, 0]);
  expect((await stored(id)).state).toBe('SETTLED');
  const cashier = await somebody('COMMUNITY_CASHIER', place);
  const [row] = (await get(cashier, '/ledger/owed')).body.items;
  await post(cashier, `/ledger/${row.id}/repay`, { opId: anId() });
  await settle();
  expect(await owedTo(carrier)).toBe(0);
  expect((await stored(id)).state).toBe('CLOSED');
});

test('two who come for the same bags at once: one has them', async () => {
  const { id, place } = await stranded();
  const both = [await aCarrier(place), await aCarrier(place)];
  const answers = await Promise.all(both.map((who) => act(who, id, 'take-over', { bags: 2 })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const winner = both[answers.findIndex(({ status }) => status === 200)];
  expect((await stored(id)).assignment.assignee).toBe(winner?.id);
  expect((await Promise.all(both.map(seatsOf))).flat()).toHaveLength(1);
});

test('bags that somebody named is coming for are nobody else’s', async () => {
  const scene = await aDelivery('IN_TRANSIT');
  const { id, place, carrier } = scene;
  const [named, other] = [await aCarrier(place), await aCarrier(place)];
  await does(carrier, id, 'ask-handover', { ...sick(), to: named.id });
  await settle();
  expect(told(id)).toContain('CARRIER:HANDOVER_FOR_YOU');
  expect((await get(other, '/work/pool')).body.items).toEqual([]);
  expect(await act(other, id, 'take-over', { bags: 2 })).toMatchObject({ status: 409, body: { next: 'named' } });
  expect((await get(named, '/work/pool')).body.items).toMatchObject([{ id }]);
  expect((await see(carrier, id)).body.handover).toMatchObject({ bags: 2, to: { label: '张**' } });
  await does(named, id, 'take-over', { bags: 2 });
  expect((await stored(id)).detail.handoverTo).toBeUndefined();
});

test('when the two counts differ, it goes on and the grid hears of it', async () => {
  const { id, place } = await stranded();
  const second = await aCarrier(place);
  await does(second, id, 'take-over', { bags: 1 });
  await settle();
  expect(told(id)).toContain('GRID:COUNT_DIFFERS');
  const leader = await somebody('GRID_LEADER', place);
  expect((await see(leader, id)).body).toMatchObject({ state: 'IN_TRANSIT', flags: ['COUNT_DIFFERS'] });
});

test('when nobody comes in twenty minutes, the grid leader fetches them, whoever was named', async () => {
  const scene = await aDelivery('IN_TRANSIT');
  const { id, place, carrier } = scene;
  const named = await aCarrier(place);
  await does(carrier, id, 'ask-handover', { ...sick(), to: named.id });
  await wait(19);
  expect(told(id)).not.toContain('GRID:HANDOVER_OVERDUE');
  await wait(1);
  expect(told(id)).toContain('GRID:HANDOVER_OVERDUE');
  // no volunteer, with no places to fill
  const leader = await somebody('GRID_LEADER', place);
  await does(leader, id, 'take-over', { bags: 2 });
  expect((await see(leader, id)).body.household).toMatchObject({ address: { room: '402' } });
  await does(leader, id, 'drop', { photo: anId() });
  expect(await owedTo(carrier)).toBe(2300);
});

test('why a carrier cannot go on is read by the grid, not by the household', async () => {
  const { id, place, resident } = await stranded();
  const reasonFor = async (person: Somebody) =>
    (await see(person, id)).body.timeline.find(({ action }: { action: string }) => action === 'askHandover').reason;
  expect(await reasonFor(await somebody('GRID_WORKER', place))).toBe('SICK');
  expect(await reasonFor(resident)).toBeUndefined();
});

test('the carrier tests positive: the bags are kept back and it is brought again at the cost of the county', async () => {
  const { id, place, carrier, resident, household } = await stranded();
  const other = await aCarrier(place);
  expect(await act(carrier, id, 'quarantine-bags')).toMatchObject({ status: 403 });
  const leader = await somebody('GRID_LEADER', place);
  await does(leader, id, 'quarantine-bags', { reason: { code: 'CARRIER_POSITIVE' } });
  await settle();
  expect(told(id)).toContain('HOUSEHOLD:BAGS_KEPT_BACK');
  const kept = (await see(resident, id)).body;
  expect(kept).toMatchObject({ state: 'RETURNED', keptBack: true, money: { owedFen: 0 } });
  expect([kept.carrier, JSON.stringify(kept).includes('POSITIVE')]).toEqual([undefined, false]);
  expect((await see(carrier, id)).body).toMatchObject({ keptBack: true, lines: [] });
  const again = (await see(resident, kept.linkedTo)).body;
  expect(again).toMatchObject({ linkedFrom: id, payMode: 'FREE', estimateFen: 2300 });
  expect(again.lines.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['OPEN', 'OPEN']);
  // whoever tested positive is on hold, a doctor hears of it, and another is asked
  expect(await collection('volunteers').findOne({ _id: carrier.id })).toMatchObject({
    healthHold: true,
    duty: { on: false },
  });
  expect(told(carrier.id)).toEqual(['DOCTOR:HEALTH_HOLD']);
  expect(await stored(kept.linkedTo)).toMatchObject({ assignment: { offeredTo: other.id, excluded: [carrier.id] } });
  // the new one has the household's place
  expect(await submit(resident, aDraft(household))).toMatchObject({ status: 409, body: { open: kept.linkedTo } });
  const keeper = await somebody('STORE_KEEPER', place);
  await does(keeper, id, 'dispose-returned', { disposition: 'DESTROYED' });
  await settle();
  expect((await stored(id)).state).toBe('SETTLED');
  expect(await owedTo(carrier)).toBe(2300);
  const cashier = await somebody('COMMUNITY_CASHIER', place);
  const [row] = (await get(cashier, '/ledger/owed')).body.items;
  await post(cashier, `/ledger/${row.id}/repay`, { opId: anId() });
  await settle();
  expect((await stored(id)).state).toBe('CLOSED');
  expect(await submit(resident, aDraft(household))).toMatchObject({ status: 409, body: { open: kept.linkedTo } });
});
