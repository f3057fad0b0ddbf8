import type { Endpoint } from '@grid-relief/shared-types/contract';
import { bodyParser } from '@koa/bodyparser';
import type Koa from 'koa';
import type { Route } from './mount';
import { Problem } from './problem';
import type { RawBody } from './request';

/** The largest JSON body. The longest honest one, a full offline queue entry, stays below a tenth of it. */
export const jsonLimit = '256kb';

const parseJson = bodyParser({
  enableTypes: ['json'],
  jsonLimit,
  parsedMethods: ['POST', 'PUT', 'DELETE'],
  onError: (error) => {
    throw asProblem(error);
  },
});

/**
 * The body of a request: parsed JSON, or the bytes for an endpoint that accepts raw content.
 * @throws Problem malformed-body, body-too-large, unsupported-media
 */
export async function readBody(ctx: Koa.Context, { endpoint, bodyLimit }: Route): Promise<unknown> {
  if (endpoint.method === 'GET') return {};
  if (endpoint.accepts) return readRaw(ctx, endpoint, bodyLimit);
  const hasBody = ctx.request.length !== undefined ? ctx.request.length > 0 : ctx.is() !== null;
  if (!hasBody) return {};
  if (!ctx.is('application/json')) throw new Problem('unsupported-media', undefined, { accepts: ['application/json'] });
  await parseJson(ctx, async () => undefined);
  return ctx.request.body;
}

async function readRaw(ctx: Koa.Context, { accepts = [] }: Endpoint, limit: number): Promise<RawBody> {
  const contentType = ctx.is([...accepts]);
  if (!contentType) throw new Problem('unsupported-media', undefined, { accepts });
  if ((ctx.request.length ?? 0) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(bytes);
  }
  return { contentType, bytes: Buffer.concat(chunks) };
}

function tooLarge(limit: number): Problem {
  return new Problem('body-too-large', undefined, { limitBytes: limit });
}

function asProblem(error: Error): Problem {
  const status = 'status' in error ? error.status : 400;
  if (status === 413) return new Problem('body-too-large');
  if (status === 415) return new Problem('unsupported-media');
  return new Problem('malformed-body');
}
