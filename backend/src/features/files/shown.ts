import { isOpen, type Lifecycle } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { quarantineEpisodeLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { type Task, type TaskKind, taskMachines } from '../../tasks';
import { isOfSites } from '../quarantine';
import type { ShowingTask } from './keeping.rules';

type Known = Pick<Task, '_id' | 'detail' | 'scope' | 'household' | 'assignment'>;

/** A task or a quarantine that shows a file, as far as it decides who may see it and how long it is kept. */
export interface Shown extends Known, ShowingTask {
  /** Whose quarantine it is, by their own account. */
  readonly parties?: readonly string[];
  /** A quarantine that runs in a site, or leads to one. */
  readonly isAtSite?: boolean;
}

/** The same as it is stored, with what says whether it has ended. */
export type Read = Omit<Shown, 'endedAt' | 'isAtSite'> &
  Pick<Task, 'state' | 'history'> & { readonly kind: TaskKind | 'QUARANTINE_EPISODE' };

const machines: Readonly<Record<Read['kind'], Lifecycle>> = {
  ...taskMachines,
  QUARANTINE_EPISODE: quarantineEpisodeLifecycle,
};

/** A stored record as one that shows a file. Pure. */
export function shownOf({ kind, state, history, ...record }: Read): Shown {
  const last = history.at(-1)?.recordedAt;
  const hasEnded = !isOpen(machines[kind], state);
  if (hasEnded) return { ...record, endedAt: last ?? new Date(0) };
  // every kind of record keeps its own detail; of this one only where the person is
  return kind === 'QUARANTINE_EPISODE' ? { ...record, isAtSite: isOfSites(Object(record.detail)) } : record;
}
