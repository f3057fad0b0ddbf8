import { timingSafeEqual } from 'node:crypto';
import type Koa from 'koa';
import type { Metrics } from '../platform/metrics';

/** One thing that must work before requests are welcome. Resolves to true when it does. */
export type ReadyCheck = () => Promise<boolean>;

export interface HealthOptions {
  readonly checks: Readonly<Record<string, ReadyCheck>>;
  readonly metrics: Metrics;
  /** With it, /metrics may be read from elsewhere; without it, from this machine only. */
  readonly metricsToken?: string | undefined;
  /** Said with every answer, so that whoever has started this process knows it from another at the same port. */
  readonly instance?: string | undefined;
}

/** The header in which a process says which one it is. */
export const instanceHeader = 'X-Instance';

/** A check that does not answer in this time has failed, in milliseconds. */
const checkMs = 2_000;

/** `/health/live`: the process turns; `/health/ready`: it can serve; `/metrics`: its figures. */
export function health({ checks, metrics, metricsToken, instance }: HealthOptions): Koa.Middleware {
  return async (ctx, next) => {
    if (ctx.method !== 'GET') return next();
    if (instance && ctx.path.startsWith('/health/')) ctx.set(instanceHeader, instance);
    switch (ctx.path) {
      case '/health/live':
        return answer(ctx, 200, { live: true });
      case '/health/ready': {
        const results = await runAll(checks);
        return answer(ctx, Object.values(results).every(Boolean) ? 200 : 503, results);
      }
      case '/metrics':
        // an unknown reader is not told that there is anything to read
        if (!mayRead(ctx, metricsToken)) return next();
        ctx.state.route = ctx.path;
        ctx.type = metrics.registry.contentType;
        ctx.body = await metrics.read();
        return;
      default:
        return next();
    }
  };
}

function answer(ctx: Koa.Context, status: number, body: unknown): void {
  ctx.state.route = ctx.path;
  ctx.status = status;
  ctx.set('Cache-Control', 'no-store');
  ctx.type = 'application/json';
  ctx.body = JSON.stringify(body);
}

async function runAll(checks: HealthOptions['checks']): Promise<Record<string, boolean>> {
  const entries = Object.entries(checks).map(async ([name, check]): Promise<[string, boolean]> => {
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, checkMs, false).unref());
    return [name, await Promise.race([check().catch(() => false), late])];
  });
  return Object.fromEntries(await Promise.all(entries));
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

function mayRead(ctx: Koa.Context, token: string | undefined): boolean {
  if (token === undefined) return loopback.has(ctx.req.socket.remoteAddress ?? '') && !ctx.get('x-forwarded-for');
  const given = Buffer.from(ctx.get('authorization'));
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
