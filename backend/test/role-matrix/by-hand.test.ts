import { startTestApp, type TestApp } from '../../src/testing/test-app';
import { openStill } from '../bad-input/whole-app';
import { aCast, aRecord, type Cast } from './cast';
import { moves } from './cells';
import { tryMove } from './try-moves';

jest.setTimeout(300_000);

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startTestApp({ openFeatures: openStill });
  cast = await aCast(app);
});
afterAll(() => app.close());

/** Written down from the handbook by a person, not read from any table. */
const byHand: readonly [action: string, state: string, who: string, status: number][] = [
  ['deliveryCancel', 'SUBMITTED', 'resident', 200],
  ['deliveryCancel', 'SUBMITTED', 'neighbour', 404],
  ['deliveryCancel', 'SUBMITTED', 'nobody', 404],
  ['deliveryAnswerSubstitution', 'SUBSTITUTION_PENDING', 'proxy', 200],
  ['deliveryAnswerSubstitution', 'SUBSTITUTION_PENDING', 'proxy of a neighbour', 404],
  ['deliveryAnswerSubstitution', 'SUBSTITUTION_PENDING', 'holder', 403],
  ['deliveryTriage', 'SUBMITTED', 'GRID_WORKER', 200],
  ['deliveryTriage', 'SUBMITTED', 'GRID_WORKER elsewhere', 404],
  ['deliveryTriage', 'SUBMITTED', 'GRID_WORKER until yesterday', 404],
  ['deliveryTriage', 'SUBMITTED', 'GRID_WORKER abroad', 404],
  ['deliveryAccept', 'OFFERED', 'asked', 200],
  ['deliveryAccept', 'OFFERED', 'volunteer here', 403],
  ['deliveryClaim', 'TRIAGED', 'volunteer elsewhere', 404],
  ['deliveryDrop', 'IN_TRANSIT', 'holder', 200],
  ['deliveryDrop', 'IN_TRANSIT', 'volunteer here', 404],
  ['deliveryWriteOff', 'UNPAID', 'resident', 403],
  ['deliveryConfirm', 'DROPPED', 'holder', 403],
];

test.each(byHand)('%s from %s by %s answers %i', async (name, state, who, status) => {
  const move = moves.find(({ endpoint }) => endpoint.name === name);
  if (!move) throw new Error(`no action ${name}`);
  const { answer } = await tryMove(app, cast, move, { player: cast.by(who), state });
  expect(answer.status).toBe(status);
});

test('door and phone are for whoever holds it, and for nobody who might', async () => {
  const record = aRecord(app, cast, 'DELIVERY', 'ACCEPTED');
  await app.connection.collection<{ _id: string }>('tasks').insertOne(record);
  const see = (who: string) => app.call('GET', `/deliveries/${record._id}`, { token: cast.by(who).token });
  expect((await see('holder')).body.household).toMatchObject({ address: { room: '402' } });
  expect((await see('volunteer here')).body.household).toBeUndefined();
  expect((await see('neighbour')).status).toBe(404);
  expect((await see('GRID_LEADER abroad')).status).toBe(404);
});
