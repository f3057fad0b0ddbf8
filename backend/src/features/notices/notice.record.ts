import type { NoticeAudience } from '@grid-relief/shared-types/notices/notice-codes';

export type NoticeValues = Readonly<Record<string, string | number>>;

/** A message of one person's inbox: a code and values without personal data; the app has the words. */
export interface NoticeRecord {
  /** Derived from its cause and the person: a second delivery of the cause finds it there. */
  readonly _id: string;
  readonly county: string;
  readonly person: string;
  readonly code: string;
  /** Whom it addresses; absent on notices written before there was one. */
  readonly audience?: NoticeAudience;
  readonly values: NoticeValues;
  readonly record?: string;
  readonly urgent: boolean;
  readonly at: Date;
  /** Present while nobody has read it: the index of unread ones holds nothing else. */
  readonly unread?: true;
  readonly readAt?: Date;
  /** The home it is told to; absent where a role or somebody by name is. */
  readonly household?: string;
  /** What it asks for something about: its record, and the home that is asked. Absent where it only tells, or was withdrawn. */
  readonly asks?: readonly string[];
  /** Since when nobody is asked for it any more. */
  readonly withdrawnAt?: Date;
  /** When it goes out by the other channels; absent once somebody took that on. */
  readonly sendDue?: Date;
  /** Channels that will be tried again when it is due; absent: all of them. */
  readonly sendBy?: readonly string[];
  /** How often a channel asked to be tried later. */
  readonly tries?: number;
}

/** One acceptance of a one-time message is worth one message (handbook 4.7). */
export interface CreditRecord {
  /** The person. */
  readonly _id: string;
  readonly county: string;
  /** Messages left by template; the key is a hash of the template's id. */
  readonly credits: ReadonlyMap<string, number>;
  readonly ops: readonly { readonly opId: string; readonly inputHash: string }[];
}
