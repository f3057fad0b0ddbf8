import { setImmediate as turn } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { liveServer } from '../src/features/live';
import type { AnnouncementRecord } from '../src/features/live/announcement.record';
import type { PersonActor } from '../src/lifecycle';
import { systemClock } from '../src/platform/clock';
import { closed, listening } from './listening';
import { county, grid, newId } from './sample';
import type { Opened } from './servers';

const tokenLifeMs = 3_600_000;

/** Our live server and a bare `ws` server that sends a ready text to every client; both without a database. */
export async function openLiveServers(): Promise<Opened> {
  let announce: (announcement: AnnouncementRecord) => void = () => undefined;
  const live = liveServer({
    announcements: {
      add: async () => undefined,
      since: async () => [],
      tail: ({ onAnnouncement }) => {
        announce = onAnnouncement;
        return async () => undefined;
      },
    },
    now: systemClock,
    machineNow: systemClock,
    authenticate: async (personId) => ({ actor: listener(personId), endsAt: new Date(Date.now() + tokenLifeMs) }),
    onRightsChanged: () => () => undefined,
  });
  const ours = await listening();
  live.attach(ours.server);
  await live.start();
  const sockets = new Set<WebSocket>();
  const bareHttp = await listening();
  const bare = new WebSocketServer({ server: bareHttp.server, perMessageDeflate: false });
  bare.on('connection', (socket) => {
    sockets.add(socket);
    // the greeting is read and answered, as ours is
    socket.once('message', () => socket.send('ready'));
  });
  const record = newId();
  const text = JSON.stringify({ type: 'changed', record, kind: 'DELIVERY', revision: 1, mark: '1650245400000.000000' });
  const send = {
    ours: (revision: number) =>
      announce({
        ...{ _id: `${record}.${revision}`, county, topics: [`a:${grid}`], record, kind: 'DELIVERY', revision },
        at: new Date(),
      }),
    bare: () => {
      for (const socket of sockets) socket.send(text);
    },
  };
  return {
    urls: { ours: ours.url, bare: bareHttp.url },
    async tell(what, times) {
      for (let event = 0; event < times; event++) {
        if (what === 'ours') send.ours(event);
        else send.bare();
        // one event is on its way before the next comes, as in life
        await turn();
      }
    },
    async close() {
      await live.stop();
      bare.close();
      await Promise.all([closed(ours.server), closed(bareHttp.server)]);
    },
  };
}

function listener(personId: string): PersonActor {
  return {
    ...{ personId, county, ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 1 },
    grants: [{ role: 'VOLUNTEER', area: grid }],
  };
}
