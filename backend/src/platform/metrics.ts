import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface RequestSeen {
  readonly method: string;
  /** The matched pattern; an address would make a series of its own for every record. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** A measurement that takes longer is left out of this reading. Milliseconds. */
const measureMs = 2_000;

/** The figures of one process, for a scraper. */
export interface Metrics {
  readonly registry: Registry;
  /** Measures something each time the figures are read, so that they are true then; what fails keeps its last figure. */
  measureWhenRead(measure: () => Promise<void>): void;
  /** The figures as text, measured now. */
  read(): Promise<string>;
  observeRequest(seen: RequestSeen): void;
  /** A request was turned away to keep the others fast. */
  countShed(urgency: string): void;
  /** A safety rule raised an alarm (e.g. `audit-unsealed`). */
  countAlarm(name: string): void;
  /** What became of a message on a channel beside the inbox. */
  countMessage(channel: string, outcome: string): void;
  /** What became of something that a sensor at a door sent. */
  countSensorEvent(outcome: string): void;
  setGauge(name: 'audit_unsealed_oldest_seconds' | 'event_loop_delay_ms' | 'outbox_lag_seconds', value: number): void;
}

const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Makes the figures of one app. Each app has its own registry, so that two in one process do not meet. */
export function makeMetrics(options: { readonly processFigures?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.processFigures) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer by matched route',
    labelNames: ['method', 'route', 'status'],
    buckets: requestBuckets,
    registers,
  });
  const shed = new Counter({
    name: 'http_shed_total',
    help: 'Requests turned away under load',
    labelNames: ['urgency'],
    registers,
  });
  const alarms = new Counter({ name: 'alarms_total', help: 'Alarms by name', labelNames: ['alarm'], registers });
  const messages = new Counter({
    name: 'messages_total',
    help: 'Messages beside the inbox by channel and what became of them',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const sensorEvents = new Counter({
    name: 'sensor_events_total',
    help: 'Events of door sensors by what became of them; refused messages count once',
    labelNames: ['outcome'],
    registers,
  });
  const gauges = {
    audit_unsealed_oldest_seconds: new Gauge({
      name: 'audit_unsealed_oldest_seconds',
      help: 'Age of the oldest audit row not yet in the chain',
      registers,
    }),
    outbox_lag_seconds: new Gauge({
      name: 'outbox_lag_seconds',
      help: 'Age of the oldest due follow-up',
      registers,
    }),
    event_loop_delay_ms: new Gauge({
      name: 'event_loop_delay_ms',
      help: 'Smoothed delay of the event loop',
      registers,
    }),
  };
  const measures: (() => Promise<void>)[] = [];
  return {
    registry,
    measureWhenRead: (measure) => void measures.push(measure),
    async read() {
      const late = new Promise((resolve) => setTimeout(resolve, measureMs).unref());
      await Promise.race([late, Promise.allSettled(measures.map((measure) => measure()))]);
      return registry.metrics();
    },
    observeRequest: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    countShed: (urgency) => shed.inc({ urgency }),
    countAlarm: (alarm) => alarms.inc({ alarm }),
    countMessage: (channel, outcome) => messages.inc({ channel, outcome }),
    countSensorEvent: (outcome) => sensorEvents.inc({ outcome }),
    setGauge: (name, value) => gauges[name].set(value),
  };
}
