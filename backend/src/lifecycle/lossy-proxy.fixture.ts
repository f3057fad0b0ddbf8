import { connect, createServer, type Socket } from 'node:net';

/** A TCP relay in front of the database that can lose replies. */
export interface LossyProxy {
  readonly port: number;
  /** Chance in [0, 1] that a reply is lost together with its connection. */
  setLoss(chance: number): void;
  /** While true, replies are swallowed and connections stay open, as behind a dead radio link. */
  setSilent(silent: boolean): void;
  readonly lost: () => number;
  close(): Promise<void>;
}

/**
 * Starts a proxy to a database on this machine. Connection set-up always passes: only replies after it are lost.
 * @param targetPort asked at every connection, so that a database that was restarted elsewhere keeps its address here
 */
export async function lossyProxy(targetPort: () => number, random: () => number): Promise<LossyProxy> {
  let loss = 0;
  let silent = false;
  let lost = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(targetPort(), '127.0.0.1');
    let replies = 0;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk) => upstream.write(chunk));
    upstream.on('data', (chunk) => {
      replies++;
      if (replies > 1 && silent) return;
      if (replies > 1 && random() < loss) {
        lost++;
        client.destroy();
        return;
      }
      client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    setLoss: (chance) => {
      loss = chance;
    },
    setSilent: (value) => {
      silent = value;
    },
    lost: () => lost,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
