import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import Aedes from 'aedes';
import mqtt, { type MqttClient } from 'mqtt';
import type { Worker } from '../../../feature';
import { sensorDeps } from '../../../wiring/quarantine-sensors';
import { app, collection, now, somebody } from '../../returnees/testing/scene';
import { mqttWorker, sensorTopic, signatureOf } from '..';
import { atDoor, type Device } from '../testing/device';
import { setTheStage } from '../testing/stage';

setTheStage();

let broker: Aedes;
let server: Server;
let sensorClient: MqttClient;
let worker: Worker;
const county = '141122';
const outcomes: string[] = [];
const errors: unknown[] = [];
let onCounted: () => void = () => undefined;

beforeAll(async () => {
  broker = new Aedes();
  server = createServer(broker.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP gives this shape
  const book = { areaName: String };
  const deps = {
    ...sensorDeps(app().deps, book, async () => undefined),
    count: (outcome: string) => {
      outcomes.push(outcome);
      onCounted();
    },
  };
  await new Promise<void>((resolve) => {
    worker = mqttWorker(deps, { url, county, onError: (error) => errors.push(error), onReady: resolve });
    void worker.start();
  });
  sensorClient = await mqtt.connectAsync(url);
});
afterAll(async () => {
  await sensorClient.endAsync();
  await worker.stop();
  await new Promise<void>((resolve) => broker.close(resolve));
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  outcomes.length = 0;
});

const alerts = () => collection('tasks').countDocuments({ kind: 'SENSOR_ALERT' } as object);

/** Published, and taken: the broker has its acknowledgement, and the worker has counted so much. */
async function published(topic: string, text: string, counted: number): Promise<void> {
  const taken = new Promise<void>((resolve) => {
    onCounted = () => outcomes.length >= counted && resolve();
  });
  await sensorClient.publishAsync(topic, text, { qos: 1 });
  await taken;
}

function signed({ id, key }: Device, seq: number, change: object = {}): string {
  const body = JSON.stringify({ events: [{ seq, kind: 'OPENED', at: now().toISOString() }] });
  const time = now().toISOString();
  const signature = signatureOf(key, { id, time, body: Buffer.from(body) });
  return JSON.stringify({ time, signature, body, ...change });
}

test('what a sensor publishes is taken as what it pushes: once, by its own signature, whatever the broker lets through', async () => {
  const { device } = await atDoor(await somebody('GRID_WORKER'));
  const topic = sensorTopic(county, device.id);
  await published(topic, signed(device, 3), 1);
  expect([outcomes, await alerts()]).toEqual([['TAKEN'], 1]);
  await published(topic, signed(device, 3), 2);
  await published(topic, signed(device, 4, { signature: '0'.repeat(64) }), 3);
  await published(topic, 'not even JSON', 4);
  await published(sensorTopic(county, app().anId()), signed(device, 5), 5);
  expect(outcomes).toEqual(['TAKEN', 'REPEATED', 'FORGED', 'FORGED', 'UNKNOWN']);
  expect([await alerts(), errors]).toEqual([1, []]);
});
