import type { IncomingMessage, ServerResponse } from 'node:http';
import type Koa from 'koa';
import helmet from 'koa-helmet';

type HelmetOptions = NonNullable<Parameters<typeof helmet>[0]>;
type Headers = readonly (readonly [name: string, value: string])[];

/** What no answer needs: no other site may frame us, and no page sends our addresses on. */
const everywhere = { crossOriginEmbedderPolicy: false, referrerPolicy: { policy: 'no-referrer' } } as const;

/** Only what the web build needs: its own scripts, styles the renderer writes, pictures it makes itself. */
const forPages = (scripts: readonly string[]) => ({
  ...everywhere,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      // the bundler writes one script into the page, which sets the size of a letter; its hash lets that one run
      scriptSrc: ["'self'", ...scripts],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
  },
});

/**
 * Data is never a page: should a browser be led to show it, nothing in it runs and nothing is loaded. What only guards
 * pages is left out (OWASP REST security cheat sheet, "Security headers").
 */
const forData = {
  ...everywhere,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
} as const;

/**
 * Security headers on every answer. They are the same for every request, so helmet is asked once, at the start.
 * @param scripts sources of the inline scripts of our own page
 * @param isData whether an answer at this path is data of the interface, never a page
 */
export async function securityHeaders(
  scripts: readonly string[],
  isData: (path: string) => boolean,
): Promise<Koa.Middleware> {
  const [pages, data] = await Promise.all([headersOf(forPages(scripts)), headersOf(forData)]);
  return (ctx, next) => {
    for (const [name, value] of isData(ctx.path) ? data : pages) ctx.res.setHeader(name, value);
    return next();
  };
}

/** What helmet sets on an answer to nobody. */
async function headersOf(options: HelmetOptions): Promise<Headers> {
  const set = new Map<string, string>();
  const res = {
    setHeader: (name: string, value: string) => set.set(name, value),
    removeHeader: (name: string) => set.delete(name),
  };
  // helmet touches nothing of request and answer but these two functions
  const ctx = { req: {} as IncomingMessage, res: res as unknown as ServerResponse } as Koa.Context;
  await helmet(options)(ctx as Parameters<ReturnType<typeof helmet>>[0], async () => undefined);
  return [...set];
}
