import type { Deps, Feature } from '../../feature';
import { fileRepository } from './file.repository';
import { fileRoutes } from './file.routes';
import { mayReadByTask } from './may-read';

/** Opens proof photos and voice notes; who may read one is decided by the tasks that show it. */
export function openFiles({ connection, vault, now, identity, audit, ids }: Deps): Feature {
  return {
    routes: fileRoutes({
      files: fileRepository(connection),
      vault,
      now,
      mayRead: mayReadByTask(connection, identity.actorOf, now),
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
