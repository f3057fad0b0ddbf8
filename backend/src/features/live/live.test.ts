import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LiveMessage } from '@grid-relief/shared-types/live/live.schema';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { WebSocket } from 'ws';
import type { PersonActor } from '../../lifecycle';
import { idSource } from '../../platform/ids';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import { announce, announcementRepository, type LiveServer, livePath, liveServer } from '.';

// the machine may be busy with other tests
jest.setTimeout(30_000);

const county = '141122';
const ids = idSource();
const grid = areaId('141122100001-g01');

interface Instance {
  readonly http: Server;
  readonly live: LiveServer;
  readonly url: string;
}

let database: TestDatabase;
let instances: Instance[] = [];
const people = new Map<string, PersonActor>();
const listeners = new Set<(person: string) => void>();
let tokenLifeMs = 60_000;

async function anInstance(): Promise<Instance> {
  const live = liveServer({
    announcements: announcementRepository(database.connection),
    now: () => new Date(),
    machineNow: () => new Date(),
    authenticate: async (token) => {
      const actor = people.get(token);
      if (!actor) throw new Error('nobody');
      return { actor, endsAt: new Date(Date.now() + tokenLifeMs) };
    },
    onRightsChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const http = createServer();
  live.attach(http);
  await live.start();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return { http, live, url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}${livePath}` };
}

beforeAll(async () => {
  database = await openTestDatabase();
  instances = [await anInstance(), await anInstance()];
  // a change stream begins a moment after it was asked for
  await new Promise((resolve) => setTimeout(resolve, 300));
});
afterAll(async () => {
  for (const { http, live } of instances) {
    await live.stop();
    await new Promise((resolve) => http.close(resolve));
  }
  await database.close();
});

function somebody(more: Partial<PersonActor> = {}): PersonActor {
  const actor = {
    personId: ids(county),
    county,
    grants: [],
    ownHouseholds: [],
    proxyHouseholds: [],
    skills: [],
    ppe: 0,
    ...more,
  };
  people.set(actor.personId, actor);
  return actor;
}

interface Client {
  readonly heard: LiveMessage[];
  readonly socket: WebSocket;
  until(met: (heard: LiveMessage[]) => boolean): Promise<void>;
}

async function connect(place: number, hello: Record<string, unknown>): Promise<Client> {
  const socket = new WebSocket(instances[place]?.url ?? '');
  const heard: LiveMessage[] = [];
  socket.on('message', (data) => heard.push(LiveMessage.parse(JSON.parse(String(data)))));
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify(hello));
  const client: Client = {
    heard,
    socket,
    async until(met) {
      for (const end = Date.now() + 15_000; !met(heard); ) {
        if (Date.now() > end) throw new Error(`Not met; heard ${JSON.stringify(heard.slice(-3))}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
  await client.until((messages) => messages.length > 0);
  return client;
}

const hello = (actor: PersonActor, more: object = {}) => ({ type: 'hello', token: actor.personId, ...more });
const revisions = (heard: LiveMessage[]) =>
  new Set(heard.flatMap((message) => (message.type === 'changed' ? [message.revision] : [])));
const say = (record: string, revision: number, about: object) =>
  announce(
    announcementRepository(database.connection),
    [{ county, payload: { record, kind: 'delivery', revision, ...about } }],
    new Date(),
  );

test('when a record changes, whoever it concerns hears of it on every process, and nobody else', async () => {
  const [elder, worker, stranger] = [
    somebody({ ownHouseholds: ['h1'] }),
    somebody({ grants: [{ role: 'GRID_WORKER', area: grid }] }),
    somebody({ grants: [{ role: 'GRID_WORKER', area: areaId('141122100001-g02') }] }),
  ];
  const [atHome, atWork, elsewhere] = [
    await connect(0, hello(elder)),
    await connect(1, hello(worker)),
    await connect(1, hello(stranger)),
  ];
  const record = ids(county);
  await say(record, 3, { scope: scopeOf(grid), household: 'h1' });
  await say(record, 3, { scope: scopeOf(grid), household: 'h1' });
  for (const client of [atHome, atWork]) {
    await client.until((heard) => revisions(heard).has(3));
    expect(client.heard.filter(({ type }) => type === 'changed')).toHaveLength(1);
    expect(client.heard.at(-1)).toMatchObject({ record, kind: 'delivery', revision: 3 });
  }
  expect(elsewhere.heard.map(({ type }) => type)).toEqual(['ready']);
});

test('when areas are asked for, only those inside the own roles are heard', async () => {
  const worker = somebody({ grants: [{ role: 'GRID_LEADER', area: areaId('141122100001') }] });
  const client = await connect(0, hello(worker, { areas: [grid, '141122'] }));
  await say(ids(county), 1, { scope: ['141122'] });
  await say(ids(county), 2, { scope: scopeOf(grid) });
  await client.until((heard) => revisions(heard).size > 0);
  expect([...revisions(client.heard)]).toEqual([2]);
});

test('when a client breaks off again and again while 200 changes happen, it has heard of all of them', async () => {
  const person = somebody();
  const record = ids(county);
  const heard = new Set<number>();
  let mark: string | undefined;
  let writing = true;
  const writer = (async () => {
    for (let revision = 1; revision <= 200; revision++) await say(record, revision, { people: [person.personId] });
    writing = false;
  })();
  const end = Date.now() + 20_000;
  for (let turn = 0; (writing || heard.size < 200) && Date.now() < end; turn++) {
    const client = await connect(turn % 2, hello(person, mark ? { mark } : { mark: Date.now().toString(36) }));
    await new Promise((resolve) => setTimeout(resolve, 60));
    client.socket.terminate();
    for (const revision of revisions(client.heard)) heard.add(revision);
    mark = client.heard.map((message) => ('mark' in message ? message.mark : mark)).at(-1) ?? mark;
  }
  await writer;
  expect(heard.size).toBe(200);
});

test('when a mark is too old or not ours, the client is told to fetch anew', async () => {
  for (const mark of [(Date.now() - 3_600_000).toString(36), 'nonsense!', '']) {
    const client = await connect(0, hello(somebody(), { mark }));
    await client.until((heard) => heard.some(({ type }) => type === 'refetch'));
  }
});

test('when the token or a right ends, or the greeting is wrong, the socket ends with the reason', async () => {
  const ends = async (client: Client, why: string) => {
    await client.until((heard) => heard.some((message) => message.type === 'bye' && message.why === why));
    if (client.socket.readyState !== WebSocket.CLOSED)
      await new Promise((resolve) => client.socket.once('close', resolve));
  };
  await ends(await connect(0, { type: 'hello', token: 'nobody' }), 'TOKEN_ENDED');
  await ends(await connect(0, { type: 'hi' }), 'BAD_HELLO');
  const changed = somebody();
  const client = await connect(0, hello(changed));
  for (const listener of listeners) listener(changed.personId);
  await ends(client, 'GRANTS_CHANGED');
  tokenLifeMs = 100;
  await ends(await connect(0, hello(somebody())), 'TOKEN_ENDED');
  tokenLifeMs = 60_000;
  const until = new Date(Date.now() + 150);
  await ends(await connect(0, hello(somebody({ grants: [{ role: 'DOCTOR', area: grid, until }] }))), 'GRANTS_CHANGED');
});

test('when one client never reads, the others hear everything', async () => {
  const [stuck, quick] = [somebody(), somebody()];
  const stuckClient = await connect(0, hello(stuck));
  const quickClient = await connect(0, hello(quick));
  stuckClient.socket.pause();
  const record = ids(county);
  for (let revision = 1; revision <= 20; revision++)
    await say(record, revision, { people: [stuck.personId, quick.personId] });
  await quickClient.until((heard) => revisions(heard).size === 20);
  stuckClient.socket.terminate();
});
