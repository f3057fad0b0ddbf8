import type { Model } from 'mongoose';
import { trustedFilter } from '../../platform/database/trusted-filter';
import type { FieldVault } from '../../platform/encryption';
import type { HouseholdRecord } from './household.record';
import { plain, plainFields } from './household.sealing';
import { homes } from './page-by-door';

/** What is asked of all homes of whole areas: as little of each as the question needs. */
export function homesOfAreas(households: Model<HouseholdRecord>, vault: FieldVault) {
  return {
    /** All homes of an area, nothing but who they are: for who takes turns. */
    async idsIn(county: string, area: string): Promise<string[]> {
      const found = await households.find(trustedFilter({ county, scope: area, ...homes }), { _id: 1 }).lean();
      return found.map(({ _id }) => _id);
    },
    /** Where all homes of these areas lie, building by building; nothing is opened. For lists of a whole township. */
    async *placesIn(county: string, areas: readonly string[]): AsyncGenerator<{ household: string; area: string }> {
      const filter = trustedFilter({ county, scope: { $in: [...areas] }, ...homes });
      const found = households.find(filter, { area: 1 }).sort({ area: 1 }).lean().cursor();
      for await (const { _id: household, area } of found) yield { household, area };
    },
    /** How many live in each home of these areas; of a post only where it is. For counting: nothing else is read of them. */
    async *sizesIn(county: string, areas: readonly string[]): AsyncGenerator<{ area: string; people?: number }> {
      const cipher = await vault.of(county, 'epidemic');
      const filter = trustedFilter({ county, scope: { $in: [...areas] } });
      for await (const record of households
        .find(filter, { ...plainFields, isPost: 1 })
        .lean()
        .cursor()) {
        const { area, size: people } = plain(record, cipher);
        yield record.isPost ? { area } : { area, people };
      }
    },
  };
}
