import { type BookRow, complaintsAbout } from '../testing/checks';
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
  post,
  receipt,
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

type Fact = { readonly id: string; readonly fact: string; readonly actions: readonly string[] };
const factsFor = async (person: Somebody): Promise<Fact[]> => (await get(person, '/late-facts')).body.items;
const decide = (person: Somebody, id: string, action: string, more: object = {}) =>
  post(person, `/late-facts/${id}/${action}`, { opId: anId(), ...more });
const owedTo = async (person: Somebody) => (await get(person, '/ledger/mine')).body.owedToMeFen;
const bookOf = async (delivery: string) =>
  (await collection('ledger').find({ delivery }).toArray()) as unknown as BookRow[];
const kinds = (rows: readonly BookRow[]) => rows.map(({ kind, amountFen }) => `${kind} ${amountFen}`).sort();

/** Says of the one open fact of this sort that it counts, and lets what follows be done. */
async function apply(worker: Somebody, fact: string) {
  const found = (await factsFor(worker)).find((late) => late.fact === fact);
  const answer = await decide(worker, found?.id ?? '', 'apply');
  if (answer.status !== 200) throw new Error(`apply: ${answer.status} ${JSON.stringify(answer.body)}`);
  await settle();
  return found?.id ?? '';
}

/** Delivers once more what follows from a decision: a relay that died before it had said so. */
async function deliverAgain(fact: string): Promise<void> {
  const entry = { id: `${anId()}.0`, kind: 'lateFact', due: now(), attempts: 0, payload: {} };
  await collection('lateFacts').updateOne({ _id: fact }, {
    $push: { outbox: entry },
    $set: { 'relay.due': now() },
  } as object);
  await settle();
}

interface Watched extends Scene {
  readonly worker: Somebody;
  readonly cashier: Somebody;
}

const watched = async (scene: Scene): Promise<Watched> => ({
  ...scene,
  worker: await somebody('GRID_WORKER', scene.place),
  cashier: await somebody('COMMUNITY_CASHIER', scene.place),
});

/** Asked to stop, and three minutes of silence from the shop: taken as paid, by the estimate of 2300 fen. */
async function takenAsPaid(more: object = {}): Promise<Watched> {
  const scene = await watched(await aDelivery('SHOPPING', more));
  await does(scene.resident, scene.id, 'ask-cancel');
  await wait(3);
  expect(await stored(scene.id)).toMatchObject({ state: 'PURCHASED', detail: { actualFen: 2300 } });
  return scene;
}

const eggsFor = (actualFen: number) =>
  receipt({
    lines: [
      { line: 'eggs', outcome: 'FOUND', actualFen },
      { line: 'noodles', outcome: 'LEFT_OUT' },
    ],
  });

test('a receipt after the estimate was booked: its figures replace it line by line, in the book by reversal and a new row', async () => {
  const scene = await takenAsPaid();
  const { id, carrier, worker, cashier, resident } = scene;
  const sent = eggsFor(1500);
  expect((await does(carrier, id, 'purchase', sent)).body.receipt).toMatchObject({ to: 'LATE_FACT' });
  const [listed] = await factsFor(worker);
  expect(listed).toMatchObject({ follows: 'RECEIPT', bookedFen: 2300, paidFen: 1500, actions: ['apply', 'note'] });
  const fact = await apply(worker, 'purchase');
  const lines = [
    { line: 'eggs', outcome: 'FOUND', actualFen: 1500 },
    { line: 'noodles', outcome: 'LEFT_OUT' },
  ];
  expect(await stored(id)).toMatchObject({
    state: 'PURCHASED',
    detail: { actualFen: 1500, lines, receiptPhoto: sent.receiptPhoto, bags: 2 },
  });
  expect((await stored(id)).detail.lines).not.toContainEqual(
    expect.objectContaining({ line: 'noodles', actualFen: 500 }),
  );
  const book = ['ADVANCED 1500', 'ADVANCED 2300', 'ADVANCE_REVERSED 2300'];
  expect(kinds(await bookOf(id))).toEqual(book);
  expect(await owedTo(carrier)).toBe(1500);
  expect(told(id).filter((line) => line.endsWith('RECEIPT_CAME'))).toEqual([
    'HOUSEHOLD:RECEIPT_CAME',
    'COMMUNITY_CASHIER:RECEIPT_CAME',
  ]);
  expect((await see(resident, id)).body).toMatchObject({
    money: { owedFen: 1500 },
    receiptCame: { beforeFen: 2300, afterFen: 1500 },
  });
  await deliverAgain(fact);
  expect(kinds(await bookOf(id))).toEqual(book);
  // the day within which the carrier has it back began with the paying
  const [open] = (await get(cashier, '/ledger/owed')).body.items;
  expect(open).toMatchObject({ openFen: 1500, amountFen: 1500 });
  const reminders = () => told(id).filter((line) => line.endsWith('REPAY_OVERDUE'));
  await wait(24 * 60);
  expect(reminders()).toEqual(['COMMUNITY_CASHIER:REPAY_OVERDUE']);
  await wait(14);
  expect(reminders()).toHaveLength(1);
});

test('repaid before a smaller receipt came, the carrier gives the rest back, and only then it closes', async () => {
  const scene = await takenAsPaid();
  const { id, carrier, worker, cashier, resident } = scene;
  const [row] = (await get(cashier, '/ledger/owed')).body.items;
  await post(cashier, `/ledger/${row.id}/repay`, { opId: anId() });
  await does(carrier, id, 'purchase', eggsFor(1500));
  await apply(worker, 'purchase');
  const [over] = (await get(cashier, '/ledger/owed')).body.items;
  expect(over).toMatchObject({ openFen: 0, overFen: 800 });
  await does(carrier, id, 'depart');
  await does(carrier, id, 'drop', { photo: anId() });
  await does(resident, id, 'confirm');
  await does(resident, id, 'tick-paid');
  await does(cashier, id, 'tick-received');
  await settle();
  expect((await stored(id)).state).toBe('SETTLED');
  expect((await post(carrier, `/ledger/${over.id}/take-back`, { opId: anId() })).status).toBe(403);
  const both = [1, 2].map(() => post(cashier, `/ledger/${over.id}/take-back`, { opId: anId() }));
  expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409]);
  await settle();
  expect((await stored(id)).state).toBe('CLOSED');
  expect(complaintsAbout(await bookOf(id))).toEqual([]);
});

test('repaid before a larger receipt came, the rest is owed anew, and asked about after a day', async () => {
  const scene = await takenAsPaid();
  const { id, carrier, worker, cashier } = scene;
  const [row] = (await get(cashier, '/ledger/owed')).body.items;
  await post(cashier, `/ledger/${row.id}/repay`, { opId: anId() });
  await wait(24 * 60);
  await does(carrier, id, 'purchase', eggsFor(3000));
  await apply(worker, 'purchase');
  expect(await owedTo(carrier)).toBe(700);
  expect(told(id).filter((line) => line.endsWith('REPAY_OVERDUE'))).toEqual([]);
  await wait(24 * 60);
  expect(told(id).filter((line) => line.endsWith('REPAY_OVERDUE'))).toEqual(['COMMUNITY_CASHIER:REPAY_OVERDUE']);
  const [more] = (await get(cashier, '/ledger/owed')).body.items;
  await post(cashier, `/ledger/${more.id}/repay`, { opId: anId() });
  expect(await owedTo(carrier)).toBe(0);
  expect(kinds(await bookOf(id))).toContain('REPAID 700');
});

test('what the household had ticked was the estimate: it reads the new sum and ticks again; counted by both, it is not touched', async () => {
  const scene = await takenAsPaid();
  const { id, carrier, worker, resident } = scene;
  await does(carrier, id, 'depart');
  await does(carrier, id, 'drop', { photo: anId() });
  await does(resident, id, 'confirm');
  await does(resident, id, 'tick-paid');
  await does(carrier, id, 'purchase', eggsFor(1500));
  await apply(worker, 'purchase');
  expect((await see(resident, id)).body.money).toMatchObject({ owedFen: 1500, paidTick: false });
  const counted = await takenAsPaid();
  await does(counted.carrier, counted.id, 'depart');
  await does(counted.carrier, counted.id, 'drop', { photo: anId() });
  await does(counted.resident, counted.id, 'confirm');
  await does(counted.carrier, counted.id, 'tick-received');
  await does(counted.carrier, counted.id, 'purchase', eggsFor(1500));
  const [fact] = await factsFor(counted.worker);
  expect(fact).toMatchObject({ follows: 'NOTHING', because: 'MONEY_COUNTED', actions: ['note'] });
  const refused = await decide(counted.worker, fact?.id ?? '', 'apply');
  expect(refused).toMatchObject({ status: 409, body: { next: 'note', because: 'MONEY_COUNTED' } });
  expect((await stored(counted.id)).detail.actualFen).toBe(2300);
});

test('a line that the household left out is not taken as paid for', async () => {
  const scene = await watched(await aDelivery('SHOPPING'));
  const { id, carrier, resident } = scene;
  await does(carrier, id, 'ask-substitution', { line: 'eggs', offeredName: '鸭蛋', offeredPriceFen: 1900 });
  await does(resident, id, 'answer-substitution', { line: 'eggs', take: false });
  await does(resident, id, 'ask-cancel');
  await wait(3);
  expect((await stored(id)).detail).toMatchObject({ actualFen: 500 });
});

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

test('taken note of: the record says who compared it, when and why, and the carrier hears that nothing follows', async () => {
  const scene = await watched(await aDelivery('IN_TRANSIT'));
  const { id, carrier, worker, resident } = scene;
  await does(carrier, id, 'drop');
  await wait(3);
  await does(carrier, id, 'drop', { photo: anId() });
  const [fact] = await factsFor(worker);
  expect((await decide(worker, fact?.id ?? '', 'note')).status).toBe(422);
  await decide(worker, fact?.id ?? '', 'note', { reason: { code: 'ALREADY_DONE' } });
  await settle();
  expect((await stored(id)).detail.dropPhoto).toBeUndefined();
  const late = (await collection('lateFacts').findOne({ _id: fact?.id ?? '' })) as unknown as { history: object[] };
  expect(late.history).toMatchObject([{ action: 'note', by: worker.id, role: 'GRID_WORKER', reason: 'ALREADY_DONE' }]);
  const { timeline } = (await see(resident, id)).body;
  expect(timeline.at(-1)).toMatchObject({
    action: 'compareLate',
    reason: 'ALREADY_DONE',
    fact: { action: 'drop', counts: false },
  });
  expect(told(fact?.id ?? '')).toEqual(['CARRIER:LATE_FACT_NOTED']);
});

test('two who decide at once: one decision stands', async () => {
  const scene = await takenAsPaid();
  await does(scene.carrier, scene.id, 'purchase', eggsFor(1500));
  const [fact] = await factsFor(scene.worker);
  const leader = await somebody('GRID_LEADER', scene.place);
  const answers = await Promise.all([
    decide(scene.worker, fact?.id ?? '', 'apply'),
    decide(leader, fact?.id ?? '', 'note', { reason: { code: 'WRONG' } }),
  ]);
  await settle();
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const applied = answers[0].status === 200;
  expect((await stored(scene.id)).detail.actualFen).toBe(applied ? 1500 : 2300);
});

test('undecided, it climbs: after a day the township hears of it, after two the county; decided, nobody does', async () => {
  const scene = await takenAsPaid();
  const { id, carrier, place, worker } = scene;
  const township = await somebody('TOWNSHIP_DISPATCHER', place.slice(0, 9));
  const county = await somebody('COUNTY_DISPATCHER', place.slice(0, 6));
  await does(carrier, id, 'purchase', eggsFor(1500));
  const [fact] = await factsFor(worker);
  const heard = () => told(fact?.id ?? '');
  expect(fact).not.toHaveProperty('told');
  await wait(24 * 60 - 1);
  expect(heard()).toEqual([]);
  await wait(1);
  expect(heard()).toEqual(['TOWNSHIP_DISPATCHER:LATE_FACT_OVERDUE']);
  expect(await factsFor(township)).toMatchObject([{ id: fact?.id, told: 'TOWNSHIP_DISPATCHER' }]);
  expect(await factsFor(county)).toEqual([]);
  await wait(24 * 60);
  expect(heard()).toEqual(['TOWNSHIP_DISPATCHER:LATE_FACT_OVERDUE', 'COUNTY_DISPATCHER:LATE_FACT_OVERDUE']);
  expect(await factsFor(county)).toMatchObject([{ id: fact?.id, told: 'COUNTY_DISPATCHER' }]);
  await wait(7 * 24 * 60);
  expect(heard()).toHaveLength(2);
  expect((await decide(county, fact?.id ?? '', 'apply')).status).toBe(200);
  const decided = await takenAsPaid();
  await does(decided.carrier, decided.id, 'purchase', eggsFor(1500));
  const [other] = await factsFor(decided.worker);
  await apply(decided.worker, 'purchase');
  await wait(3 * 24 * 60);
  expect(told(other?.id ?? '').filter((line) => line.endsWith('OVERDUE'))).toEqual([]);
});
