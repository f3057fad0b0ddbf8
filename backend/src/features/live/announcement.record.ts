/** That a record changed, and who may care; never what is in it (handbook 10). */
export interface AnnouncementRecord {
  /** Record and revision: a second delivery of the cause finds it there. */
  readonly _id: string;
  readonly county: string;
  readonly topics: readonly string[];
  readonly record: string;
  readonly kind: string;
  readonly revision: number;
  /** The machine's time at writing. */
  readonly at: Date;
}

/** How long a client may be away and still catch up, in milliseconds. */
export const announcementLifeMs = 60 * 60 * 1000;
