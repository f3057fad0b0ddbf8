import { act, aDelivery, aHome, anId, does, see, setTheStage, settle, somebody, stored, told } from '../testing/scene';

setTheStage();

const lineOf = async (id: string, name: string) =>
  ((await stored(id)).detail as { lines: { line: string }[] }).lines.find(({ line }) => line === name);
const change = (line: string, rule: string, more: object = {}) => ({ line, substitution: { rule, ...more } });

test('until a line is answered the household says what to do if it is sold out, also while somebody is in the shop', async () => {
  const { id, carrier, resident, place } = await aDelivery('TRIAGED');
  const opId = anId();
  for (const _twice of [1, 2]) await does(resident, id, 'change-substitution', { opId, ...change('noodles', 'ASK') });
  expect(await lineOf(id, 'noodles')).toMatchObject({ substitution: { rule: 'ASK' }, outcome: 'OPEN', quantity: 1 });
  expect((await see(resident, id)).body.estimateFen).toBe(2300);
  await does(carrier, id, 'claim');
  await does(carrier, id, 'start-shopping');
  const worker = await somebody('GRID_WORKER', place);
  await does(worker, id, 'change-substitution', change('noodles', 'SIMILAR', { maxExtraPercent: 20 }));
  // what stood there before is gone, and not mixed with it
  expect((await lineOf(id, 'noodles')) as object).toMatchObject({
    substitution: { rule: 'SIMILAR', maxExtraPercent: 20 },
  });
  await does(resident, id, 'change-substitution', change('noodles', 'NONE'));
  expect(((await lineOf(id, 'noodles')) as unknown as { substitution: object }).substitution).toEqual({ rule: 'NONE' });
  await settle();
  expect(told(id)).toContain('CARRIER:LINES_CHANGED');
  // the rule counts: nobody is asked, and nothing else is taken
  const other = { line: 'noodles', offeredName: '米粉', offeredPriceFen: 500 };
  expect(await act(carrier, id, 'ask-substitution', other)).not.toMatchObject({
    status: 200,
    body: { view: { state: 'SUBSTITUTION_PENDING' } },
  });
});

test('once a line is bought or asked about, its rule is what it was', async () => {
  const { id, carrier, resident } = await aDelivery('SHOPPING');
  await does(carrier, id, 'report-line', { line: 'noodles', outcome: 'FOUND', actualFen: 500 });
  const bought = await act(resident, id, 'change-substitution', change('noodles', 'ASK'));
  expect(bought).toMatchObject({ status: 409, body: { next: 'refresh' } });
  await does(carrier, id, 'ask-substitution', { line: 'eggs', offeredName: '鸭蛋', offeredPriceFen: 1900 });
  const asked = await act(resident, id, 'change-substitution', change('eggs', 'NONE'));
  expect(asked).toMatchObject({ status: 409, body: { next: 'answer' } });
  expect(await lineOf(id, 'eggs')).toMatchObject({ substitution: { rule: 'ASK' } });
});

test('by nobody else, for no other line, and not once it is paid', async () => {
  const { id, carrier, resident, place } = await aDelivery('SHOPPING');
  const neighbour = await aHome(place);
  expect(await act(carrier, id, 'change-substitution', change('eggs', 'NONE'))).toMatchObject({ status: 403 });
  expect(await act(neighbour.resident, id, 'change-substitution', change('eggs', 'NONE'))).toMatchObject({
    status: 404,
  });
  const unknown = await act(resident, id, 'change-substitution', change('milk', 'NONE'));
  expect(unknown).toMatchObject({ status: 422, body: { errors: [{ pointer: '/line' }] } });
  const lines = ['eggs', 'noodles'].map((line) => ({ line, outcome: 'FOUND', actualFen: 500 }));
  await does(carrier, id, 'purchase', { lines, receiptPhoto: anId(), bags: 1 });
  expect(await act(resident, id, 'change-substitution', change('eggs', 'NONE'))).toMatchObject({ status: 409 });
});
