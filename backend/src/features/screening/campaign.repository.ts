import type { Connection } from 'mongoose';
import { partsIn, recordModel } from '../../acting';
import { recordsIn } from '../../lifecycle';
import { type Campaign, goesOn, campaignKind as kind, screeningCollection } from './campaign';
import type { HomeAt } from './screening.deps';

export const partKind = 'SCREENING_PART' as const;
/** Some screenings for each of the townships of an epidemic. */
const listedAtMost = 500;

/** So many homes to be put on the list, or so many visits to be handed up. */
export type PartWork =
  | { readonly what: 'LIST'; readonly homes: readonly HomeAt[] }
  | { readonly what: 'END'; readonly visits: readonly string[] };

/** Reads of screenings and of the parts of their work; screenings are written by `campaigns`. */
export function campaignRepository(connection: Connection) {
  const { collection } = recordModel(connection, screeningCollection);
  const records = recordsIn<Campaign>(collection);
  const parts = partsIn<PartWork>(collection, partKind, 'screeningPart');
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    /** Those of the county, the latest first. */
    all: (county: string): Promise<Campaign[]> =>
      records.find({ county, scope: county, kind }).sort({ _id: -1 }).limit(listedAtMost).toArray(),
    /** Whose doors are worked through now. */
    async going(county: string): Promise<string[]> {
      const filter = { county, scope: county, kind, state: { $in: [...goesOn] } };
      const found = await records.find(filter).project<{ _id: string }>({ _id: 1 }).limit(listedAtMost).toArray();
      return found.map(({ _id }) => _id);
    },
    part: parts.byId,
    /** The same work makes the same part, so that asking again adds nothing. */
    addPart: (campaign: Campaign, detail: PartWork, now: Date): Promise<void> => {
      const ones = detail.what === 'LIST' ? detail.homes.map(({ household }) => household) : detail.visits;
      return parts.add(campaign, [detail.what, ...ones], detail, now);
    },
  };
}
