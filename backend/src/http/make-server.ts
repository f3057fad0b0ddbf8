import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';
import type { ProblemType } from '@grid-relief/shared-types/problems';
import { problemBody } from './answer-problems';
import { Problem } from './problem';

export interface ServerOptions {
  /** The address people know us by; absent: the one we listen at. */
  readonly publicUrl?: string | undefined;
  /** Longer than any request may take: a slow sender does not hold a socket for ever. Milliseconds. */
  readonly requestMs?: number;
  /** How often slow senders are looked for. Milliseconds. */
  readonly checkMs?: number;
}

const standardRequestMs = 30_000;
const standardCheckMs = 5_000;

/** What Node finds wrong before there is a request that a handler could answer; everything else cannot be read. */
const problemOfCode: Readonly<Record<string, ProblemType>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-too-slow',
};

/** An HTTP server that answers what is no request with a problem too, like everything else. */
export function makeServer(answer: RequestListener, options: ServerOptions = {}): Server {
  const { requestMs = standardRequestMs, checkMs = standardCheckMs, publicUrl } = options;
  const times = { requestTimeout: requestMs, headersTimeout: requestMs, connectionsCheckingInterval: checkMs };
  const answering = new WeakMap<Socket, ServerResponse>();
  // a request without Host is refused here, because Node's own refusal says nothing
  const server = createServer({ ...times, requireHostHeader: false }, (request, response) => {
    const { headers, httpVersion, socket } = request;
    answering.set(socket, response);
    if (headers.host === undefined && httpVersion === '1.1') refuse(socket, 'malformed-body', publicUrl);
    else answer(request, response);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const isAnswered = socket instanceof Socket && answering.get(socket)?.headersSent;
    if (!(socket instanceof Socket) || !socket.writable || isAnswered) socket.destroy();
    else refuse(socket, problemOfCode[error.code ?? ''] ?? 'malformed-body', publicUrl);
  });
  return server;
}

/** Says what is wrong and hangs up: what else comes on this connection cannot be told apart from what was wrong. */
function refuse(socket: Socket, type: ProblemType, publicUrl?: string): void {
  const { localAddress = 'localhost', localPort = 80 } = socket;
  socket.write(rawAnswer(type, publicUrl ?? `http://${localAddress}:${localPort}`));
  socket.destroySoon();
}

/** The whole answer as bytes: there is no request that a response could belong to. */
function rawAnswer(type: ProblemType, address: string): string {
  const requestId = randomUUID();
  const body = problemBody(new Problem(type), address, requestId);
  const text = JSON.stringify(body);
  const lines = [
    `HTTP/1.1 ${body.status} ${STATUS_CODES[body.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Cache-Control: no-store',
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  return `${lines.join('\r\n')}\r\n\r\n${text}`;
}
