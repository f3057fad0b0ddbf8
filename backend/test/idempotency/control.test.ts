import { eachOperation, openStage, otherBody, type Stage } from './all-operations';

jest.setTimeout(180_000);

/** PLANTED FAULT: the door gives every request the same fingerprint, whatever it asks for. */
jest.mock('../../src/http/operation-book', () => {
  const real = jest.requireActual('../../src/http/operation-book');
  const blind = (...parts: unknown[]) => ({ ...real.operationBook(...parts), fingerprint: () => 'always-the-same' });
  return { ...real, operationBook: blind };
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.app.close());

test('control: without the fingerprint, the check for other bodies complains about nearly every endpoint', async () => {
  const { wrong, names } = await eachOperation(stage, otherBody);
  // those few whose feature compares on its own account are held by both
  expect(wrong.length).toBeGreaterThan(names.length * 0.85);
});
