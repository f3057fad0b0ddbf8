import { Me, Tokens } from '@grid-relief/shared-types/identity/identity.schema';
import * as z from '@grid-relief/shared-types/zod';
import { beginSession, outbox, queryClient } from '@/api';
import { watchAnswers } from '../watch-answers';
import { resetDevice } from './fake-device';
import { type FakeAnswer, sample } from './fake-server';

export { refuse, sampleId } from './fake-server';

/** One question of the program, as it reached the server. */
export type Asked = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Record<string, unknown>;
};

const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };

/** An invented colleague with this role or these, over one area; no home of their own. */
export function staff(roles: string | readonly string[], area = '141122100201-g03') {
  const grants = [roles].flat().map((role) => ({ role, area }));
  return { ...sample.me, grants, households: [], workspaces: ['grid', 'command', 'resident'] };
}

/** Signs somebody in, as the server would describe them: the resident of the sample household, unless told otherwise. */
export function signInAs(me: unknown = sample.me): void {
  beginSession(z.parse(Tokens, tokens), z.parse(Me, me));
}

/** Every action is taken down, and answered as done. */
function accept(): FakeAnswer {
  const recordedAt = '2026-11-24T06:00:00.000Z';
  return { status: 200, body: { receipt: { action: 'done', to: 'DONE', revision: 2, recordedAt } } };
}

const notFound: FakeAnswer = { status: 404, body: { type: '/problems/not-found' } };

/** What `refuse` makes; no answer of the contract has these two. */
function isRefusal(given: object): given is FakeAnswer {
  return 'status' in given && typeof given.status === 'number' && 'body' in given;
}

/** The answer to a question: what stands there for its path, worked out where it is a function. */
function answerTo(one: Asked, found: unknown): FakeAnswer {
  const given: unknown = typeof found === 'function' ? found(one) : found;
  if (given === undefined) return notFound;
  return typeof given === 'object' && given !== null && isRefusal(given) ? given : { status: 200, body: given };
}

/**
 * A fresh device before a server with these answers, by path: what is read there, or `refuse(…)`; a function is asked
 * each time, and a test may put others in place meanwhile. What is not there is not found. What is not read goes to
 * `onPost`, and is accepted unless that says otherwise.
 * @returns what was asked, in order, and what was written, to one path or in all
 * @example const server = serve({ '/grid/returnees': { items: [] } }); signInAs(staff('GRID_WORKER'));
 */
export function serve(
  answers: Readonly<Record<string, unknown>>,
  onPost: (asked: Asked) => FakeAnswer | undefined = accept,
) {
  const asked: Asked[] = [];
  resetDevice({
    answer: (method, address, body = {}) => {
      const [path = '', words = ''] = address.split('?');
      const one: Asked = { method, path, query: Object.fromEntries(new URLSearchParams(words)), body };
      asked.push(one);
      return method === 'GET' ? answerTo(one, answers[path]) : (onPost(one) ?? accept());
    },
  });
  outbox.clear();
  queryClient.clear();
  watchAnswers();
  const sent = (path?: string) => asked.filter((one) => one.method !== 'GET' && (path ?? one.path) === one.path);
  return { asked, sent };
}
