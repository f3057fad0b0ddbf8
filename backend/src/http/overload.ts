import type Koa from 'koa';
import type { Metrics } from '../platform/metrics';
import type { Context } from './context';
import { Problem } from './problem';

/** How late the event loop runs, in milliseconds: the middle one of the latest few samples. */
export interface LoopDelay {
  readonly current: () => number;
  stop(): void;
}

const sampleMs = 10;
/**
 * A loop is late when most of its latest turns were. A single long pause (garbage collection, a machine busy elsewhere)
 * turns nobody away, however long: who asked meanwhile is answered right after it.
 */
const samples = 5;

/** The middle one of the latest samples; those that were not taken yet count as on time. Pure. */
export function usualDelay(latest: readonly number[]): number {
  const taken = latest.slice(-samples);
  const all = [...taken, ...Array<number>(samples - taken.length).fill(0)].sort((a, b) => a - b);
  return all[Math.floor(samples / 2)] ?? 0;
}

/** Starts measuring. The timer does not keep the process alive. */
export function measureLoopDelay(metrics?: Metrics): LoopDelay {
  let last = performance.now();
  let latest: readonly number[] = [];
  const timer = setInterval(() => {
    const at = performance.now();
    latest = [...latest.slice(1 - samples), Math.max(0, at - last - sampleMs)];
    last = at;
    metrics?.setGauge('event_loop_delay_ms', usualDelay(latest));
  }, sampleMs);
  timer.unref();
  return { current: () => usualDelay(latest), stop: () => clearInterval(timer) };
}

/** Who is turned away first: lists can be read again; what somebody did at a door, or a sign-in, goes last. */
export type Urgency = 'lists' | 'ordinary' | 'urgent';

/** Delay from which a class of requests is turned away, in milliseconds. 42 ms: loopbench's default. */
const limitsMs: Readonly<Record<Urgency, number>> = { lists: 42, ordinary: 100, urgent: 300 };

/**
 * The class of a request by its method and path: an action on one record is urgent, as is what a door says and what the
 * duty screen reads of it, or nobody would hear of the door; a list is not.
 */
export function urgencyOf(method: string, path: string): Urgency {
  if (/\/sensor-alerts(\/|$)/.test(path)) return 'urgent';
  if (method === 'GET' || method === 'HEAD') return 'lists';
  return /\/[0-9]{6}-[^/]+\/[a-z-]+$|\/sign-in\/refresh$|\/sensor-events$/.test(path) ? 'urgent' : 'ordinary';
}

/**
 * Answers 503 with Retry-After while the loop is late, so that those let in are answered in time.
 * Only the interface is shed: health and metrics must speak exactly then.
 */
export function shedLoad(delay: LoopDelay, metrics: Metrics): Koa.Middleware {
  return async (ctx: Context, next) => {
    if (!ctx.path.startsWith('/api/')) return next();
    const urgency = urgencyOf(ctx.method, ctx.path);
    if (delay.current() > limitsMs[urgency]) {
      metrics.countShed(urgency);
      throw new Problem('overloaded');
    }
    return next();
  };
}
