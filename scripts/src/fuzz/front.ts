import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeServer } from '@grid-relief/backend/src/http/make-server';
import { anyAddress } from './api';
import type { SignIn } from './callers';

/** An answer as it came. */
export interface Reply {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

export interface FrontOptions {
  /** The server behind. */
  readonly target: string;
  readonly signIn: SignIn;
  /** Told of every request with its answer; may answer something else, as a planted fault does. */
  readonly look: (method: string, address: string, reply: Reply) => Reply;
}

export interface Front {
  readonly address: string;
  /** Requests turned away for load, and sent again. */
  readonly repeated: () => number;
  stop(): Promise<void>;
}

/** Stands for the token of whoever is signed in; it is put in on the way, because tokens last minutes only. */
export const placeholder = 'Bearer whoever-is-signed-in';
const atOnce = 16;
const retries = 60;
const retryMs = 250;

/**
 * A proxy as stands in front of every real server (PROXY_COUNT=1): each request comes from another address, so that
 * no limit by address is met; a sign-in that ran out is renewed; and who is turned away for load tries again, as the
 * app does.
 */
export async function openFront({ target, signIn, look }: FrontOptions): Promise<Front> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let repeated = 0;

  async function settled(incoming: IncomingMessage, body: Buffer): Promise<Reply> {
    let renewed = false;
    for (let attempt = 0; ; attempt++) {
      const token = incoming.headers.authorization === placeholder ? await signIn.token() : undefined;
      const reply = await forward(target, agent, incoming, body, token);
      if (token && reply.status === 401 && !renewed) {
        renewed = true;
        await signIn.renew(token);
      } else if (isShed(reply) && attempt < retries) {
        repeated++;
        await sleep(retryMs);
      } else return reply;
    }
  }

  // what is no request at all is answered here already, as it is by the product
  const server = makeServer(async (incoming, outgoing) => {
    try {
      const body = await bodyOf(incoming);
      const reply = await settled(incoming, body);
      send(outgoing, look(incoming.method ?? '', incoming.url ?? '', reply));
    } catch (error) {
      // what cannot be said is a failure of this run: a status that no description has
      outgoing.writeHead(599, { 'content-type': 'text/plain' }).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP gives this shape
  return {
    address: `http://127.0.0.1:${port}`,
    repeated: () => repeated,
    async stop() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(
  target: string,
  agent: Agent,
  incoming: IncomingMessage,
  body: Buffer,
  token?: string,
): Promise<Reply> {
  const { hostname, port } = new URL(target);
  const headers = withOwn(incoming.rawHeaders, body, token);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, agent, headers, method: incoming.method, path: incoming.url });
    outgoing.once('error', (error) => {
      // the server had just closed the connection that was kept for the next request: nothing has been read of this one
      if (outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET') {
        forward(target, agent, incoming, body, token).then(resolve, reject);
      } else reject(error);
    });
    outgoing.once('response', (answer) => {
      bodyOf(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 0, headers: answer.rawHeaders, body: bytes }),
        reject,
      );
    });
    outgoing.end(body);
  });
}

const ofOneHop = new Set([
  ...['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'x-forwarded-for'],
  // answers are read on the way
  'accept-encoding',
]);

/** The headers as they came, with the bearer token, another address, and the length of what is sent. */
function withOwn(raw: readonly string[], body: Buffer, token: string | undefined): string[] {
  const kept = pairs(raw).flatMap(([name, value]) => {
    if (ofOneHop.has(name.toLowerCase())) return [];
    return [name, token && value === placeholder ? `Bearer ${token}` : value];
  });
  const hadBody = pairs(raw).some(([name]) => /^(content-length|transfer-encoding)$/i.test(name));
  return [...kept, ...['X-Forwarded-For', anyAddress()], ...(hadBody ? ['Content-Length', String(body.length)] : [])];
}

export function pairs(raw: readonly string[]): [string, string][] {
  const names = raw.filter((_, at) => at % 2 === 0);
  return names.map((name, at) => [name, raw[at * 2 + 1] ?? '']);
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function isShed({ status, body }: Reply): boolean {
  return status === 503 && body.includes('/problems/overloaded"');
}

function send(outgoing: ServerResponse, { status, headers, body }: Reply): void {
  const kept = pairs(headers).filter(([name]) => !ofOneHop.has(name.toLowerCase()));
  outgoing.writeHead(status, kept.flat());
  outgoing.end(body);
}
