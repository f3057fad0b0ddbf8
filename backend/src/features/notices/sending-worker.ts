import type { Clock } from '../../platform/clock';
import type { Logger } from '../../platform/logger';
import type { Channel, Sending } from './channel';
import type { NoticeRepository } from './notice.repository';

export interface SendingDeps {
  readonly notices: NoticeRepository;
  readonly channels: readonly Channel[];
  readonly now: Clock;
  readonly log: Logger;
  /** Counts what became of messages. */
  readonly count?: (channel: string, sending: Sending) => void;
}

/** A ringing message may be some seconds late; the inbox is told at once by the live updates. */
const sweepMs = 3_000;

/**
 * Sends what is due by the channels beside the inbox. Each notice is taken by one process and tried once: a message
 * twice is worse than one missed, since the inbox has it.
 */
export function sendingWorker(deps: SendingDeps) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  async function sendDue(): Promise<void> {
    while (!stopped) {
      const notice = await deps.notices.takeDue(deps.now());
      if (!notice) return;
      for (const channel of deps.channels) deps.count?.(channel.name, await channel.send(notice));
    }
  }

  function sweep(): void {
    running = sendDue()
      .catch((error: unknown) => deps.log.warn({ err: error }, 'sending notices'))
      .finally(() => {
        if (!stopped) timer = setTimeout(sweep, sweepMs);
      });
  }

  return {
    name: 'notice-sending',
    start: sweep,
    /** Sends what is due now; for tests and for tools. */
    sendDue,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
