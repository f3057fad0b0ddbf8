import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AnnouncementRepository } from './announcement.repository';
import { hub } from './hub';
import { openSession, type Session, type SessionDeps } from './live-session';

export interface LiveDeps extends Omit<SessionDeps, 'hub' | 'announcements' | 'heardSince'> {
  readonly announcements: AnnouncementRepository;
  /** Calls back when somebody's rights changed; the answer stops it. */
  readonly onRightsChanged: (listener: (person: string) => void) => () => void;
}

export const livePath = '/api/v1/live';
/** A greeting is a token, a mark and ten areas. Bytes. */
const messageLimit = 8 * 1024;
const pingMs = 30_000;
/** A goodbye has so long to arrive; who does not answer it is cut off. */
const goodbyeMs = 200;

/** Live updates: one WebSocket server beside the HTTP server, fed by what any process announces. */
export function liveServer({ announcements, onRightsChanged, authenticate, now, machineNow }: LiveDeps) {
  const sessions = hub();
  const server = new WebSocketServer({ noServer: true, maxPayload: messageLimit, perMessageDeflate: false });
  const answered = new WeakSet<WebSocket>();
  let endTail: (() => Promise<void>) | undefined;
  let heardSince = machineNow();
  let pinging: NodeJS.Timeout | undefined;
  const forget = onRightsChanged((person) => {
    for (const session of sessions.of(person)) (session as Session).bye('GRANTS_CHANGED'); // only sessions join
  });

  function heard(this: WebSocket): void {
    answered.add(this);
  }

  server.on('connection', (socket) => {
    answered.add(socket);
    socket.on('pong', heard);
    openSession(socket, { announcements, hub: sessions, authenticate, now, machineNow, heardSince: () => heardSince });
  });

  /** A phone that went away without a word is let go after one unanswered ping. */
  function ping(): void {
    for (const socket of server.clients) {
      if (!answered.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }

  return {
    name: 'live',
    attach(http: Server): void {
      http.on('upgrade', (request, socket, head) => {
        if (request.url?.split('?')[0] !== livePath) return socket.destroy();
        server.handleUpgrade(request, socket, head, (opened) => server.emit('connection', opened, request));
      });
    },
    async start(): Promise<void> {
      heardSince = machineNow();
      endTail = announcements.tail({
        onAnnouncement: sessions.publish,
        // clients reconnect with their marks and are told what the broken stream missed
        onGap: () => closeAll(),
      });
      pinging = setInterval(ping, pingMs);
      pinging.unref();
    },
    async stop(): Promise<void> {
      clearInterval(pinging);
      forget();
      closeAll();
      const allGone = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.race([allGone, sleep(goodbyeMs, undefined, { ref: false })]);
      for (const socket of server.clients) socket.terminate();
      await endTail?.();
    },
    /** Ends every socket; clients come back with their marks. */
    closeAll,
    connected: () => server.clients.size,
  };

  function closeAll(): void {
    for (const session of sessions.listeners()) (session as Session).bye('CLOSING'); // only sessions join
  }
}
export type LiveServer = ReturnType<typeof liveServer>;
