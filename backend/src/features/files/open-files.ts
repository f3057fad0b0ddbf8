import type { Deps, Feature } from '../../feature';
import { fileRepository } from './file.repository';
import { fileRoutes } from './file.routes';
import { keepingWorker } from './keeping-worker';
import { mayReadByRecord, showingRecords } from './may-read';
import { recordsThatShow } from './records-that-show';

/** Opens proof photos and voice notes; who may read one, and how long it is kept, is decided by the records that show it. */
export function openFiles({ connection, vault, now, log, identity, audit, ids }: Deps): Feature {
  const files = fileRepository(connection);
  const reading = { files, shown: recordsThatShow(connection), actorOf: identity.actorOf, now };
  return {
    workers: [keepingWorker({ files, now, log, showing: (file) => showingRecords(reading, file) })],
    routes: fileRoutes({
      files,
      vault,
      now,
      mayRead: mayReadByRecord(reading),
      recordLook: async (file, actor) => {
        await audit.record({
          id: ids(actor.county),
          county: actor.county,
          kind: 'file',
          record: file._id,
          who: actor.personId,
          role: actor.grants[0]?.role ?? 'RESIDENT',
          did: 'open',
          why: file.purpose,
          at: now(),
        });
      },
    }),
  };
}
