import mongoose, { type Connection } from 'mongoose';
import { isDuplicate } from '../../platform/database';
import { noticeModels } from './notice.model';
import type { NoticeRecord } from './notice.record';

/** Where a page of the inbox begins: after this notice, newest first. */
export interface NoticeMark {
  readonly at: Date;
  readonly id: string;
}

/** What is said, whoever it is said to. */
type Told = Pick<NoticeRecord, 'county' | 'code' | 'at'> & { readonly record: string };

/** Which prompts are over: about a record or a home, all of them unless some are named. */
export interface Withdrawn {
  readonly about: string;
  readonly codes?: readonly string[] | undefined;
  /** Those told by then. */
  readonly until?: Date | undefined;
}

/** More than anybody reads; the app shows 99+. */
const unreadLimit = 100;

/** Reads and writes of inboxes. */
export function noticeRepository(connection: Connection) {
  const { notices } = noticeModels(connection);
  return {
    /** Stores notices; one that is there already stays as it is. */
    async add(rows: readonly NoticeRecord[]): Promise<void> {
      if (rows.length === 0) return;
      await notices.insertMany([...rows], { ordered: false }).catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
      });
    },

    /** Counts as read what these people were told before `until` with the same code of the same record. */
    async readEarlier({ county, code, record, at }: Told, people: readonly string[], until: Date): Promise<void> {
      await notices.updateMany(
        {
          county,
          person: mongoose.trusted({ $in: [...people] }),
          unread: true,
          code,
          record,
          at: mongoose.trusted({ $lt: until }),
        },
        { $set: { readAt: at }, $unset: { unread: 1 } },
      );
    },

    /** Takes back what people were asked for, read or not: nothing rings any more, and nothing counts as new. */
    async withdraw(county: string, { about, codes, until }: Withdrawn, now: Date): Promise<void> {
      await notices.updateMany(
        {
          county,
          asks: about,
          ...(codes ? { code: mongoose.trusted({ $in: [...codes] }) } : {}),
          ...(until ? { at: mongoose.trusted({ $lte: until }) } : {}),
        },
        { $set: { withdrawnAt: now }, $unset: { asks: 1, unread: 1, sendDue: 1 } },
      );
    },

    page(county: string, person: string, limit: number, after?: NoticeMark): Promise<NoticeRecord[]> {
      const older = after
        ? {
            $or: [
              { at: mongoose.trusted({ $lt: after.at }) },
              { at: after.at, _id: mongoose.trusted({ $lt: after.id }) },
            ],
          }
        : {};
      return notices
        .find({ county, person, ...older })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<NoticeRecord[]>()
        .exec();
    },

    unread: (county: string, person: string): Promise<number> =>
      notices.countDocuments({ county, person, unread: true }).limit(unreadLimit).exec(),

    async markRead(county: string, person: string, upTo: Date, now: Date): Promise<void> {
      await notices.updateMany(
        { county, person, unread: true, at: mongoose.trusted({ $lte: upTo }) },
        { $set: { readAt: now }, $unset: { unread: 1 } },
      );
    },

    /** These channels try again at this time, unless it was withdrawn meanwhile; another process may be the one. */
    async sendLater({ _id, county }: NoticeRecord, again: { at: Date; by: readonly string[]; tries: number }) {
      const { at: sendDue, by: sendBy, tries } = again;
      const stillAsked = { withdrawnAt: mongoose.trusted({ $exists: false }) };
      await notices.updateOne({ _id, county, ...stillAsked }, { $set: { sendDue, sendBy: [...sendBy], tries } });
    },

    /** Takes one notice that is due on the other channels; nobody else gets it again. */
    async takeDue(now: Date): Promise<NoticeRecord | null> {
      return notices
        .findOneAndUpdate(
          { sendDue: mongoose.trusted({ $lte: now }) },
          { $unset: { sendDue: 1 } },
          { sort: { sendDue: 1 } },
        )
        .lean<NoticeRecord>()
        .exec();
    },
  };
}
export type NoticeRepository = ReturnType<typeof noticeRepository>;
