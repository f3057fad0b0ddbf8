import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import sharp from 'sharp';
import { type Task, taskModel } from '../../tasks';
import { aHousehold, aPerson, testGrid } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { fileRepository } from './file.repository';
import { keepingWorker } from './keeping-worker';
import { showingRecords } from './may-read';
import { recordsThatShow } from './records-that-show';

jest.setTimeout(30_000);

const dayMs = 24 * 60 * 60_000;
let app: TestApp;
let photo: Buffer;
beforeAll(async () => {
  app = await startTestApp();
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a63' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => app.close());

async function upload(token: string, { purpose = 'DROP_PROOF', bytes = photo, id = app.anId() } = {}) {
  const answer = await fetch(`${app.url}/api/v1/files/${id}?purpose=${purpose}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  return { id, status: answer.status, body: (await answer.json()) as { type?: string; purpose?: string } }; // our JSON
}
const readStatus = async (token: string, id: string) => (await app.call('GET', `/files/${id}`, { token })).status;
const isStored = async (id: string) =>
  (await app.connection.collection<{ _id: string }>('files').countDocuments({ _id: id })) === 1;

/** A request of the grid whose carrier has put it down and photographed it. */
async function aDroppedDelivery(more: Partial<Task> = {}) {
  const home = await aHousehold(app).saved();
  const carrier = await aPerson(app).withRole('VOLUNTEER').saved();
  const resident = await aPerson(app).livingIn(home).saved();
  const token = await app.signIn(carrier);
  const { id: file } = await upload(token);
  const at = app.clock.now();
  const area = areaId(testGrid);
  const drop = { action: 'drop', from: 'TO_DOOR', to: 'DROPPED', by: carrier.id, role: 'VOLUNTEER', occurredAt: at };
  const task = {
    _id: app.anId(),
    county: testCounty,
    kind: 'DELIVERY' as const,
    state: 'DROPPED',
    revision: 9,
    enteredBy: 'drop-op',
    area,
    scope: scopeOf(area),
    household: home.id,
    needs: { skills: [], ppe: 0 },
    assignment: { assignee: carrier.id, excluded: [], rung: 0 },
    priority: 5,
    createdAt: at,
    waitingSince: at,
    detail: { dropPhoto: file },
    history: [{ ...drop, recordedAt: at, opId: 'drop-op', inputHash: '', revision: 9 }],
    outbox: [],
    relay: {},
    ...more,
  };
  await taskModel(app.connection).create(task);
  return { task: task._id, file, carrier: { ...carrier, token }, resident };
}

const change = (task: string, $set: object) => taskModel(app.connection).updateOne({ _id: task }, { $set });
const leave = (task: string) => change(task, { assignment: { excluded: [], rung: 0 } });

async function checkDue(): Promise<void> {
  const { connection, clock, deps } = app;
  const files = fileRepository(connection);
  const reading = { files, shown: recordsThatShow(connection), actorOf: deps.identity.actorOf };
  await keepingWorker({
    files,
    now: clock.now,
    log: deps.log,
    showing: (file) => showingRecords(reading, file),
  }).checkDue();
}

describe('who reads', () => {
  test('when a proof is stored, its sender, its household and its grid read it; a neighbour and another grid do not', async () => {
    const { file, carrier, resident } = await aDroppedDelivery();
    const worker = await aPerson(app).withRole('GRID_WORKER').saved();
    const elsewhere = await aPerson(app).withRole('GRID_WORKER', `${testCounty}100201-g04`).saved();
    const neighbour = await aPerson(app)
      .livingIn(await aHousehold(app).saved())
      .saved();
    expect(await readStatus(carrier.token, file)).toBe(200);
    expect(await readStatus(await app.signIn(resident), file)).toBe(200);
    expect(await readStatus(await app.signIn(worker), file)).toBe(200);
    expect(await readStatus(await app.signIn(elsewhere), file)).toBe(404);
    expect(await readStatus(await app.signIn(neighbour), file)).toBe(404);
  });

  test('when the carrier has left the task, the grid still reads the proof, looked at before or not', async () => {
    const worker = await app.signIn(await aPerson(app).withRole('GRID_WORKER').saved());
    const never = await aDroppedDelivery();
    await leave(never.task);
    expect(await readStatus(worker, never.file)).toBe(200);
    const before = await aDroppedDelivery();
    expect(await readStatus(worker, before.file)).toBe(200);
    await leave(before.task);
    expect(await readStatus(worker, before.file)).toBe(200);
  });
});

describe('nonsense', () => {
  test.each([
    ['a page', Buffer.from('<!doctype html><p>hello</p>'), 'DROP_PROOF', 415],
    ['nothing', Buffer.alloc(0), 'DROP_PROOF', 415],
    ['an unknown purpose', undefined, 'PASSPORT', 422],
  ])('%s is refused with %i and stored nowhere', async (_what, bytes, purpose, status) => {
    const token = await app.signIn(await aPerson(app).saved());
    const sent = await upload(token, { purpose, bytes: bytes ?? photo });
    expect(sent.status).toBe(status);
    expect(await isStored(sent.id)).toBe(false);
  });

  test('an id of another county, of nobody, or no id at all is refused', async () => {
    const token = await app.signIn(await aPerson(app).saved());
    expect((await upload(token, { id: app.anId().replace(testCounty, '110101') })).body.type).toMatch(/id-taken$/);
    expect(await readStatus(token, app.anId())).toBe(404);
    expect(await readStatus(token, 'x')).toBe(422);
    expect((await app.call('GET', `/files/${app.anId()}`)).status).toBe(401);
  });
});

describe('how long files are kept', () => {
  test('when the record has been closed for thirty days, its proof is deleted, and not a day before', async () => {
    const { task, file } = await aDroppedDelivery();
    await leave(task);
    app.clock.advance(dayMs);
    await checkDue();
    const at = app.clock.now();
    await change(task, { state: 'CLOSED', history: [{ action: 'close', recordedAt: at }] });
    for (let day = 1; day < 30; day++) {
      app.clock.advance(dayMs);
      await checkDue();
    }
    expect(await isStored(file)).toBe(true);
    app.clock.advance(dayMs);
    await checkDue();
    expect(await isStored(file)).toBe(false);
  });

  test('when the record stays open, its proof stays', async () => {
    const { file } = await aDroppedDelivery();
    for (let week = 0; week < 20; week++) {
      app.clock.advance(7 * dayMs);
      await checkDue();
    }
    expect(await isStored(file)).toBe(true);
  });

  test('when no record ever shows it, it is deleted after a week', async () => {
    const { id } = await upload(await app.signIn(await aPerson(app).saved()));
    app.clock.advance(6 * dayMs);
    await checkDue();
    expect(await isStored(id)).toBe(true);
    app.clock.advance(2 * dayMs);
    await checkDue();
    expect(await isStored(id)).toBe(false);
  });

  test('when a process dies with a file in hand, another takes it ten minutes later', async () => {
    const { id } = await upload(await app.signIn(await aPerson(app).saved()));
    app.clock.advance(8 * dayMs);
    const files = fileRepository(app.connection);
    const now = app.clock.now();
    while (await files.takeDue(now, new Date(now.getTime() + 10 * 60_000))); // taken, and then never finished
    await checkDue();
    expect(await isStored(id)).toBe(true);
    app.clock.advance(10 * 60_000);
    await checkDue();
    expect(await isStored(id)).toBe(false);
  });
});
