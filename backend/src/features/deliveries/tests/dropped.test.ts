import {
  act,
  aDelivery,
  anId,
  collection,
  does,
  see,
  setTheStage,
  settle,
  somebody,
  stored,
  told,
  wait,
} from '../testing/scene';

setTheStage();

test('the wrong door: taken up again within two minutes, before anybody was told', async () => {
  const { id, carrier, resident } = await aDelivery('DROPPED');
  expect((await see(carrier, id)).body.actions).toContain('undoDrop');
  await wait(1);
  await does(carrier, id, 'undo-drop');
  await wait(90);
  expect(told(id)).not.toContain('HOUSEHOLD:DROPPED');
  expect(told(id)).not.toContain('GRID:NO_ANSWER_AT_DOOR');
  expect((await stored(id)).detail.dropPhoto).toBeUndefined();
  await does(carrier, id, 'drop', { photo: anId() });
  await wait(3);
  expect(told(id).filter((line) => line === 'HOUSEHOLD:DROPPED')).toHaveLength(1);
  expect((await see(carrier, id)).body.actions).not.toContain('undoDrop');
  expect(await act(carrier, id, 'undo-drop')).toMatchObject({ status: 409 });
  expect((await see(resident, id)).body.state).toBe('DROPPED');
});

test('after the wrong door the hour of silence counts from the right one', async () => {
  const { id, carrier } = await aDelivery('DROPPED');
  await does(carrier, id, 'undo-drop');
  await wait(30);
  await does(carrier, id, 'drop', { photo: anId() });
  await wait(59);
  expect(told(id)).not.toContain('GRID:NO_ANSWER_AT_DOOR');
  await wait(1);
  expect(told(id)).toContain('GRID:NO_ANSWER_AT_DOOR');
});

test('with a photo it is confirmed by itself after twelve hours', async () => {
  const { id, carrier } = await aDelivery('DROPPED');
  await wait(12 * 60 - 1);
  expect((await stored(id)).state).toBe('DROPPED');
  await wait(1);
  expect((await stored(id)).state).toBe('CONFIRMED');
  expect(told(id)).toContain('CARRIER:CONFIRMED');
  expect((await see(carrier, id)).body.household).toBeUndefined();
});

test('without a photo nothing confirms itself: somebody calls first, and twelve hours count from the call', async () => {
  const { id, carrier, place, resident } = await aDelivery('IN_TRANSIT');
  await does(carrier, id, 'drop');
  await wait(2);
  expect(told(id)).toContain('GRID:CALL_FIRST');
  await wait(24 * 60);
  expect((await stored(id)).state).toBe('DROPPED');
  const worker = await somebody('GRID_WORKER', place);
  expect(await act(resident, id, 'record-call', { answer: 'REACHED' })).toMatchObject({ status: 403 });
  await does(worker, id, 'record-call', { answer: 'REACHED' });
  expect((await see(worker, id)).body.flags).toEqual([]);
  await wait(12 * 60);
  expect((await stored(id)).state).toBe('CONFIRMED');
  expect(await act(worker, id, 'record-call', { answer: 'REACHED' })).toMatchObject({ status: 409 });
});

test('silence at the door: a call after an hour, somebody at the door half an hour later, and then no more', async () => {
  const { id, place } = await aDelivery('DROPPED');
  const silent = () => told(id).filter((line) => line.startsWith('GRID:'));
  await wait(59);
  expect(silent()).toEqual([]);
  await wait(1);
  expect(silent()).toEqual(['GRID:NO_ANSWER_AT_DOOR']);
  const worker = await somebody('GRID_WORKER', place);
  expect((await see(worker, id)).body.flags).toEqual(['NO_ANSWER']);
  await wait(30);
  expect(silent()).toEqual(['GRID:NO_ANSWER_AT_DOOR', 'GRID:GO_TO_DOOR']);
  await wait(60);
  expect(silent()).toHaveLength(2);
});

test('cold goods wait twenty minutes only; a call that nobody answers sends somebody at once', async () => {
  const milk = { line: 'milk', sku: 'milk', name: '牛奶', unit: '箱', quantity: 1, substitution: { rule: 'NONE' } };
  const { id, carrier, place } = await aDelivery('SHOPPING', { lines: [milk] });
  await collection('tasks').updateOne({ _id: id }, [
    { $set: { 'detail.lines': [{ ...milk, cold: true, estimateFen: 500, weightGrams: 1, outcome: 'OPEN' }] } },
  ]);
  await does(carrier, id, 'purchase', { lines: [{ line: 'milk', outcome: 'FOUND' }], receiptPhoto: anId(), bags: 1 });
  await does(carrier, id, 'depart');
  await does(carrier, id, 'drop', { photo: anId() });
  await wait(20);
  expect(told(id)).toContain('GRID:NO_ANSWER_AT_DOOR');
  const worker = await somebody('GRID_WORKER', place);
  await does(worker, id, 'record-call', { answer: 'NO_ANSWER' });
  await settle();
  expect(told(id)).toContain('GRID:GO_TO_DOOR');
  await does(worker, id, 'record-call', { answer: 'HELP_NEEDED' });
  await wait(30);
  expect(told(id)).toContain('TOWNSHIP_DISPATCHER:GO_TO_DOOR');
  expect(told(id).filter((line) => line === 'GRID:GO_TO_DOOR')).toHaveLength(2);
});

test('who has it in hand is not looked for', async () => {
  const { id, resident } = await aDelivery('DROPPED');
  await does(resident, id, 'confirm');
  await wait(120);
  expect(told(id).filter((line) => line.startsWith('GRID:'))).toEqual([]);
});
