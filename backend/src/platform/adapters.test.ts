import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeLogger } from './logger';
import { smsSender } from './sms';
import { wechat } from './wechat';

/** A stand-in that answers as the documented interface does. */
async function standIn(answer: (path: string, body: string, authorization: string) => [number, string]) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      seen.push(`${request.url} ${body}`);
      const [status, text] = answer(request.url ?? '', body, request.headers.authorization ?? '');
      response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP gives this shape
  return { url: `http://127.0.0.1:${port}`, seen, close: () => new Promise((resolve) => server.close(resolve)) };
}

const lines: string[] = [];
const log = makeLogger({ level: 'trace', stream: { write: (line) => lines.push(line) } });
const sessionKey = 'c2Vzc2lvbi1rZXktY2FuYXJ5';

describe('WeChat', () => {
  const answers: Record<string, string> = {
    good: JSON.stringify({ openid: 'openid-of-a-test', session_key: sessionKey }),
    wrong: JSON.stringify({ errcode: 40029, errmsg: 'invalid code' }),
    used: JSON.stringify({ errcode: 40163, errmsg: 'code been used' }),
    often: JSON.stringify({ errcode: 45011, errmsg: 'api minute-quota reach limit' }),
    busy: JSON.stringify({ errcode: -1, errmsg: 'system error' }),
    garbage: '<html>',
  };
  async function withStandIn<T>(use: (login: (code: string) => Promise<unknown>) => Promise<T>): Promise<T> {
    const server = await standIn((path) => [
      200,
      answers[new URL(path, 'http://x').searchParams.get('js_code') ?? ''] ?? '{}',
    ]);
    const adapter = wechat({ baseUrl: server.url, credentials: { id: 'app', secret: 'app-secret-canary' } }, log);
    try {
      return await use(adapter.codeToLogin);
    } finally {
      await server.close();
    }
  }

  test('a good code gives the openid and nothing else', async () => {
    expect(await withStandIn((login) => login('good'))).toEqual({ openid: 'openid-of-a-test' });
  });

  test.each([
    ['wrong', 'code-wrong'],
    ['used', 'code-wrong'],
    ['often', 'too-many-requests'],
    ['busy', 'unavailable'],
    ['garbage', 'unavailable'],
    ['empty', 'unavailable'],
  ])('a code that is %s answers %s', async (code, type) => {
    await withStandIn((login) => expect(login(code)).rejects.toMatchObject({ type }));
  });

  test('without credentials, or without an answer, it is unavailable; no secret is logged', async () => {
    await expect(
      wechat({ baseUrl: 'http://127.0.0.1:1', credentials: undefined }, log).codeToLogin('x'),
    ).rejects.toMatchObject({ type: 'unavailable' });
    const away = wechat({ baseUrl: 'http://127.0.0.1:1', credentials: { id: 'a', secret: 'app-secret-canary' } }, log);
    await expect(away.codeToLogin('x')).rejects.toMatchObject({ type: 'unavailable' });
    expect(lines.join('')).toContain('no WeChat credentials');
    expect(lines.join('')).not.toMatch(new RegExp(`app-secret-canary|${sessionKey}`));
  });
});

test('a text is taken, refused or lost, and the sender never throws', async () => {
  const server = await standIn((_path, body, key) =>
    key === 'Bearer k' && body.includes('SIGN_IN_CODE') ? [202, ''] : [401, ''],
  );
  const message = { phone: '10000000001', template: 'SIGN_IN_CODE', values: { code: '123456' } } as const;
  expect(await smsSender({ url: server.url, key: 'k' }, log).send(message)).toBe(true);
  expect(JSON.parse(server.seen[0]?.split(' ')[1] ?? '')).toEqual({
    to: message.phone,
    template: 'SIGN_IN_CODE',
    values: { code: '123456' },
  });
  expect(await smsSender({ url: server.url, key: 'other' }, log).send(message)).toBe(false);
  await server.close();
  expect(await smsSender({ url: server.url, key: 'k' }, log).send(message)).toBe(false);
  expect(await smsSender(undefined, log).send(message)).toBe(false);
  expect(lines.join('')).not.toMatch(/10000000001|123456/);
});
