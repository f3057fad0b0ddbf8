import * as z from '@grid-relief/shared-types/zod';
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

/** Tells every process that a record has a new revision; repeatable. @throws when the payload is not one */
export async function announce(
  announcements: Pick<AnnouncementRepository, 'add'>,
  { county, payload }: { readonly county: string; readonly payload: unknown },
  at: Date,
): Promise<void> {
  const { record, kind, revision, scope, household, people } = AnnouncePayload.parse(payload);
  const topics = [
    ...people.map(personTopic),
    ...(household ? [householdTopic(household)] : []),
    ...scope.map(areaTopic),
  ];
  await announcements.add({ _id: `${record}.${revision}`, county, topics, record, kind, revision, at });
}
