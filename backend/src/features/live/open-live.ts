import type { Deps, Feature, Worker } from '../../feature';
import { systemClock } from '../../platform/clock';
import { announce } from './announce';
import { announcementRepository } from './announcement.repository';
import { liveServer } from './live-server';
import { startRecordTail } from './record-tail';
import { tokenEnd } from './token-end';

/** Whose new revisions are told: work, people who come, what has happened in homes, and changes of the area tree. */
const tailed = ['tasks', 'returnees', 'householdEvents', 'areaChanges'] as const;

/** Opens live updates: the socket server, and the announcing of every new revision of a record. */
export function openLive({ connection, identity, now }: Pick<Deps, 'connection' | 'identity' | 'now'>): Feature {
  const announcements = announcementRepository(connection);
  const server = liveServer({
    announcements,
    now,
    machineNow: systemClock,
    authenticate: async (token) => ({ actor: await identity.authenticate(token), endsAt: tokenEnd(token) }),
    onRightsChanged: identity.onRightsChanged,
  });
  let endTail: (() => Promise<void>) | undefined;
  const worker: Worker = {
    name: 'live',
    holdsSockets: true,
    async start() {
      await server.start();
      endTail = startRecordTail({
        ...{ connection, collections: tailed },
        announce: (causes) => announce(announcements, causes, systemClock()),
        onGap: server.closeAll,
      });
    },
    async stop() {
      // the sockets first: who listened comes back to another process, and needs no last word of this one
      await Promise.all([server.stop(), endTail?.()]);
    },
  };
  return { routes: [], workers: [worker], attach: server.attach };
}
