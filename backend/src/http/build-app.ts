import { constants } from 'node:zlib';
import type { Endpoint } from '@grid-relief/shared-types/contract';
import cors from '@koa/cors';
import Koa from 'koa';
import compress from 'koa-compress';
import type { Clock } from '../platform/clock';
import type { Logger } from '../platform/logger';
import type { Metrics } from '../platform/metrics';
import { accessLog } from './access-log';
import { answerProblems } from './answer-problems';
import { apiDocs, problemPages } from './api-docs';
import { requireClientVersion } from './client-version';
import type { RequestState } from './context';
import { apiBase, type DispatchOptions, routerOf } from './dispatch';
import { type HealthOptions, health } from './health';
import type { Route } from './mount';
import { type LoopDelay, shedLoad } from './overload';
import { Problem } from './problem';
import type { RouteGroups } from './route-groups';
import { securityHeaders } from './security-headers';
import { inlineScripts, readStaticFolder, serveStatic } from './static-files';

export interface HttpOptions extends DispatchOptions {
  readonly routes: readonly Route[];
  /** What the API description shows. */
  readonly contracts: readonly Endpoint[];
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly now: Clock;
  readonly checks: HealthOptions['checks'];
  readonly metricsToken?: string | undefined;
  readonly instance?: string | undefined;
  readonly publicUrl?: string | undefined;
  readonly allowedOrigins: readonly string[];
  /** How many proxies of ours stand in front; 0: nobody's X-Forwarded-For counts. */
  readonly proxyCount: number;
  readonly staticDir?: string | undefined;
  /** The oldest version of our app that is still served. */
  readonly leastClientVersion?: number | undefined;
  /** Absent: no request is turned away. */
  readonly loopDelay?: LoopDelay | undefined;
}

const compressFromBytes = 1024;
/** Brotli's own default, 11, takes longer than sending the bytes. */
const brotliQuality = 4;

/** The Koa app: from the outside in, what every request passes. */
export async function buildApp(options: HttpOptions): Promise<Koa> {
  const { log, metrics, now } = options;
  const app = new Koa<RequestState>({ proxy: options.proxyCount > 0, maxIpsCount: options.proxyCount });
  // everything expected is answered below; what reaches this is a broken connection
  app.on('error', (error) => log.debug({ err: error }, 'connection'));
  const groups = routerOf(options.routes, options);
  const web = options.staticDir ? await readStaticFolder(options.staticDir) : new Map();
  const inner: Koa.Middleware[] = [
    await securityHeaders(inlineScripts(web), (path) => path.startsWith(`${apiBase}/`)),
    ...corsFor(options.allowedOrigins),
    compress({ threshold: compressFromBytes, br: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } } }),
    ...(options.loopDelay ? [shedLoad(options.loopDelay, metrics)] : []),
    requireClientVersion(options.leastClientVersion ?? 0),
    // what people wait for comes first; what is asked now and then waits behind it
    groups.routes(),
    health(options),
    problemPages(),
    ...(await apiDocs(options.contracts)),
    wrongMethod(groups),
    ...(options.staticDir ? [serveStatic(web)] : []),
  ];
  app.use(accessLog(log, metrics, now));
  app.use(answerProblems(log, options.publicUrl));
  for (const middleware of inner) app.use(middleware);
  return app;
}

/** Other pages may call only when they are named; the mini-program is not a page and needs none of it. */
function corsFor(allowed: readonly string[]): Koa.Middleware[] {
  if (allowed.length === 0) return [];
  const named = cors({
    // an empty word means: no header, so the browser refuses
    origin: (ctx) => (allowed.includes(ctx.get('origin')) ? ctx.get('origin') : ''),
    allowMethods: 'GET,POST,PUT,DELETE',
    allowHeaders: ['authorization', 'content-type', 'accept-language'],
    exposeHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  });
  return [named];
}

/** A known address asked in a way it does not offer: 405 with what it does. */
function wrongMethod(groups: RouteGroups): Koa.Middleware {
  return async (ctx, next) => {
    const offered = [...new Set(groups.at(ctx.path, ctx.method).flatMap(({ methods }) => methods))];
    if (offered.length === 0 || offered.includes(ctx.method)) return next();
    ctx.set('Allow', offered.join(', '));
    throw new Problem('method-not-allowed');
  };
}
