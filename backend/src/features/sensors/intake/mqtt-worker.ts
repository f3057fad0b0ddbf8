import * as z from '@grid-relief/shared-types/zod';
import type { MqttClient } from 'mqtt';
import type { Worker } from '../../../feature';
import { Problem } from '../../../http/problem';
import type { SensorDeps } from '../sensor.deps';
import { takeMessage } from './take-message';

/** Where sensors of a county publish: the last part is the id of the sensor. */
export const sensorTopic = (county: string, id = '+') => `grid-relief/${county}/sensors/${id}`;

/** What is published there: the headers of the HTTP push in one text; `body` is the text that was signed. */
const Published = z.strictObject({ time: z.string(), signature: z.string(), body: z.string() });

export interface MqttOptions {
  /** mqtt://… or mqtts://…, with the account of the broker in it. */
  readonly url: string;
  readonly county: string;
  readonly onError: (error: unknown) => void;
  /** Told once it listens. */
  readonly onReady?: () => void;
}

/**
 * Takes what sensors publish at a broker, as it takes what they push: by the same signature. A broker is a way and no
 * witness. Every process listens: what one has taken the others find there, and none is lost with its only listener.
 */
export function mqttWorker(deps: SensorDeps, { url, county, onError, onReady }: MqttOptions): Worker {
  let listening: Promise<MqttClient> | undefined;

  async function take(topic: string, payload: Buffer): Promise<void> {
    const id = topic.split('/').at(-1) ?? '';
    const read = Published.safeParse(jsonOf(payload));
    if (!read.success) return deps.count('FORGED');
    const { time, signature, body } = read.data;
    await takeMessage(deps, { id, time, signature, body: Buffer.from(body) });
  }

  async function listen(): Promise<MqttClient> {
    // loaded where a broker is configured, and nowhere else
    const { default: mqtt } = await import('mqtt');
    const client = mqtt.connect(url, { clean: true, reconnectPeriod: 2_000 });
    client.on('error', onError);
    client.on('connect', () => {
      client.subscribe(sensorTopic(county), { qos: 1 }, (error) => (error ? onError(error) : onReady?.()));
    });
    // acknowledged only after it was taken: what is our fault comes again; what was refused is counted, and over
    client.handleMessage = ({ topic, payload }, done) => {
      take(topic, Buffer.from(payload)).then(
        () => done(),
        (error: unknown) => {
          if (error instanceof Problem) return done();
          onError(error);
          done(error instanceof Error ? error : new Error('not taken'));
        },
      );
    };
    return client;
  }

  return {
    name: 'mqtt',
    start() {
      listening = listen();
      listening.catch(onError);
    },
    async stop() {
      const client = await listening?.catch(() => undefined);
      await client?.endAsync();
    },
  };
}

function jsonOf(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString());
  } catch {
    return undefined;
  }
}
