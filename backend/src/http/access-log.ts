import { randomUUID } from 'node:crypto';
import type Koa from 'koa';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Metrics } from '../platform/metrics';
import type { Context } from './context';

/**
 * Gives every request an id and writes one line when it is answered: pattern, status and time. The address, the query
 * and the body are not in it, because they may hold what a person typed.
 */
export function accessLog(log: Logger, metrics: Metrics, now: Clock): Koa.Middleware {
  // the line below has no field that anybody typed, so it does not pass the net for such fields, which costs more than
  // writing it; what handlers log does
  const lines = log.child({}, { redact: [] });
  return async (ctx: Context, next) => {
    const began = performance.now();
    ctx.state.requestId = randomUUID();
    ctx.state.startedAt = now();
    ctx.set('X-Request-Id', ctx.state.requestId);
    await next();
    const ms = performance.now() - began;
    const { route = 'none', problem, personId } = ctx.state;
    metrics.observeRequest({ method: ctx.method, route, status: ctx.status, seconds: ms / 1000 });
    const { requestId } = ctx.state;
    const line = {
      requestId,
      method: ctx.method,
      route,
      status: ctx.status,
      ms: Math.round(ms * 10) / 10,
      problem,
      personId,
    };
    if (ctx.status >= 500) lines.warn(line, 'request');
    else lines.info(line, 'request');
  };
}
