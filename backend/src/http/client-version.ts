import type Koa from 'koa';
import { apiBase } from './dispatch';
import { Problem } from './problem';

/** Which version of our own app is calling, a whole number that rises with every release. */
export const clientVersionHeader = 'x-client-version';
export const clientVersionPattern = /^[0-9]{1,9}$/;

/**
 * Turns away versions of our app that this server no longer understands: what such an app keeps unsent is sent after
 * the update. Who names no version is another program, and is served by what the API description promises.
 * @param least the oldest version still served; 0: every one
 */
export function requireClientVersion(least: number): Koa.Middleware {
  return (ctx, next) => {
    // an empty version is told too, and is none
    const told = ctx.req.headers[clientVersionHeader];
    if (told !== undefined && ctx.path.startsWith(`${apiBase}/`) && !(versionOf(String(told)) >= least)) {
      const detail =
        '这个版本太旧了，请更新后再用；没发出去的都还在。 / Please update the app; what is unsent is kept.';
      throw new Problem('client-too-old', detail, { leastVersion: least });
    }
    return next();
  };
}

/** NaN for what is no version: it counts as too old. */
function versionOf(told: string): number {
  return clientVersionPattern.test(told) ? Number(told) : Number.NaN;
}
