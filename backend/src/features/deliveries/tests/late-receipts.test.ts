import { complaintsAbout } from '../testing/checks';
import {
  apply,
  bookOf,
  decide,
  deliverAgain,
  eggsFor,
  factsFor,
  kinds,
  takenAsPaid,
  watched,
} from '../testing/late-facts';
import { owedTo } from '../testing/run-book';
import { aDelivery, anId, does, get, post, see, setTheStage, settle, stored, told, wait } from '../testing/scene';

setTheStage();

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
