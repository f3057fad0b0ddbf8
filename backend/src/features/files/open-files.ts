import type { Deps, Feature } from '../../feature';
import { fileRepository } from './file.repository';
import { fileRoutes } from './file.routes';
import { keepingWorker } from './keeping-worker';
import { mayReadByTask, showingRecords } from './may-read';
import { showingTasks } from './showing-task.repository';

/** Opens proof photos and voice notes; who may read one, and how long it is kept, is decided by the tasks that show it. */
export function openFiles({ connection, vault, now, log, identity, audit, ids }: Deps): Feature {
  const files = fileRepository(connection);
  const reading = { files, tasks: showingTasks(connection), actorOf: identity.actorOf, now };
  return {
    workers: [keepingWorker({ files, now, log, showing: (file) => showingRecords(reading, file) })],
    routes: fileRoutes({
      files,
      vault,
      now,
      mayRead: mayReadByTask(reading),
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
