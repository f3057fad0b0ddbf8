import type { Address } from '@grid-relief/shared-types/households/household.schema';
import type { Connection } from 'mongoose';
import { withIds } from '../../platform/database';
import { trustedFilter } from '../../platform/database/trusted-filter';
import type { FieldVault } from '../../platform/encryption';
import { homesOfAreas } from './homes-of-areas';
import { householdModel } from './household.model';
import type { OpenHousehold, PlainHousehold } from './household.record';
import { opened, plain, plainFields, sealedFields, withQuarantine } from './household.sealing';
import { homes, type ListQuery, pageByDoor } from './page-by-door';

export interface AddressCorrection {
  readonly county: string;
  readonly household: string;
  readonly address: Address;
  /** Who corrected it, a person's id or SYSTEM. */
  readonly by: string;
  readonly opId: string;
  readonly at: Date;
}

/** So often a text that others write as well is read anew. */
const writeTries = 5;

/** Households; all that is personal is sealed on the way in and opened on the way out. */
export function householdRepository(connection: Connection, vault: FieldVault) {
  const households = householdModel(connection);

  async function saveMany(many: readonly OpenHousehold[], at: Date): Promise<void> {
    if (many.length === 0) return;
    const counties = [...new Set(many.map(({ county }) => county))];
    const ciphers = new Map(
      await Promise.all(counties.map(async (county) => [county, await vault.of(county, 'epidemic')] as const)),
    );
    const writes = many.flatMap((household) => {
      const cipher = ciphers.get(household.county);
      if (!cipher) return [];
      const update = { $set: sealedFields(household, cipher), $setOnInsert: { createdAt: at } };
      return { updateOne: { filter: { _id: household._id, county: household.county }, update, upsert: true } };
    });
    await households.bulkWrite(writes, { ordered: false });
  }

  return {
    /** Repeatable: a household that is there is written again. */
    save: (household: OpenHousehold, at: Date): Promise<void> => saveMany([household], at),
    /** The same for many of one or more counties in one go: for seeds and imports. */
    saveMany,
    /** A new version of the address; the old one is kept, sealed as it was. A repeat changes nothing. */
    async correctAddress({ county, household: id, address, by, opId, at }: AddressCorrection): Promise<void> {
      const cipher = await vault.of(county, 'epidemic');
      const sealed = cipher.seal(JSON.stringify(address), `${id}/address`);
      const former = { address: '$address', until: { $literal: at }, by: { $literal: by }, opId: { $literal: opId } };
      await households.updateOne(
        trustedFilter({ _id: id, county, 'formerAddresses.opId': { $ne: opId } }),
        [
          {
            $set: {
              address: { $literal: sealed },
              formerAddresses: { $concatArrays: [{ $ifNull: ['$formerAddresses', []] }, [former]] },
            },
          },
        ],
        { updatePipeline: true },
      );
    },
    /** Whether somebody of the home is in quarantine there: the rules of its door follow. Never at a post. Repeatable. */
    async setInQuarantine(county: string, id: string, isInQuarantine: boolean): Promise<void> {
      const cipher = await vault.of(county, 'epidemic');
      for (let tried = 0; tried < writeTries; tried++) {
        const record = await households.findOne(trustedFilter({ _id: id, county, ...homes }), { facts: 1 }).lean();
        const facts = record && withQuarantine(record, isInQuarantine, cipher);
        if (!record || !facts) return;
        // the other facts are in the same text: whoever wrote them meanwhile is not overwritten
        const filter = trustedFilter({ _id: id, county, facts: record.facts });
        const { matchedCount } = await households.updateOne(filter, { $set: { facts } });
        if (matchedCount === 1) return;
      }
      throw new Error('the household changed each time');
    },
    /** With everything in plain text. */
    async open(county: string, ids: readonly string[]): Promise<OpenHousehold[]> {
      const records = await households.find(trustedFilter(withIds(county, ids))).lean();
      const cipher = await vault.of(county, 'epidemic');
      return records.map((record) => opened(record, cipher));
    },
    /** Without its contact, for decisions. */
    async find(county: string, id: string): Promise<PlainHousehold | undefined> {
      const found = await households.findOne({ _id: id, county }, plainFields).lean();
      return found ? plain(found, await vault.of(county, 'epidemic')) : undefined;
    },
    /** Short signs of doors by household, for lists. */
    async doorCodes(county: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const filter = trustedFilter(withIds(county, ids));
      const found = await households.find(filter, plainFields).lean();
      const cipher = await vault.of(county, 'epidemic');
      return new Map(found.map((record) => [record._id, plain(record, cipher).doorCode]));
    },
    ...homesOfAreas(households, vault),
    /** One page by building and door. */
    async list(query: ListQuery): Promise<PlainHousehold[]> {
      return pageByDoor(households, await vault.of(query.county, 'epidemic'), query);
    },
  };
}

export type HouseholdRepository = ReturnType<typeof householdRepository>;
