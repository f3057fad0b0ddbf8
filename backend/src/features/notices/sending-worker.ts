import type { Clock } from '../../platform/clock';
import { inLanes } from '../../platform/in-lanes';
import type { Logger } from '../../platform/logger';
import { repeatedly } from '../../platform/repeatedly';
import type { Channel, Sending } from './channel';
import type { NoticeRecord } from './notice.record';
import type { NoticeRepository } from './notice.repository';

export interface SendingDeps {
  readonly notices: NoticeRepository;
  readonly channels: readonly Channel[];
  readonly now: Clock;
  readonly log: Logger;
  /** Whether nothing is said to a home about what was told it then: somebody there has died since. */
  readonly isQuiet: (county: string, household: string, since: Date) => Promise<boolean>;
  /** Counts what became of messages. */
  readonly count?: (channel: string, sending: Sending) => void;
}

/** A ringing message may be some seconds late; the inbox is told at once by the live updates. */
const sweepMs = 3_000;

/** Sent beside one another: a gateway may take five seconds for each, and an alarm must not wait for all of them in turn. */
const width = 8;

/** Waits before a channel that could not send is tried again. After the last one the inbox alone has the notice. */
const retryMs = [60_000, 5 * 60_000, 30 * 60_000] as const;

/**
 * Sends what is due by the channels beside the inbox. Each notice is taken by one process, and each channel tries once
 * unless it says that it has surely sent nothing. When it is tried again stands in the notice, not in memory.
 */
export function sendingWorker(deps: SendingDeps) {
  async function sendDue(): Promise<void> {
    while (!turns.isStopping()) {
      const due = await deps.notices.due(deps.now());
      if (due.length === 0) return;
      await inLanes(due, width, takeAndSend);
    }
  }

  async function takeAndSend(id: string): Promise<void> {
    if (turns.isStopping()) return;
    const notice = await deps.notices.take(id, deps.now());
    if (notice) await sendOne(notice);
  }

  async function sendOne(notice: NoticeRecord): Promise<void> {
    const { sendBy, tries = 0, county, household, at } = notice;
    // told in the evening, it would ring in the morning; the inbox has it
    if (household && (await deps.isQuiet(county, household, at))) return;
    const later: string[] = [];
    const open = deps.channels.filter(({ name }) => sendBy?.includes(name) ?? true);
    for (const channel of open.filter((one) => one.isFor(notice))) {
      const sending = await channel.send(notice).catch(() => 'FAILED' as const);
      deps.count?.(channel.name, sending);
      if (sending === 'LATER') later.push(channel.name);
    }
    const wait = retryMs[tries];
    if (later.length === 0 || wait === undefined) return;
    await deps.notices.sendLater(notice, { at: new Date(deps.now().getTime() + wait), by: later, tries: tries + 1 });
  }

  const onError = (error: unknown) => deps.log.warn({ err: error }, 'sending notices');
  const turns = repeatedly(sweepMs, sendDue, { onError, first: 'AT_ONCE' });

  return {
    name: 'notice-sending',
    start: turns.start,
    /** Sends what is due now; for tests and for tools. */
    sendDue,
    stop: turns.stop,
  };
}
