import type { Connection } from 'mongoose';
import { isDuplicate, servedFilter } from '../../platform/database';
import { trustedFilter } from '../../platform/database/trusted-filter';
import { signInModels } from './sign-in.model';
import type { InvitationRecord } from './sign-in.record';

/** Invitations to roles. */
export function invitationRepository(connection: Connection) {
  const { invitations } = signInModels(connection);
  return {
    /** Stores an invitation; answers the one that is there, which is an earlier one for a repeat. */
    async add(fresh: InvitationRecord): Promise<InvitationRecord> {
      try {
        await invitations.create(fresh);
        return fresh;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const found = await invitations.findOne({ _id: fresh._id, county: fresh.county }).lean();
        return found ?? fresh;
      }
    },
    /** Marks an invitation as taken by a person; undefined: wrong code, run out, another's phone, or taken already. */
    async take(by: { person: string; county: string; phone: string; codeHash: string; at: Date }) {
      const { person, county, phone, codeHash, at } = by;
      const found = await invitations
        .findOneAndUpdate(
          servedFilter(invitations.collection.collectionName, {
            county,
            codeHash,
            phone,
            expiresAt: { $gt: at },
            $or: [{ acceptedBy: { $exists: false } }, { acceptedBy: person }],
          }),
          { $set: { acceptedBy: person, followsSince: at } },
          { returnDocument: 'after' },
        )
        .lean();
      return found ?? undefined;
    },
    /** Everything that follows is done, unless it was taken once more since. */
    async finished({ _id, county, followsSince }: InvitationRecord): Promise<void> {
      if (followsSince) await invitations.updateOne({ _id, county, followsSince }, { $unset: { followsSince: 1 } });
    },
    /** Taken so long ago, and not finished. */
    unfinished: (before: Date): Promise<InvitationRecord[]> =>
      invitations
        .find(trustedFilter({ followsSince: { $lte: before } }))
        .limit(50)
        .lean(),
  };
}

export type InvitationRepository = ReturnType<typeof invitationRepository>;
