import { apply, bookOf, deliverAgain, eggsFor, factsFor, kinds, watched } from '../testing/late-facts';
import { owedTo } from '../testing/run-book';
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
  told,
  wait,
} from '../testing/scene';

setTheStage();

test('put down while somebody asked to hand it over: it stands at the door, with its photo and the time it was done', async () => {
  const scene = await watched(await aDelivery('IN_TRANSIT'));
  const { id, carrier, place, resident, worker } = scene;
  await does(await somebody('GRID_LEADER', place), id, 'ask-handover', { bags: 2 });
  const [photo, occurredAt] = [anId(), now().toISOString()];
  pass(30);
  await does(carrier, id, 'drop', { photo, occurredAt });
  expect(await factsFor(worker)).toMatchObject([{ follows: 'MOVES_ON', recordState: 'HANDOVER_PENDING' }]);
  const fact = await apply(worker, 'drop');
  expect(await stored(id)).toMatchObject({ state: 'DROPPED', detail: { dropPhoto: photo } });
  expect(told(id)).toContain('HOUSEHOLD:DROPPED');
  const { timeline } = (await see(resident, id)).body;
  expect(timeline).toContainEqual(expect.objectContaining({ action: 'lateDrop', occurredAt, late: true }));
  const compared = timeline.filter(({ action }: { action: string }) => action === 'compareLate');
  expect(compared).toMatchObject([{ fact: { action: 'drop', counts: true, occurredAt } }]);
  await deliverAgain(fact);
  const { history } = await stored(id);
  expect(
    history.map(({ action }) => action).filter((action) => action === 'lateDrop' || action === 'compareLate'),
  ).toEqual(['lateDrop', 'compareLate']);
  // nobody undoes what happened long ago, and the twelve hours count
  expect(await act(carrier, id, 'undo-drop')).toMatchObject({ status: 409 });
  await wait(12 * 60);
  expect((await stored(id)).state).toBe('CONFIRMED');
});

test('put down by one who had passed it on: the photo is kept, and the record stays with who has it', async () => {
  const scene = await watched(await aDelivery('IN_TRANSIT'));
  const { id, carrier, place, worker } = scene;
  await does(await somebody('GRID_LEADER', place), id, 'ask-handover', { bags: 2 });
  const second = await aCarrier(place);
  await does(second, id, 'take-over', { bags: 2 });
  const photo = anId();
  await does(carrier, id, 'drop', { photo });
  expect(await factsFor(worker)).toMatchObject([
    { follows: 'KEPT', because: 'OTHER_CARRIES', actions: ['apply', 'note'] },
  ]);
  await apply(worker, 'drop');
  const { state, assignment, detail } = await stored(id);
  expect([state, assignment.assignee]).toEqual(['IN_TRANSIT', second.id]);
  expect(detail.lateMarks).toMatchObject([{ action: 'drop', photo, counts: true, decidedBy: worker.id }]);
});

test('the photo that was missing at the door: nobody need phone any more, and it is confirmed twelve hours later', async () => {
  const scene = await watched(await aDelivery('IN_TRANSIT'));
  const { id, carrier, worker } = scene;
  await does(carrier, id, 'drop');
  await wait(3);
  expect((await see(worker, id)).body.flags).toEqual(['CALL_FIRST']);
  await does(carrier, id, 'drop', { photo: anId() });
  await apply(worker, 'drop');
  expect((await see(worker, id)).body.flags).not.toContain('CALL_FIRST');
  await wait(12 * 60 - 1);
  expect((await stored(id)).state).toBe('DROPPED');
  await wait(1);
  expect((await stored(id)).state).toBe('CONFIRMED');
});

/** Taken back after an hour, while its carrier was in the shop without a network; somebody else has it by now. */
async function bought(second: 'LOOKING' | 'ACCEPTED' | 'PURCHASED') {
  const scene = await watched(await aDelivery('ACCEPTED'));
  const { id, carrier, place } = scene;
  await wait(61);
  const other = await aCarrier(place);
  if (second !== 'LOOKING') await does(await somebody('GRID_LEADER', place), id, 'assign', { to: other.id });
  if (second === 'PURCHASED') {
    await does(other, id, 'start-shopping');
    await does(other, id, 'purchase', receipt());
  }
  await does(carrier, id, 'purchase', eggsFor(1700));
  expect(await factsFor(scene.worker)).toMatchObject([{ follows: 'OWN_DELIVERY' }]);
  const fact = await apply(scene.worker, 'purchase');
  const { linkedTo } = (await see(scene.resident, id)).body;
  return { ...scene, other, fact, own: linkedTo as string };
}

test.each(['LOOKING', 'ACCEPTED'] as const)(
  'bought by a former holder while another was found (%s): it comes once, by who has the goods and is owed the money',
  async (second) => {
    const { id, own, carrier, other, resident, household, fact } = await bought(second);
    expect(await stored(own)).toMatchObject({
      state: 'PURCHASED',
      assignment: { assignee: carrier.id },
      detail: { actualFen: 1700, advancedBy: carrier.id, linkedFrom: id },
    });
    expect((await stored(id)).state).toBe('CANCELLED');
    expect((await stored(id)).history.at(-1)).toMatchObject({ action: 'cancel', reason: 'CAME_ANYWAY' });
    expect(told(own)).toEqual(['HOUSEHOLD:BOUGHT']);
    expect(told(id)).not.toContain('HOUSEHOLD:CANCELLED');
    expect(await owedTo(carrier)).toBe(1700);
    // the household's place came along
    expect(await submit(resident, aDraft(household))).toMatchObject({ status: 409, body: { open: own } });
    if (second === 'ACCEPTED') expect((await get(other, '/work/held')).body.deliveries ?? []).toEqual([]);
    await deliverAgain(fact);
    expect(await collection('tasks').countDocuments({ 'detail.linkedFrom': id })).toBe(1);
    expect(kinds(await bookOf(own))).toEqual(['ADVANCED 1700']);
  },
);

test('bought by two: both are owed what they paid, and neither delivery takes the other’s place', async () => {
  const { id, own, carrier, other, worker } = await bought('PURCHASED');
  expect([await owedTo(carrier), await owedTo(other)]).toEqual([1700, 2300]);
  expect((await stored(id)).state).toBe('PURCHASED');
  const third = await aCarrier((await see(worker, own)).body.area);
  await collection('tasks').updateOne({ _id: id }, { $push: { history: { opId: anId(), by: third.id } } } as object);
  await does(third, id, 'purchase', eggsFor(900));
  await apply(worker, 'purchase');
  expect(await owedTo(third)).toBe(900);
  expect(await collection('tasks').countDocuments({ 'detail.linkedFrom': id })).toBe(2);
});

test('fetched and put down without a network, cancelled meanwhile: first the goods, then the door', async () => {
  const scene = await watched(await aDelivery('ACCEPTED', { kind: 'PACK', payMode: 'FREE', lines: [] }));
  const { id, carrier, resident, worker } = scene;
  await does(resident, id, 'cancel');
  const photo = anId();
  await does(carrier, id, 'collect', { bags: 3 });
  pass(1);
  await does(carrier, id, 'drop', { photo });
  expect(await factsFor(worker)).toMatchObject([
    { fact: 'collect', follows: 'OWN_DELIVERY', bags: 3 },
    { fact: 'drop', follows: 'NOTHING', because: 'EARLIER_FIRST', actions: ['note'] },
  ]);
  await apply(worker, 'collect');
  const { linkedTo } = (await see(resident, id)).body;
  expect(await stored(linkedTo)).toMatchObject({
    state: 'COLLECTED',
    assignment: { assignee: carrier.id },
    detail: { bags: 3 },
  });
  expect(await factsFor(worker)).toMatchObject([{ fact: 'drop', follows: 'MOVES_ON', linked: linkedTo }]);
  await apply(worker, 'drop');
  expect(await stored(linkedTo)).toMatchObject({ state: 'DROPPED', detail: { dropPhoto: photo } });
  await does(resident, linkedTo, 'confirm');
  await settle();
  expect((await stored(linkedTo)).state).toBe('CLOSED');
  expect((await stored(id)).state).toBe('CANCELLED');
});

test('yellow bags taken from a door that had been cancelled are counted at the other end', async () => {
  const place = aPlace();
  const home = await aHome(place);
  const draft = aDraft(home.household, { kind: 'WASTE_PICKUP', payMode: 'FREE', lines: [], words: '两袋' });
  await submit(home.resident, draft);
  await settle();
  const crew = await aCarrier(place, { skills: ['WASTE'] });
  const worker = await somebody('GRID_WORKER', place);
  await does(crew, draft.id, 'claim');
  await does(home.resident, draft.id, 'cancel');
  await does(crew, draft.id, 'collect-at-door', { bags: 2 });
  await apply(worker, 'collectAtDoor');
  const { linkedTo } = (await see(home.resident, draft.id)).body;
  expect(await stored(linkedTo)).toMatchObject({ state: 'COLLECTED_AT_DOOR', detail: { bagsAtStart: 2 } });
  await does(crew, linkedTo, 'dispose', { bags: 2 });
  await settle();
  expect((await stored(linkedTo)).state).toBe('CLOSED');
});
