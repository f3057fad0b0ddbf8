import type { ProblemBody } from '@grid-relief/shared-types/problem-body';
import { type ProblemType, problems } from '@grid-relief/shared-types/problems';
import type Koa from 'koa';
import { isPassing } from '../platform/database';
import type { Logger } from '../platform/logger';
import type { Context } from './context';
import { Problem } from './problem';

/** Seconds a client waits before it tries again, where the problem itself names none. */
const retryAfterSeconds: Partial<Record<ProblemType, number>> = {
  'too-many-requests': 30,
  'outcome-unknown': 2,
  overloaded: 3,
  unavailable: 5,
};

export type ProblemHeader = 'Retry-After' | 'WWW-Authenticate' | 'Allow';

/** Headers that come with every answer of a type. */
export function problemHeaders(type: ProblemType): readonly ProblemHeader[] {
  const { status } = problems[type];
  return [
    ...(retryAfterSeconds[type] === undefined ? [] : (['Retry-After'] as const)),
    ...(status === 401 ? (['WWW-Authenticate'] as const) : []),
    ...(type === 'method-not-allowed' ? (['Allow'] as const) : []),
  ];
}

/** Members that the writer sets; an extra of the same name never replaces them. */
const reserved = new Set(['type', 'title', 'status', 'detail', 'instance', 'retryAfterSeconds']);

/** The body of a problem answer (RFC 9457). Pure. */
export function problemBody(problem: Problem, address: string, requestId: string): ProblemBody {
  const { status, title } = problems[problem.type];
  const extras = Object.fromEntries(Object.entries(problem.extras).filter(([name]) => !reserved.has(name)));
  return {
    ...extras,
    type: `${address}/problems/${problem.type}`,
    title,
    status,
    ...(problem.detail === undefined ? {} : { detail: problem.detail }),
    instance: requestId,
  };
}

/**
 * The outermost middleware: whatever is thrown inside becomes one problem answer. A database that is away or too slow this
 * once is answered as being busy: the client tries again by itself. What is not in the registry is a bug of ours: logged with
 * its stack, answered as a bare 500.
 * @param publicUrl the address people know us by; absent: the one the request came to
 */
export function answerProblems(log: Logger, publicUrl?: string): Koa.Middleware {
  return async (ctx: Context, next) => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) throw new Problem('no-such-route');
    } catch (error) {
      write(ctx, asProblem(ctx, error, log), publicUrl ?? addressOf(ctx));
    }
  };
}

/** What the caller called us, unless that is no name of a host. */
function addressOf({ protocol, host, req }: Context): string {
  const told = `${protocol}://${host}`;
  const { localAddress = 'localhost', localPort = 80 } = req.socket;
  return URL.canParse(told) && /^[\w.:[\]-]+$/.test(host) ? told : `${protocol}://${localAddress}:${localPort}`;
}

function write(ctx: Context, problem: Problem, address: string): void {
  const body = problemBody(problem, address, ctx.state.requestId);
  ctx.status = body.status;
  ctx.type = 'application/problem+json';
  ctx.set('Cache-Control', 'no-store');
  const given = problem.extras.retryAfterSeconds;
  const wait = typeof given === 'number' ? given : retryAfterSeconds[problem.type];
  if (wait !== undefined) ctx.set('Retry-After', String(Math.max(1, Math.ceil(wait))));
  if (body.status === 401) ctx.set('WWW-Authenticate', 'Bearer');
  ctx.state.problem = problem.type;
  ctx.body = JSON.stringify(body);
}

function asProblem({ state }: Context, error: unknown, log: Logger): Problem {
  if (error instanceof Problem) return error;
  if (isClientAbort(error)) return new Problem('malformed-body');
  if (isPassing(error)) {
    log.error({ err: error, requestId: state.requestId, route: state.route }, 'the database did not answer in time');
    return new Problem('overloaded');
  }
  log.error({ err: error, requestId: state.requestId, route: state.route }, 'unexpected failure');
  return new Problem('internal');
}

/** The caller hung up in the middle of its body: nobody is there to read an answer, and nothing of ours failed. */
function isClientAbort(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'ECONNABORTED');
}
