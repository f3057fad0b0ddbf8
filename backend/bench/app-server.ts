import { Writable } from 'node:stream';
import mongoose from 'mongoose';
import { createApp } from '../src/app';
import { openFeatures } from '../src/features';
import { householdRepository } from '../src/features/households';
import { tokenSigner } from '../src/features/identity/access-token';
import { volunteerRepository } from '../src/features/volunteers';
import { indexPlans } from '../src/index-plans';
import { systemClock } from '../src/platform/clock';
import { driverRuntime } from '../src/platform/database/driver-runtime';
import { masterKey } from '../src/platform/encryption';
import { idSource } from '../src/platform/ids';
import { makeLogger } from '../src/platform/logger';
import { makeMetrics } from '../src/platform/metrics';
import { wechat } from '../src/platform/wechat';
import { barePeers } from './bare-peers';
import { closed, listening } from './listening';
import { county, fill, gridNumber, household, openTask, volunteer } from './sample';
import type { ServerPlan } from './server-messages';
import type { Opened } from './servers';

const volunteerCount = 200;
const taskCount = 3_000;
/** Tasks of the grid whose list is read. */
const listed = 50;
const listedGrid = gridNumber(40);

/** The whole server as it serves, on a database filled for the measurement; beside it bare handlers on the same one. */
export async function openApp({ uri, dbName, count }: ServerPlan): Promise<Opened> {
  const commands: Record<string, number> = {};
  const connection = await mongoose
    .createConnection(uri, { ...driverRuntime, dbName, autoIndex: false, maxPoolSize: 50, monitorCommands: !!count })
    .asPromise();
  connection.getClient().on('commandStarted', ({ commandName }) => {
    commands[commandName] = (commands[commandName] ?? 0) + 1;
  });
  const master = masterKey(Buffer.alloc(32, 7));
  const app = await createApp({ ...adapters(), connection, master, openFeatures: withoutRelay });
  const homes = Array.from({ length: 20 }, (_, number) => household(number));
  await householdRepository(connection, app.deps.vault).saveMany(homes, new Date());
  const people = Array.from({ length: volunteerCount }, (_, number) => volunteer(number));
  const persons = people.map(({ person }) => person);
  const reader = volunteer(volunteerCount, listedGrid);
  await app.deps.identity.registerMany([...persons, reader.person], new Date());
  await volunteerRepository(connection).addMany([...people, reader].map(({ record }) => record));
  const homeOf = (number: number) => homes[number % homes.length]?._id ?? '';
  const mine = await fill(connection, taskCount, (number) => openTask(homeOf(number)));
  const theirs = await fill(connection, taskCount, (number) => openTask(homeOf(number)));
  await fill(connection, listed, (number) => openTask(homeOf(number), listedGrid));
  await app.start();
  const ours = await listening(app.koa.callback());
  const bare = await listening(barePeers(connection, listedGrid, listed));
  const tokens = tokenSigner(master, systemClock);
  const tokenOf = (personId: string) => tokens.sign({ personId, county, version: 1 }).token;
  return {
    urls: { ours: ours.url, bare: bare.url },
    facts: {
      mine,
      theirs,
      volunteers: persons.map(({ id }) => id),
      tokens: persons.map(({ id }) => tokenOf(id)),
      reader: [tokenOf(reader.person.id)],
    },
    commands,
    async close() {
      await Promise.all([closed(ours.server), closed(bare.server)]);
      await app.stop();
      await connection.close();
    },
  };
}

/** As in service: everything is logged, into nowhere. */
function adapters() {
  const log = makeLogger({ level: 'info', stream: new Writable({ write: (_chunk, _encoding, done) => done() }) });
  return {
    log,
    county,
    indexPlans,
    now: systemClock,
    ids: idSource(),
    metrics: makeMetrics(),
    sms: { available: true, send: async () => true },
    wechat: wechat({ baseUrl: 'http://127.0.0.1:1', credentials: undefined }, log),
    anchors: { write: async () => undefined, read: async () => [] },
    demo: false,
    contracts: [],
    checkAnswers: false,
    web: { allowedOrigins: [], proxyCount: 0 },
  };
}

/** What follows from a claim is delivered later, by any process: it is not part of the request that is measured. */
const withoutRelay: typeof openFeatures = async (deps) =>
  (await openFeatures(deps)).map((feature) => ({ ...feature, workers: [] }));
