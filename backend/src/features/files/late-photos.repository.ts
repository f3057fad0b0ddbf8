import type { Connection } from 'mongoose';
import { type LateFact, lateFactCollection, recordsIn } from '../../lifecycle';
import type { FileFacts } from './file.repository';

/**
 * Of these quarantines, those to which whoever sent this file has reported with it too late: the fact is kept with the
 * photo it names (handbook 2).
 */
export function latePhotos(connection: Connection) {
  const facts = recordsIn<LateFact>(connection.collection(lateFactCollection));
  return async ({ _id, county, by }: FileFacts, quarantines: readonly string[]): Promise<string[]> => {
    if (quarantines.length === 0) return [];
    const meant = { 'fact.record': { $in: [...quarantines] }, 'fact.action': 'reportHealth', 'fact.by': by };
    const found = await facts.find({ county, ...meant, 'fact.input.selfTestPhoto': _id } as object).toArray();
    return found.map(({ fact }) => fact.record);
  };
}
