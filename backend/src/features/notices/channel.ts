import type { NoticeRecord } from './notice.record';

/**
 * What became of a message on one channel. Only `LATER` is tried again: it has surely not been sent. Of the others a
 * message twice would be worse than one missed, since the inbox has it.
 */
export type Sending = 'SENT' | 'NOT_FOR_THIS' | 'NO_ADDRESS' | 'NO_CREDIT' | 'LATER' | 'FAILED';

/** A way to reach a person beside the inbox. What it throws counts as `FAILED`. */
export interface Channel {
  readonly name: string;
  send(notice: NoticeRecord): Promise<Sending>;
}
