import type { Connection } from 'mongoose';
import { isDuplicate, servedFilter } from '../../platform/database';
import { trustedFilter } from '../../platform/database/trusted-filter';
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

/** Looked for one by one, each read all that were due: a night's notices in the morning, a thousand times. */
const listedTogether = 50;

/** A filter of notices that one of their indexes serves. */
const served = (filter: object) => servedFilter('notices', filter);

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
      if (people.length === 0) return;
      const update = { $set: { readAt: at }, $unset: { unread: 1 } };
      const earlier = { county, unread: true, code, record, at: { $lt: until } };
      await notices.bulkWrite(
        people.map((person) => ({ updateMany: { filter: served({ ...earlier, person }), update } })),
        { ordered: false },
      );
    },

    /** Takes back what people were asked for, read or not: nothing rings any more, and nothing counts as new. */
    async withdraw(county: string, { about, codes, until }: Withdrawn, now: Date): Promise<void> {
      await notices.updateMany(
        served({
          ...{ county, asks: about },
          ...(codes ? { code: { $in: [...codes] } } : {}),
          ...(until ? { at: { $lte: until } } : {}),
        }),
        { $set: { withdrawnAt: now }, $unset: { asks: 1, unread: 1, sendDue: 1 } },
      );
    },

    page(county: string, person: string, limit: number, after?: NoticeMark): Promise<NoticeRecord[]> {
      const older = after ? { $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after.id } }] } : {};
      return notices
        .find(served({ county, person, ...older }))
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<NoticeRecord[]>()
        .exec();
    },

    unread: (county: string, person: string): Promise<number> =>
      notices
        .countDocuments(served({ county, person, unread: true }))
        .limit(unreadLimit)
        .exec(),

    async markRead(county: string, person: string, upTo: Date, now: Date): Promise<void> {
      await notices.updateMany(served({ county, person, unread: true, at: { $lte: upTo } }), {
        $set: { readAt: now },
        $unset: { unread: 1 },
      });
    },

    /** These channels try again at this time, unless it was withdrawn meanwhile; another process may be the one. */
    async sendLater({ _id, county }: NoticeRecord, again: { at: Date; by: readonly string[]; tries: number }) {
      const { at: sendDue, by: sendBy, tries } = again;
      const stillAsked = trustedFilter({ _id, county, withdrawnAt: { $exists: false } });
      await notices.updateOne(stillAsked, { $set: { sendDue, sendBy: [...sendBy], tries } });
    },

    /** Ids of some that are due on the other channels, those first that wait longest; another process may take them. */
    async due(now: Date): Promise<string[]> {
      const found = notices.find(trustedFilter({ sendDue: { $lte: now } }), { _id: 1 });
      const waiting = await found.sort({ sendDue: 1, _id: 1 }).limit(listedTogether).lean();
      return waiting.map(({ _id }) => _id);
    },

    /** Takes one that is due, right before it is sent: whoever is killed then has lost this one. Nobody else gets it again. */
    take(_id: string, now: Date): Promise<NoticeRecord | null> {
      const ifDue = trustedFilter({ _id, sendDue: { $lte: now } });
      return notices
        .findOneAndUpdate(ifDue, { $unset: { sendDue: 1 } })
        .lean<NoticeRecord>()
        .exec();
    },
  };
}
export type NoticeRepository = ReturnType<typeof noticeRepository>;
