import { aPerson } from '../../../testing/builders';
import { messagesOf } from '../../../testing/messages-of';
import {
  act,
  anEpisode,
  anId,
  as,
  clockTo,
  does,
  get,
  type Scene,
  type Somebody,
  setTheStage,
  settle,
  stored,
  theApp,
} from '../../episodes/testing/stage';
import { atHome, atHomeNow, healthy, home } from '../../episodes/testing/steps';
import { noticeRepository, sendingWorker } from '../../notices';
import { quietHomes } from '..';

// what it is told goes out by messages too
setTheStage([], messagesOf('REPORT_MISSING', 'CATEGORY_CHANGED', 'QUARANTINE_BEGAN'));
beforeEach(async () => {
  for (const name of ['householdEvents', 'notices']) await theApp().connection.collection(name).deleteMany({});
});

/** Of what somebody was told: what is new, and what they are asked for. */
async function inbox(person: Somebody): Promise<{ fresh: string[]; asked: string[] }> {
  const items: { code: string; readAt?: string; withdrawnAt?: string; audience: string }[] = (
    await get(person, '/notices')
  ).body.items;
  const asking = items.filter(({ code, withdrawnAt }) => code === 'REPORT_MISSING' && withdrawnAt === undefined);
  return {
    fresh: items.filter(({ readAt }) => readAt === undefined).map(({ code }) => code),
    asked: asking.map(({ code }) => code),
  };
}

/** What goes out by texts from now on, as the worker of the server sends it. */
async function sentNow(): Promise<string[]> {
  const { connection, clock, deps } = theApp();
  const sent: string[] = [];
  const quiet = quietHomes(connection);
  const worker = sendingWorker({
    ...{ notices: noticeRepository(connection), now: clock.now, log: deps.log },
    isQuiet: async (county, household, createdAt) => (await quiet(county, [household]))({ household, createdAt }),
    channels: [
      {
        name: 'sms',
        isFor: () => true,
        async send({ person, code }) {
          sent.push(`${person} ${code}`);
          return 'SENT';
        },
      },
    ],
  });
  await worker.sendDue();
  return sent;
}
const toThem = (sent: readonly string[], people: readonly Somebody[]) =>
  sent.filter((line) => people.some(({ id }) => line.startsWith(id)));

const daughterOf = ({ household }: Scene) => aPerson(theApp()).speakingFor({ id: household }).saved();

test('what the home was asked for before a death is new to nobody, asked of nobody, and rings no more', async () => {
  const scene = await atHomeNow();
  const daughter = await daughterOf(scene);
  await clockTo('2022-08-11 20:31');
  for (const person of [scene.resident, daughter]) {
    expect((await inbox(person)).fresh).toContain('REPORT_MISSING');
    // two evenings and the morning between them
    expect((await inbox(person)).asked).toHaveLength(3);
  }
  await does(scene.leader, scene.id, 'record-death');
  for (const person of [scene.resident, daughter]) {
    const { fresh, asked } = await inbox(person);
    expect(asked).toEqual([]);
    expect(fresh).not.toContain('REPORT_MISSING');
  }
  // what only told something stays as it was
  expect((await inbox(scene.resident)).fresh).toContain('QUARANTINE_BEGAN');
  // who would phone because of the dead is not asked to
  expect((await inbox(scene.worker)).asked).toEqual([]);
  expect(toThem(await sentNow(), [scene.resident, daughter])).toEqual([]);
});

test('what was told late in the evening does not ring in the morning after a death', async () => {
  const scene = await atHomeNow();
  await sentNow();
  await clockTo('2022-08-10 22:30');
  // longer than the night: what only tells waits for the morning as well
  await does(scene.investigator, scene.id, 'convert', { category: 'CLOSE_CONTACT', anchor: '2022-08-10T01:00:00Z' });
  const waiting = await theApp()
    .connection.collection('notices')
    .countDocuments({
      person: scene.resident.id,
      code: 'CATEGORY_CHANGED',
      sendDue: { $exists: true },
    });
  expect(waiting).toBe(1);
  await as(scene.worker, 'POST', '/household-events', { opId: anId(), household: scene.household, kind: 'DEATH' });
  await settle();
  await clockTo('2022-08-11 07:01');
  expect(toThem(await sentNow(), [scene.resident])).toEqual([]);
});

test('of a home that goes on living the same questions stand, and are over with their answer or their end', async () => {
  const scene = await atHomeNow();
  await clockTo('2022-08-11 10:31');
  expect((await inbox(scene.resident)).asked).toHaveLength(2);
  await act(scene.resident, scene.id, 'report-health', healthy);
  await settle();
  expect((await inbox(scene.resident)).asked).toEqual([]);
  await clockTo('2022-08-11 20:31');
  expect((await inbox(scene.resident)).asked).toHaveLength(1);
  await does(scene.investigator, scene.id, 'revoke');
  const { asked, fresh } = await inbox(scene.resident);
  expect(asked).toEqual([]);
  expect(fresh).toEqual(expect.arrayContaining(['QUARANTINE_REVOKED']));
  expect(fresh).not.toContain('REPORT_MISSING');
});

test('a home of two is asked nothing while it mourns, and again for whoever lives on; a neighbour all the time', async () => {
  const scene = await atHomeNow();
  const other = await anEpisode({ ...home, beside: scene });
  await atHome(other);
  const neighbour = await atHomeNow();
  await clockTo('2022-08-11 10:31');
  await does(scene.leader, scene.id, 'record-death');
  expect((await inbox(scene.resident)).asked).toEqual([]);
  expect((await inbox(neighbour.resident)).asked).toHaveLength(2);
  const [{ id }] = (await get(scene.worker, '/household-events')).body.items;
  const step = (person: Somebody, action: string, more: object = {}) =>
    as(person, 'POST', `/household-events/${id}/${action}`, { opId: anId(), reason: { code: 'OTHER' }, ...more });
  await step(scene.worker, 'secure', { secured: { people: '儿子陪着', pets: '没有', goods: '煤气关了' } });
  await step(scene.worker, 'reconcile');
  expect((await step(scene.leader, 'close')).status).toBe(200);
  await settle();
  await clockTo('2022-08-11 20:31');
  expect((await inbox(scene.resident)).asked).toHaveLength(1);
});

test('the home is seen to before anything else that follows is sent there', async () => {
  const scene = await atHomeNow();
  const opId = anId();
  expect((await act(scene.leader, scene.id, 'record-death', { opId })).status).toBe(200);
  const { outbox } = await stored(scene.id);
  expect(outbox.filter(({ id }) => id.startsWith(opId)).map(({ kind }) => kind)).toEqual([
    ...['homeEvent', 'tripFollows', 'whereChanged', 'chainLinks', 'chainLinks', 'promptsEnd'],
  ]);
});
