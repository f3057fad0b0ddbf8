import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { beginRecord, recordsIn } from '../../lifecycle';
import { addMissing } from '../../platform/database';
import { derivedId } from '../../platform/ids';
import { type Campaign, goesOn, campaignKind as kind, screeningCollection } from './campaign';
import type { HomeAt } from './screening.deps';

export const partKind = 'SCREENING_PART' as const;
/** Some screenings for each of the townships of an epidemic. */
const listedAtMost = 500;

/** So many homes to be put on the list, or so many visits to be handed up. */
export type PartWork =
  | { readonly what: 'LIST'; readonly homes: readonly HomeAt[] }
  | { readonly what: 'END'; readonly visits: readonly string[] };

/** One part of a long piece of work; it ends with its outbox. */
export interface ScreeningPart {
  readonly _id: string;
  readonly county: string;
  readonly about: string;
  readonly detail: PartWork;
}

/** Reads of screenings and of the parts of their work; screenings are written by `campaigns`. */
export function campaignRepository(connection: Connection) {
  const { collection } = recordModel(connection, screeningCollection);
  const records = recordsIn<Campaign>(collection);
  const parts = recordsIn<ScreeningPart & { readonly kind: string }>(collection);
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
    part: (county: string, id: string) => parts.findOne({ _id: id, county, kind: partKind }),
    /** The same work makes the same part, so that asking again adds nothing. */
    async addPart({ _id: about, county, area }: Campaign, detail: PartWork, now: Date): Promise<void> {
      const ones = detail.what === 'LIST' ? detail.homes.map(({ household }) => household) : detail.visits;
      const id = derivedId(county, about, detail.what, ...ones);
      const beginning = { _id: id, county, kind: partKind, state: 'OPEN', area, scope: scopeOf(area as never) };
      const record = { ...beginRecord(beginning, [{ kind: 'screeningPart' }], now), createdAt: now, about, detail };
      await addMissing(records, [record]);
    },
  };
}
