import { createServer } from 'node:net';

/** How many ports above the wished one are tried before the system is asked for any. */
const triesAbove = 20;

/**
 * A port of 127.0.0.1 that nobody listens on: the wished one, else one of the 20 above it, else any.
 * Without a wish, any. `taken` are ports already promised to somebody else in this run.
 */
export async function freePort(wished?: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  if (wished !== undefined) {
    for (let port = wished; port <= wished + triesAbove && port < 65_536; port += 1) {
      if (!taken.has(port) && (await listenOnce(port, '127.0.0.1')) && (await listenOnce(port))) return port;
    }
  }
  const any = await listenOnce(0, '127.0.0.1');
  if (any === undefined) throw new Error('This machine has no free port on 127.0.0.1.');
  return any;
}

/** Both one address and all addresses are tried: a listener on either would answer in our place. */
function listenOnce(port: number, host?: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, exclusive: true, ...(host ? { host } : {}) }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}
