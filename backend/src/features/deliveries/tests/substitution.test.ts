import {
  act,
  aDelivery,
  aDraft,
  aProxy,
  does,
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

const line = (substitution: object, more: object = {}) => [
  { line: 'eggs', name: '鸡蛋', unit: '斤', quantity: 2, priceLimitFen: 900, substitution, ...more },
];
const offer = (offeredPriceFen: number) => ({ line: 'eggs', offeredName: '鸭蛋', offeredPriceFen });
const replaced = (priceFen: number) => ({
  line: 'eggs',
  outcome: 'REPLACED',
  actualFen: priceFen,
  replacement: { name: '鸭蛋', priceFen },
});
const lineOf = async (id: string) => ((await stored(id)).detail as { lines: object[] }).lines[0];
const atTheTill = (...lines: object[]) => receipt({ lines });

test('ASK: the household is asked, takes it, and pays what was said', async () => {
  const { id, carrier, resident } = await aDelivery('SHOPPING', { lines: line({ rule: 'ASK' }) });
  await does(carrier, id, 'ask-substitution', offer(1900));
  await settle();
  expect(told(id)).toContain('HOUSEHOLD:SUBSTITUTION_ASKED');
  const asked = (await see(resident, id)).body;
  expect(asked.substitution).toMatchObject({ offeredName: '鸭蛋', offeredPriceFen: 1900, extraFen: 100 });
  expect(asked.next).toMatchObject({ who: 'HOUSEHOLD', by: asked.substitution.answerBy });
  expect(await act(carrier, id, 'answer-substitution', { line: 'eggs', take: true })).toMatchObject({ status: 403 });
  expect(await act(resident, id, 'answer-substitution', { line: 'milk', take: true })).toMatchObject({ status: 422 });
  await does(resident, id, 'answer-substitution', { line: 'eggs', take: true });
  expect(await lineOf(id)).toMatchObject({ outcome: 'REPLACED', actualFen: 1900, replacement: { name: '鸭蛋' } });
  await settle();
  expect(told(id)).toContain('CARRIER:SUBSTITUTION_TAKEN');
  await does(carrier, id, 'purchase', atTheTill({ line: 'eggs', outcome: 'REPLACED' }));
  expect((await see(resident, id)).body).toMatchObject({ actualFen: 1900, money: { owedFen: 1900 } });
});

test('ASK: somebody who speaks for the household says no, and the line is left out', async () => {
  const { id, carrier, ...home } = await aDelivery('SHOPPING');
  const proxy = await aProxy(home);
  await does(carrier, id, 'ask-substitution', offer(1900));
  await does(proxy, id, 'answer-substitution', { line: 'eggs', take: false });
  expect(await lineOf(id)).toMatchObject({ outcome: 'LEFT_OUT' });
  await settle();
  expect(told(id)).toContain('CARRIER:SUBSTITUTION_LEFT_OUT');
});

test('ASK: without an answer in ten minutes the line is left out, and an answer after that is too late', async () => {
  const { id, carrier, resident } = await aDelivery('SHOPPING');
  await does(carrier, id, 'ask-substitution', offer(1900));
  await wait(9);
  expect((await stored(id)).state).toBe('SUBSTITUTION_PENDING');
  await wait(1);
  expect((await stored(id)).state).toBe('SHOPPING');
  expect(await lineOf(id)).toMatchObject({ outcome: 'LEFT_OUT' });
  const late = await act(resident, id, 'answer-substitution', { line: 'eggs', take: true });
  expect(late).toMatchObject({ status: 409, body: { state: 'SHOPPING', next: 'refresh' } });
  expect((await see(resident, id)).body.substitution).toBeUndefined();
});

test.each([
  ['NONE', { rule: 'NONE' }, 'LEAVE_OUT'],
  ['NEVER, an allergy', { rule: 'NEVER' }, 'LEAVE_OUT'],
  ['SIMILAR within ten per cent', { rule: 'SIMILAR', maxExtraPercent: 10 }, 'TAKE'],
])('%s: nobody is asked, the rule has decided', async (_, rule, verdict) => {
  // the limit of the price leaves room for a tenth more than the estimate
  const { id, carrier } = await aDelivery('SHOPPING', { lines: line(rule) });
  const answer = await act(carrier, id, 'ask-substitution', offer(1800));
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/line' }] } });
  expect(answer.body.errors[0].detail).toContain(verdict);
  expect((await stored(id)).state).toBe('SHOPPING');
  const put = await act(carrier, id, 'report-line', replaced(1800));
  expect(put.status).toBe(verdict === 'TAKE' ? 200 : 422);
  expect(await lineOf(id)).toMatchObject({ outcome: verdict === 'TAKE' ? 'REPLACED' : 'OPEN' });
});

test('what the household refused, or was never asked about, is not bought for it', async () => {
  const { id, carrier, resident } = await aDelivery('SHOPPING', { lines: line({ rule: 'ASK' }) });
  expect(await act(carrier, id, 'report-line', replaced(1800))).toMatchObject({ status: 422 });
  const till = atTheTill({ line: 'eggs', outcome: 'REPLACED', actualFen: 1800 });
  expect(await act(carrier, id, 'purchase', till)).toMatchObject({ status: 422 });
  await does(carrier, id, 'ask-substitution', offer(1800));
  await does(resident, id, 'answer-substitution', { line: 'eggs', take: false });
  expect(await act(carrier, id, 'purchase', till)).toMatchObject({ status: 422 });
  expect((await stored(id)).state).toBe('SHOPPING');
});

test('SIMILAR above its percentage, or above the price limit, is asked about after all', async () => {
  const similar = { rule: 'SIMILAR', maxExtraPercent: 50 };
  const { id, carrier } = await aDelivery('SHOPPING', { lines: line(similar) });
  // within fifty per cent, but above twice nine yuan
  expect(await act(carrier, id, 'report-line', replaced(1801))).toMatchObject({ status: 422 });
  await does(carrier, id, 'ask-substitution', offer(1801));
  expect((await stored(id)).state).toBe('SUBSTITUTION_PENDING');
});

test('clearly more than estimated is paid only with consent, which somebody with recorded consent may give', async () => {
  const { id, carrier, ...home } = await aDelivery('SHOPPING', { lines: line({ rule: 'ASK' }) });
  const proxy = await aProxy(home);
  const worker = await somebody('GRID_WORKER', home.place);
  const till = (actualFen: number) => atTheTill({ line: 'eggs', outcome: 'FOUND', actualFen });
  expect((await act(carrier, id, 'purchase', till(1981))).body.errors).toMatchObject([
    { detail: 'consent needed for 1981 fen' },
  ]);
  await does(carrier, id, 'ask-consent', { neededFen: 2500 });
  await settle();
  expect(told(id)).toContain('HOUSEHOLD:CONSENT_ASKED');
  expect(await act(carrier, id, 'purchase', till(2500))).toMatchObject({ status: 422 });
  expect(await act(carrier, id, 'give-consent', { neededFen: 2500 })).toMatchObject({ status: 403 });
  expect(await act(worker, id, 'give-consent', { neededFen: 2500 })).toMatchObject({ status: 403 });
  await does(proxy, id, 'give-consent', { neededFen: 2500 });
  expect((await see(carrier, id)).body.consent).toMatchObject({ neededFen: 2500, givenAt: expect.any(String) });
  expect(await act(carrier, id, 'purchase', till(2501))).toMatchObject({ status: 422 });
  await does(carrier, id, 'purchase', till(2500));
  expect((await stored(id)).detail).toMatchObject({ actualFen: 2500, advancedBy: carrier.id });
});

test('asked to stop while shopping: not paid ends it, paid or three minutes of silence bring it', async () => {
  const stopped = await aDelivery('SHOPPING');
  await does(stopped.resident, stopped.id, 'ask-cancel');
  await does(stopped.carrier, stopped.id, 'not-paid');
  expect((await stored(stopped.id)).state).toBe('CANCELLED');
  const silent = await aDelivery('SHOPPING');
  await does(silent.resident, silent.id, 'ask-cancel');
  await wait(3);
  expect(await stored(silent.id)).toMatchObject({
    state: 'PURCHASED',
    detail: { actualFen: 2300, advancedBy: silent.carrier.id },
  });
  const paid = await aDelivery('SHOPPING');
  await does(paid.resident, paid.id, 'ask-cancel');
  // the receipt says at once what it really cost, rather than the estimate
  await does(paid.carrier, paid.id, 'purchase', atTheTill({ line: 'eggs', outcome: 'FOUND', actualFen: 1700 }));
  expect(await stored(paid.id)).toMatchObject({ state: 'PURCHASED', detail: { actualFen: 1700 } });
});

test('one open request of a kind: the second is refused and offers to add to the first, until shopping begins', async () => {
  const { id, carrier, ...home } = await aDelivery('ACCEPTED');
  const proxy = await aProxy(home);
  const second = await submit(proxy, aDraft(home.household));
  expect(second).toMatchObject({ status: 409, body: { open: id } });
  const more = { line: 'salt', name: '盐', unit: '袋', quantity: 1, substitution: { rule: 'NONE' } };
  await does(proxy, id, 'add-lines', { lines: [more] });
  await settle();
  expect(told(id)).toContain('CARRIER:LINES_CHANGED');
  expect((await see(carrier, id)).body.lines.map((one: { line: string }) => one.line)).toEqual([
    'eggs',
    'noodles',
    'salt',
  ]);
  // a line twice is not a line more
  expect(await act(proxy, id, 'add-lines', { lines: [more] })).toMatchObject({ status: 422 });
  await does(carrier, id, 'start-shopping');
  const late = await act(proxy, id, 'add-lines', { lines: [{ ...more, line: 'soap' }] });
  expect(late).toMatchObject({ status: 409, body: { state: 'SHOPPING' } });
  const other = aDraft(home.household, { kind: 'ERRAND', lines: [], words: '换煤气罐', payMode: 'FREE' });
  expect(await submit(home.resident, other)).toMatchObject({ status: 200 });
});
