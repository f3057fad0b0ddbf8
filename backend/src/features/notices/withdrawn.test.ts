import { aHousehold, aPerson } from '../../testing/builders';
import { messagesOf } from '../../testing/messages-of';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { noticeRepository, openNotices, sendingWorker } from '.';
import type { Channel } from './channel';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp(messagesOf('REPORT_MISSING', 'QUARANTINE_BEGAN'));
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.connection.collection('notices').deleteMany({});
});

const minuteMs = 60_000;

/** A home with one who lives there, who is signed in. */
async function aHome() {
  const home = await aHousehold(app).saved();
  return { household: home.id, token: await app.signIn(await aPerson(app).livingIn(home).saved()) };
}

/** Tells of a record. */
async function tell(record: string, { household }: { readonly household: string }, code = 'REPORT_MISSING') {
  const cause = { id: app.anId(), payload: { to: { household }, code, values: {} } };
  await openNotices(app.deps).deliver({ _id: record, county: testCounty }, cause);
}
const withdraw = (record: string, payload: Readonly<Record<string, unknown>> = {}) =>
  openNotices(app.deps).withdraw({ _id: record, county: testCounty }, { payload });
const inboxOf = async (token: string) => (await app.call('GET', '/notices', { token })).body;

/** What has gone out, by code; the channel answers as it is told to. */
function aChannel(answer: Awaited<ReturnType<Channel['send']>> = 'SENT') {
  const sent: string[] = [];
  const channel: Channel = {
    name: 'sms',
    isFor: () => true,
    async send({ code }) {
      sent.push(code);
      return answer;
    },
  };
  const parts = { now: app.clock.now, log: app.deps.log, isQuiet: async () => false };
  const worker = sendingWorker({ ...parts, notices: noticeRepository(app.connection), channels: [channel] });
  return { sent, sendDue: worker.sendDue };
}

test('what was asked about a record is asked no more: not new, shown as over, and never sent', async () => {
  const { household, token } = await aHome();
  const record = app.anId();
  await tell(record, { household });
  app.clock.advance(minuteMs);
  await tell(record, { household }, 'QUARANTINE_BEGAN');
  expect((await inboxOf(token)).unread).toBe(2);
  await withdraw(record);
  const { items, unread } = await inboxOf(token);
  expect(unread).toBe(1);
  expect(items).toMatchObject([
    { code: 'QUARANTINE_BEGAN' },
    { code: 'REPORT_MISSING', readAt: expect.any(String), withdrawnAt: expect.any(String) },
  ]);
  expect(items[0]).not.toHaveProperty('withdrawnAt');
  const { sent, sendDue } = aChannel();
  await sendDue();
  expect(sent).toEqual(['QUARANTINE_BEGAN']);
});

test('what the home had read already is over as well, and keeps when it was read', async () => {
  const { household, token } = await aHome();
  const record = app.anId();
  await tell(record, { household });
  const upTo = app.clock.now().toISOString();
  await app.call('POST', '/notices/read', { token, body: { opId: app.anId(), upTo } });
  app.clock.advance(minuteMs);
  await withdraw(record);
  expect((await inboxOf(token)).items).toMatchObject([{ readAt: upTo, withdrawnAt: app.clock.now().toISOString() }]);
});

test('another record, another home, and whoever was told later are asked as before', async () => {
  const [mine, others] = [await aHome(), await aHome()];
  const [record, other] = [app.anId(), app.anId()];
  await tell(record, mine);
  await tell(other, mine);
  await tell(other, others);
  const until = app.clock.now();
  app.clock.advance(minuteMs);
  await tell(record, mine);
  await withdraw(record, { until });
  expect([(await inboxOf(mine.token)).unread, (await inboxOf(others.token)).unread]).toEqual([2, 1]);
  await withdraw('the entry of another record', { about: mine.household });
  expect([(await inboxOf(mine.token)).unread, (await inboxOf(others.token)).unread]).toEqual([0, 1]);
});

test('only the question that is answered is over', async () => {
  const { household, token } = await aHome();
  const record = app.anId();
  await tell(record, { household });
  app.clock.advance(minuteMs);
  await tell(record, { household }, 'DOCTOR_COMES');
  await withdraw(record, { codes: ['REPORT_MISSING'] });
  await withdraw(record, { codes: ['REPORT_MISSING'] });
  const { items, unread } = await inboxOf(token);
  expect([unread, items.map(({ withdrawnAt }: { withdrawnAt?: string }) => withdrawnAt !== undefined)]).toEqual([
    1,
    [false, true],
  ]);
});

test('a channel that could not send does not send it later either', async () => {
  const { household } = await aHome();
  const record = app.anId();
  await tell(record, { household });
  const { sent, sendDue } = aChannel('LATER');
  const notices = noticeRepository(app.connection);
  const [due = ''] = await notices.due(app.clock.now());
  const taken = await notices.take(due, app.clock.now());
  if (!taken) throw new Error('nothing is due');
  await withdraw(record);
  await notices.sendLater(taken, { at: app.clock.now(), by: ['sms'], tries: 1 });
  await sendDue();
  expect(sent).toEqual([]);
});

test('an entry that says nothing of the kind is refused for the outbox to park', async () => {
  await expect(withdraw('a record', { codes: 'all' })).rejects.toThrow();
});
