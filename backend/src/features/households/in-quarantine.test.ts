import { aHousehold, changeHousehold } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { householdRepository } from '.';
import { householdModel } from './household.model';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('when the home changes between the look and the write, neither is lost', async () => {
  const { id } = await aHousehold(app).saved();
  const { collection } = householdModel(app.connection);
  const write = collection.updateOne.bind(collection);
  let late = 0;
  const meanwhile = jest.spyOn(collection, 'updateOne').mockImplementationOnce(async (...given) => {
    late += 1;
    await changeHousehold(app, id, { needs: ['DIALYSIS'] });
    return write(...given);
  });
  const households = householdRepository(app.connection, app.deps.vault);
  await households.setInQuarantine(testCounty, id, true);
  meanwhile.mockRestore();
  expect(late).toBe(1);
  expect(await households.find(testCounty, id)).toMatchObject({ needs: ['DIALYSIS'], inQuarantine: true });
});
