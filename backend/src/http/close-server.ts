import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long is waited, for whom. Milliseconds. */
export interface ClosingTimes {
  /**
   * So long an open connection without a request is left alone: closing it at once would cut off a request that is on its
   * way. A busy one ends by itself with its next answer, which says that it will not be used again.
   */
  readonly drainMs: number;
  /** A connection that becomes idle after that is closed within this time. */
  readonly idleSweepMs: number;
}

const standard: ClosingTimes = { drainMs: 1_000, idleSweepMs: 50 };

/**
 * Nobody new comes in; what is under way on open connections is answered, and the connection is not used again.
 *
 * A request that reaches a connection in the moment in which it is closed is not read: its sender hears of a broken
 * connection and no answer, nothing of it is written, and the same operation may be sent again. What was answered was
 * written before.
 */
export async function closeServer(server: Server, { drainMs, idleSweepMs }: ClosingTimes = standard): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  // the plain way of closing: that of HTTP cuts off at once whoever is connected and has not been read yet
  const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve));
  await Promise.race([closed, sleep(drainMs)]);
  // a timer comes before reading: on a busy machine a request may have waited in the socket longer than the timer
  const sweep = setInterval(() => setImmediate(() => server.closeIdleConnections()), idleSweepMs);
  await closed;
  clearInterval(sweep);
}
