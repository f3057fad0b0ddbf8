import type { Connection } from 'mongoose';
import { isOfQuarantine, showingQuarantines } from './showing-quarantine.repository';
import { showingTasks } from './showing-task.repository';

/** Finds what shows a file: tasks, and for photos of a quarantine the quarantines. */
export type RecordsThatShow = ReturnType<typeof showingTasks>;

export function recordsThatShow(connection: Connection): RecordsThatShow {
  const [tasks, quarantines] = [showingTasks(connection), showingQuarantines(connection)];
  return {
    byId: (file, ids) => (isOfQuarantine(file) ? quarantines.byId(file, ids) : tasks.byId(file, ids)),
    byPeople: (file, all) => (isOfQuarantine(file) ? quarantines.byPeople(file, all) : tasks.byPeople(file, all)),
    bySender: (file, by) => (isOfQuarantine(file) ? quarantines.bySender(file, by) : tasks.bySender(file, by)),
  };
}
