import type { Clock } from '../../platform/clock';
import type { Logger } from '../../platform/logger';
import { repeatedly } from '../../platform/repeatedly';
import type { FileFacts, FileRepository } from './file.repository';
import { keeping, type ShowingTask } from './keeping.rules';

export interface KeepingDeps {
  readonly files: Pick<FileRepository, 'takeDue' | 'checkAgain' | 'remove'>;
  /** The tasks that show a file. */
  readonly showing: (file: FileFacts) => Promise<readonly ShowingTask[]>;
  readonly now: Clock;
  readonly log: Logger;
}

const sweepMs = 60_000;
/** A process that died with a file in hand: another one takes it after this time. */
const leaseMs = 10 * 60_000;

/**
 * Looks at files whose time has come: finds out which task shows a new one, and deletes those that no record needs any
 * more. When each is looked at next stands with the file, so neither a restart nor a second process changes anything.
 */
export function keepingWorker(deps: KeepingDeps) {
  async function checkOne(file: FileFacts, now: Date): Promise<void> {
    const next = keeping(file, await deps.showing(file), now);
    if (next.keep) return deps.files.checkAgain(file, next.checkAt);
    await deps.files.remove(file);
    deps.log.info({ file: file._id, purpose: file.purpose }, 'a file has reached its end');
  }

  async function checkDue(): Promise<void> {
    while (!turns.isStopping()) {
      const now = deps.now();
      const file = await deps.files.takeDue(now, new Date(now.getTime() + leaseMs));
      if (!file) return;
      await checkOne(file, now);
    }
  }

  const onError = (error: unknown) => deps.log.warn({ err: error }, 'looking at files');
  const turns = repeatedly(sweepMs, checkDue, { onError, first: 'AT_ONCE' });

  return {
    name: 'file-keeping',
    start: turns.start,
    /** Looks at what is due now; for tests and for tools. */
    checkDue,
    stop: turns.stop,
  };
}
