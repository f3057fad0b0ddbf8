import { Address } from '@grid-relief/shared-types/households/household.schema';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { destroyedText, maskName } from '../../masks';
import { trustedFilter } from '../../platform/database/trusted-filter';
import type { FieldCipher, FieldVault } from '../../platform/encryption';
import { householdModel } from './household.model';
import type { HouseholdRecord, OpenHousehold } from './household.record';

/** What a list row and every decision need: nothing sealed besides the masked name. */
export type PlainHousehold = Omit<HouseholdRecord, 'contactName' | 'phone' | 'address' | 'nameMasked' | 'createdAt'> & {
  readonly nameMasked: string;
};

export interface AddressCorrection {
  readonly county: string;
  readonly household: string;
  readonly address: Address;
  /** Who corrected it, a person's id or SYSTEM. */
  readonly by: string;
  readonly opId: string;
  readonly at: Date;
}

export interface ListQuery {
  readonly county: string;
  /** Any of these areas. */
  readonly areas: readonly string[];
  /** Beginning of the door code. */
  readonly door?: string | undefined;
  readonly after?: { readonly doorCode: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** What stands where an address was destroyed with its purpose. */
const destroyedAddress: Address = {
  compound: destroyedText,
  building: destroyedText,
  unit: destroyedText,
  floor: 0,
  room: destroyedText,
};

/** Households; names, phones and doors are sealed on the way in and opened on the way out. */
export function householdRepository(connection: Connection, vault: FieldVault) {
  const households = householdModel(connection);
  const plainFields = { contactName: 0, phone: 0, address: 0, createdAt: 0, formerAddresses: 0 } as const;

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
    /** With everything in plain text. */
    async open(county: string, ids: readonly string[]): Promise<OpenHousehold[]> {
      const records = await households.find(trustedFilter({ county, _id: { $in: [...ids] } })).lean();
      const cipher = await vault.of(county, 'epidemic');
      return records.map((record) => opened(record, cipher));
    },
    /** Without anything sealed, for decisions. */
    async find(county: string, id: string): Promise<Omit<PlainHousehold, 'nameMasked'> | undefined> {
      const found = await households.findOne({ _id: id, county }, { ...plainFields, nameMasked: 0 }).lean();
      return found ?? undefined;
    },
    /** Short signs of doors by household, for lists. */
    async doorCodes(county: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const filter = trustedFilter({ county, _id: { $in: [...ids] } });
      const found = await households.find(filter, { doorCode: 1 }).lean();
      return new Map(found.map(({ _id, doorCode }) => [_id, doorCode]));
    },
    /** One page by door. */
    async list({ county, areas, door, after, limit }: ListQuery): Promise<PlainHousehold[]> {
      const from = door === undefined ? {} : { doorCode: { $gte: door, $lt: `${door}\uffff` } };
      const next = after
        ? { $or: [{ doorCode: { $gt: after.doorCode } }, { doorCode: after.doorCode, _id: { $gt: after.id } }] }
        : {};
      const rows = await households
        .find(trustedFilter({ county, scope: { $in: [...areas] }, ...from, ...next }), plainFields)
        .sort({ doorCode: 1, _id: 1 })
        .limit(limit)
        .lean();
      const cipher = await vault.of(county, 'epidemic');
      return rows.map((row) => ({
        ...row,
        nameMasked: cipher.open(row.nameMasked, `${row._id}/nameMasked`) ?? destroyedText,
      }));
    },
  };
}

export type HouseholdRepository = ReturnType<typeof householdRepository>;

/** What is stored of a household besides its id, its county and when it was first seen. */
function sealedFields(household: OpenHousehold, cipher: FieldCipher) {
  const { _id: id, county: _county, area, medicineRunsOut, address, contactName, phone, ...plain } = household;
  return {
    ...plain,
    area,
    // the area passed its schema when the household was made
    scope: scopeOf(area as AreaId),
    contactName: cipher.seal(contactName, `${id}/contactName`),
    phone: cipher.seal(phone, `${id}/phone`),
    address: cipher.seal(JSON.stringify(address), `${id}/address`),
    nameMasked: cipher.seal(maskName(contactName), `${id}/nameMasked`),
    ...(medicineRunsOut ? { medicineRunsOut } : {}),
  };
}

function opened(record: HouseholdRecord, cipher: FieldCipher): OpenHousehold {
  const { _id, county, area, doorCode, needs, inQuarantine, size, medicineRunsOut } = record;
  const field = (name: 'contactName' | 'phone' | 'address') => cipher.open(record[name], `${_id}/${name}`);
  const address = field('address');
  return {
    _id,
    county,
    area,
    doorCode,
    needs,
    inQuarantine,
    size,
    medicineRunsOut,
    contactName: field('contactName') ?? destroyedText,
    phone: field('phone') ?? destroyedText,
    address: address === undefined ? destroyedAddress : Address.parse(JSON.parse(address)),
  };
}
