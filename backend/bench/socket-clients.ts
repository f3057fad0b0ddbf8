import { WebSocket } from 'ws';

/** A listening socket with how many messages it has heard since it was greeted. */
export interface Client {
  readonly socket: WebSocket;
  heard: number;
  onMessage: () => void;
}

/** Sockets that are opened at once; more would only queue. */
const together = 50;

/** Opens sockets, each greeted and answered. @throws when one is refused */
export async function connectMany(url: string, count: number, hello: () => string): Promise<Client[]> {
  const clients: Client[] = [];
  while (clients.length < count) {
    const batch = Array.from({ length: Math.min(together, count - clients.length) }, () => connectOne(url, hello()));
    clients.push(...(await Promise.all(batch)));
  }
  return clients;
}

function connectOne(url: string, hello: string): Promise<Client> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  const client: Client = { socket, heard: 0, onMessage: () => undefined };
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('a socket was closed before it was greeted')));
    socket.once('open', () => socket.send(hello));
    socket.once('message', () => {
      socket.on('message', () => {
        client.heard++;
        client.onMessage();
      });
      resolve(client);
    });
  });
}

/** Resolves once every client has heard so many more messages. */
export function heardBy(clients: readonly Client[], messages: number): Promise<void> {
  let left = clients.length;
  return new Promise((resolve) => {
    for (const client of clients) {
      const goal = client.heard + messages;
      client.onMessage = () => {
        if (client.heard < goal) return;
        client.onMessage = () => undefined;
        left--;
        if (left === 0) resolve();
      };
    }
  });
}
