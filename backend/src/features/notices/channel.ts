import type { NoticeRecord } from './notice.record';

/**
 * What became of a message on one channel. Only `LATER` is tried again: it has surely not been sent. Of the others a
 * message twice would be worse than one missed, since the inbox has it.
 */
export type Sending = 'SENT' | 'NO_ADDRESS' | 'NO_CREDIT' | 'LATER' | 'FAILED';

/** A way to reach a person beside the inbox. What it throws counts as `FAILED`. */
export interface Channel {
  readonly name: string;
  /** Whether it is a way for such a notice; what no channel is for waits for none. */
  isFor(notice: Pick<NoticeRecord, 'code' | 'urgent'>): boolean;
  send(notice: NoticeRecord): Promise<Sending>;
}
