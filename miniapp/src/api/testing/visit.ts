import { Me, Tokens } from '@grid-relief/shared-types/identity/identity.schema';
import { z } from '@grid-relief/shared-types/zod';
import { beginSession, outbox, queryClient, refreshRecord } from '@/api';
import { resetDevice } from './fake-device';
import { type FakeAnswer, sample } from './fake-server';

/** One question of the program, as it reached the server. */
export type Asked = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Record<string, unknown>;
};

const tokens = { accessToken: 'a', accessExpiresAt: '2026-11-24T07:00:00Z', refreshToken: 'r' };

/** An invented colleague with this one role, over this area. */
export function staff(role: string, area = '141122100201-g03') {
  return { ...sample.me, grants: [{ role, area }], households: [], workspaces: ['grid', 'command', 'resident'] };
}

/** Signs somebody in, as the server would describe them. After `serve`, whose fresh device knows nobody. */
export function signInAs(me: unknown): void {
  beginSession(z.parse(Tokens, tokens), z.parse(Me, me));
}

/** Every action is taken down, and answered as done. */
function accept(): FakeAnswer {
  const recordedAt = '2026-11-24T06:00:00.000Z';
  return { status: 200, body: { receipt: { action: 'done', to: 'DONE', revision: 2, recordedAt } } };
}

// what `startApi` wires in the program; told twice it is still one listener
const refreshShown = ({ record }: { readonly record: string }) => refreshRecord(record);

/**
 * A fresh device before a server with these answers, by path. A test may put others in place meanwhile; a function is
 * asked each time. What is not there is not found; what is not read goes to `onPost`.
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
      if (method !== 'GET') return onPost(one) ?? accept();
      const found = answers[path];
      const given: unknown = typeof found === 'function' ? found(one) : found;
      return given === undefined
        ? { status: 404, body: { type: '/problems/not-found' } }
        : { status: 200, body: given };
    },
  });
  outbox.clear();
  queryClient.clear();
  outbox.onSent(refreshShown);
  const sent = (path?: string) => asked.filter((one) => one.method !== 'GET' && (path ?? one.path) === one.path);
  return { asked, sent };
}
