import type { NoticeRecord } from './notice.record';

/** What became of a message on one channel. Only words for counting: none is repeated, the inbox has it anyway. */
export type Sending = 'SENT' | 'NOT_FOR_THIS' | 'NO_ADDRESS' | 'NO_CREDIT' | 'FAILED';

/** A way to reach a person beside the inbox. Never throws. */
export interface Channel {
  readonly name: string;
  send(notice: NoticeRecord): Promise<Sending>;
}
