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
  receipt,
  type Scene,
  type Somebody,
  see,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
  submit,
  told,
  wait,
} from '../testing/scene';

setTheStage();

const free = { payMode: 'FREE', lines: [] };

async function inTurn(person: Somebody, id: string, ...steps: readonly (readonly [string, object])[]): Promise<void> {
  for (const [action, body] of steps) await does(person, id, action, body);
  await settle();
}

async function wasteAtDoor(): Promise<Scene> {
  const place = aPlace();
  const home = await aHome(place);
  const draft = aDraft(home.household, { ...free, kind: 'WASTE_PICKUP', words: '两袋' });
  await submit(home.resident, draft);
  await settle();
  const clean = await aCarrier(place);
  expect(await act(clean, draft.id, 'claim')).toMatchObject({ status: 403 });
  const carrier = await aCarrier(place, { skills: ['WASTE'] });
  await inTurn(carrier, draft.id, ['claim', {}], ['collect-at-door', { bags: 2 }]);
  return { ...home, place, id: draft.id, carrier };
}

test('yellow bags: taken by the own crew only, counted at both ends, closed when the counts are equal', async () => {
  const { id, carrier } = await wasteAtDoor();
  await does(carrier, id, 'dispose', { bags: 2 });
  await settle();
  expect(await stateOf(id)).toBe('CLOSED');
  expect(told(id)).not.toContain('GRID:COUNT_DIFFERS');
});

test('yellow bags that do not add up wait a day for somebody to look', async () => {
  const { id, carrier, place } = await wasteAtDoor();
  await does(carrier, id, 'dispose', { bags: 1 });
  await settle();
  expect(await stateOf(id)).toBe('DISPOSED');
  expect(told(id)).toContain('GRID:COUNT_DIFFERS');
  expect((await see(await somebody('GRID_LEADER', place), id)).body.flags).toEqual(['COUNT_DIFFERS']);
  await wait(24 * 60);
  expect(await stateOf(id)).toBe('CLOSED');
});

test('an errand is done, or cannot be done and the household hears why', async () => {
  const errand = { ...free, kind: 'ERRAND', words: '换煤气罐' };
  const done = await aDelivery('ACCEPTED', errand);
  expect(await act(done.carrier, done.id, 'start-shopping')).toMatchObject({ status: 409 });
  await inTurn(done.carrier, done.id, ['begin', {}], ['finish-errand', {}]);
  expect(await stateOf(done.id)).toBe('CLOSED');
  const not = await aDelivery('ACCEPTED', errand);
  await inTurn(not.carrier, not.id, ['begin', {}], ['nothing-bought', { reason: { code: 'CLOSED_TODAY' } }]);
  expect(told(not.id)).toEqual(expect.arrayContaining(['HOUSEHOLD:NOTHING_BOUGHT', 'GRID:NOTHING_BOUGHT']));
  const worker = await somebody('GRID_WORKER', not.place);
  await does(worker, not.id, 'close-unfulfilled', { reason: { code: 'NOT_TO_BE_HAD' } });
  expect((await see(not.resident, not.id)).body).toMatchObject({ state: 'CLOSED' });
});

test('a meal is collected, brought and free', async () => {
  const { id, carrier, resident } = await aDelivery('ACCEPTED', { ...free, kind: 'MEAL' });
  // a meal is not bought: a fact that does not fit is kept, and changes nothing
  expect((await act(carrier, id, 'purchase', receipt())).body.receipt).toMatchObject({ to: 'LATE_FACT' });
  expect(await stateOf(id)).toBe('ACCEPTED');
  await inTurn(carrier, id, ['collect', { bags: 1 }], ['depart', {}], ['drop', { photo: anId() }]);
  await does(resident, id, 'confirm');
  await settle();
  expect(await stateOf(id)).toBe('CLOSED');
  expect((await see(resident, id)).body.money).toBeUndefined();
});

test('all sold out: it looks for somebody again, and the first one’s hands are free', async () => {
  const { id, carrier, place, resident } = await aDelivery('SHOPPING');
  await inTurn(carrier, id, ['nothing-bought', { reason: { code: 'SOLD_OUT' } }]);
  expect(await act(resident, id, 'try-elsewhere')).toMatchObject({ status: 403 });
  await does(await somebody('GRID_WORKER', place), id, 'try-elsewhere');
  await settle();
  expect(['TRIAGED', 'OFFERED']).toContain(await stateOf(id));
  expect((await stored(id)).assignment.assignee).toBeUndefined();
  const volunteer = (await collection('volunteers').findOne({ _id: carrier.id })) as { seats?: object[] } | null;
  expect(volunteer?.seats).toEqual([]);
});

test('a numbered place instead of the door: fetched by the household, or brought after all', async () => {
  const { id, carrier, resident } = await aDelivery('IN_TRANSIT');
  await inTurn(carrier, id, ['place-for-pickup', { place: 'A3' }]);
  expect(told(id)).toContain('HOUSEHOLD:READY_FOR_PICKUP');
  await does(carrier, id, 'to-door');
  await does(carrier, id, 'place-for-pickup', { place: 'A4' });
  await does(resident, id, 'picked-up');
  expect(await stateOf(id)).toBe('CONFIRMED');
});

test('a dispatcher names somebody, and somebody else before anything is bought; a volunteer names nobody', async () => {
  const { id, carrier, place } = await aDelivery('TRIAGED');
  const [other, leader] = [await aCarrier(place), await somebody('GRID_LEADER', place)];
  expect(await act(carrier, id, 'assign', { to: other.id })).toMatchObject({ status: 403 });
  expect(await act(leader, id, 'assign', { to: leader.id })).toMatchObject({ status: 403 });
  await does(leader, id, 'assign', { to: carrier.id });
  expect(await act(leader, id, 'reassign', { to: other.id, reason: undefined })).toMatchObject({ status: 422 });
  await does(leader, id, 'reassign', { to: other.id, reason: { code: 'NEARER' } });
  await settle();
  const seats = await collection('volunteers').countDocuments({ 'seats.task': id });
  expect([(await stored(id)).assignment.assignee, seats]).toEqual([other.id, 1]);
  expect((await see(carrier, id)).body.household).toBeUndefined();
  await does(other, id, 'start-shopping');
  expect(await act(leader, id, 'reassign', { to: carrier.id })).toMatchObject({ status: 409 });
});

test('the grid raises what is urgent and leaves a remark, which those who work on it read', async () => {
  const { id, carrier, place, resident } = await aDelivery('ACCEPTED');
  const worker = await somebody('GRID_WORKER', place);
  await does(worker, id, 'note', { words: '门铃坏了，请敲门' });
  expect(await act(resident, id, 'note', { words: '快' })).toMatchObject({ status: 403 });
  expect((await see(carrier, id)).body.timeline.at(-1)).toMatchObject({ action: 'note', reason: '门铃坏了，请敲门' });
  const waits = await aDelivery('TRIAGED');
  await does(await somebody('GRID_WORKER', waits.place), waits.id, 'raise-priority', { priority: 'P0' });
  expect((await see(waits.resident, waits.id)).body.priority).toBe('P0');
  expect(await act(worker, id, 'raise-priority', { priority: 'P0' })).toMatchObject({ status: 409 });
});

test('lines are changed from the copy that was read, not over somebody else’s change', async () => {
  const { id, resident, place } = await aDelivery('TRIAGED');
  const { revision } = await stored(id);
  const salt = { line: 'salt', name: '盐', unit: '袋', quantity: 1, substitution: { rule: 'NONE' } };
  await does(await somebody('GRID_WORKER', place), id, 'add-lines', { lines: [salt] });
  const old = await act(resident, id, 'edit-lines', { revision, lines: [salt] });
  expect(old).toMatchObject({ status: 409, body: { revision: revision + 1 } });
  await does(resident, id, 'edit-lines', { revision: revision + 1, lines: [salt] });
  expect((await see(resident, id)).body).toMatchObject({ lines: [{ name: '盐' }], estimateFen: 1000 });
});
