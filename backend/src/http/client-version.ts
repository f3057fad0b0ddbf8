import type Koa from 'koa';
import { apiBase } from './dispatch';
import { Problem } from './problem';

/** Which version of our own app is calling, a whole number that rises with every release. */
const header = 'x-client-version';

/**
 * Turns away versions of our app that this server no longer understands: what such an app keeps unsent is sent after
 * the update. Who names no version is another program, and is served by what the API description promises.
 * @param least the oldest version still served; 0: every one
 */
export function requireClientVersion(least: number): Koa.Middleware {
  return (ctx, next) => {
    const told = ctx.get(header);
    const isOurs = told !== '' && ctx.path.startsWith(`${apiBase}/`);
    if (isOurs && !(versionOf(told) >= least)) {
      const detail =
        '这个版本太旧了，请更新后再用；没发出去的都还在。 / Please update the app; what is unsent is kept.';
      throw new Problem('client-too-old', detail, { leastVersion: least });
    }
    return next();
  };
}

/** NaN for what is no version: it counts as too old. */
function versionOf(told: string): number {
  return /^[0-9]{1,9}$/.test(told) ? Number(told) : Number.NaN;
}
