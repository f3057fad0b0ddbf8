import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { ProblemBody } from '@grid-relief/shared-types/problem-body';
import { makeServer } from './make-server';

let server: Server;
beforeAll(async () => {
  server = makeServer((_request, response) => response.end('fine'), { requestMs: 300, checkMs: 50 });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => server.close());

/** Everything that comes back until the server hangs up. */
async function answerTo(sent: string): Promise<{ status: number; head: string; body: unknown }> {
  const { port } = server.address() as AddressInfo; // listening on TCP gives this shape
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  socket.write(sent);
  await once(socket, 'close');
  const [head = '', body = ''] = said.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head, body: JSON.parse(body) };
}

const broken: [string, string, number, string][] = [
  ['is no HTTP', 'HELLO\r\n\r\n', 400, 'malformed-body'],
  ['has a null byte in its address', 'GET /a\0b HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'malformed-body'],
  ['names no host', 'GET / HTTP/1.1\r\n\r\n', 400, 'malformed-body'],
  ['has an endless address', `GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, 'headers-too-large'],
  ['has an endless header', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'headers-too-large'],
  ['does not end', 'GET / HTTP/1.1\r\nHost: x\r\n', 408, 'request-too-slow'],
];
test.each(broken)('when a request %s, the answer is a problem like any other', async (_, sent, status, type) => {
  const answer = await answerTo(sent);
  const body = ProblemBody.parse(answer.body);
  expect([answer.status, body.status, body.type]).toEqual([
    status,
    status,
    expect.stringMatching(`/problems/${type}$`),
  ]);
  expect(answer.head).toContain('Content-Type: application/problem+json');
  expect(answer.head).toContain(`X-Request-Id: ${body.instance}`);
});

test('when a request is whole, it is answered by the app', async () => {
  const { port } = server.address() as AddressInfo; // as above
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('fine');
});
