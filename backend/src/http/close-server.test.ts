import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeServer } from './close-server';
import { makeServer } from './make-server';

const times = { drainMs: 100, idleSweepMs: 20 };
const request = 'GET / HTTP/1.1\r\nHost: here\r\n\r\n';

/** A server, and a connection on which one request was answered. */
async function aKeptConnection() {
  const server = makeServer((_asked, answer) => answer.end('ok'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1'); // it listens at a port
  let heard = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    heard += part;
  });
  const fault = new Promise<string>((resolve) => {
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    socket.on('close', () => resolve(''));
  });
  socket.write(request);
  await once(socket, 'data');
  return { server, socket, fault, heard: () => heard };
}

/** Nothing else happens for so long: a machine with other work. */
function busyFor(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

const answers = (heard: string): number => heard.split('HTTP/1.1 200').length - 1;

test('a request that waits in its socket while the machine is busy is read before its connection counts as idle', async () => {
  const { server, socket, fault, heard } = await aKeptConnection();
  const closed = closeServer(server, times);
  // after the first waiting and before the first sweep, as a long answer would: the sweep is due before anything is read
  await sleep(times.drainMs + 5);
  setImmediate(() => {
    socket.write(request);
    busyFor(60);
  });
  expect(await fault).toBe('');
  expect(answers(heard())).toBe(2);
  expect(heard()).toContain('Connection: close');
  await closed;
});

test('idle connections end after a while, and new ones find nobody', async () => {
  const { server, fault } = await aKeptConnection();
  const { port } = server.address() as AddressInfo;
  const closed = closeServer(server, times);
  const late: Socket = connect(port, '127.0.0.1');
  const [error] = await once(late, 'error');
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  await Promise.all([closed, fault]);
});

test('while it waits, a kept connection is answered once more and told that it was the last time', async () => {
  const { server, socket, fault, heard } = await aKeptConnection();
  const closed = closeServer(server, { ...times, drainMs: 2_000 });
  await sleep(50);
  socket.write(request);
  await fault;
  await closed;
  expect(answers(heard())).toBe(2);
});
