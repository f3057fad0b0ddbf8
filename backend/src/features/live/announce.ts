import * as z from '@grid-relief/shared-types/zod';
import type { AnnouncementRecord } from './announcement.record';
import type { AnnouncementRepository } from './announcement.repository';
import { areaTopic, householdTopic, personTopic } from './topics';

/** Payload of an outbox entry of the kind `announce`. */
export const AnnouncePayload = z.object({
  record: z.string(),
  kind: z.string(),
  revision: z.int(),
  /** The record's area with all areas above it. */
  scope: z._default(z.array(z.string()), []),
  household: z.optional(z.string()),
  /** People it concerns now or concerned just before: holders, those it is offered to, who let go of it. */
  people: z._default(z.array(z.string()), []),
});
export type AnnouncePayload = z.input<typeof AnnouncePayload>;

/** What is to be announced, and in which county. */
export interface AnnounceCause {
  readonly county: string;
  readonly payload: AnnouncePayload;
}

/** Tells every process that records have new revisions; repeatable. @throws when a payload is not one */
export async function announce(
  announcements: Pick<AnnouncementRepository, 'add'>,
  causes: readonly AnnounceCause[],
  at: Date,
): Promise<void> {
  await announcements.add(causes.map((cause) => announcementOf(cause, at)));
}

function announcementOf({ county, payload }: AnnounceCause, at: Date): AnnouncementRecord {
  const { record, kind, revision, scope, household, people } = AnnouncePayload.parse(payload);
  const topics = [
    ...people.map(personTopic),
    ...(household ? [householdTopic(household)] : []),
    ...scope.map(areaTopic),
  ];
  return { _id: `${record}.${revision}`, county, topics, record, kind, revision, at };
}
