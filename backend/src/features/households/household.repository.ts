import { setImmediate as breath } from 'node:timers/promises';
import { Address } from '@grid-relief/shared-types/households/household.schema';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { destroyedText, maskName } from '../../masks';
import { trustedFilter } from '../../platform/database/trusted-filter';
import type { FieldCipher, FieldVault } from '../../platform/encryption';
import { householdModel } from './household.model';
import type { HouseholdFacts, HouseholdRecord, OpenHousehold, PlainHousehold } from './household.record';

export interface AddressCorrection {
  readonly county: string;
  readonly household: string;
  readonly address: Address;
  /** Who corrected it, a person's id or SYSTEM. */
  readonly by: string;
  readonly opId: string;
  readonly at: Date;
}

/** Where a household stands in the order of a list. */
export type DoorPlace = Pick<PlainHousehold, 'area' | 'doorCode' | '_id'>;

export interface ListQuery {
  readonly county: string;
  /** Any of these areas. */
  readonly areas: readonly string[];
  /** Beginning of the door code. */
  readonly door?: string | undefined;
  readonly after?: DoorPlace | undefined;
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

/** What stands where the facts were destroyed with their purpose. */
const destroyedFacts: HouseholdFacts = {
  ...{ doorCode: destroyedText, nameMasked: destroyedText },
  ...{ needs: [], inQuarantine: false, size: 0 },
};

/** So many are opened between two other tasks. */
const openedAtOnce = 500;

/** Households; all that is personal is sealed on the way in and opened on the way out. */
export function householdRepository(connection: Connection, vault: FieldVault) {
  const households = householdModel(connection);
  const plainFields = { county: 1, area: 1, scope: 1, facts: 1 } as const;

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
    /** Without its contact, for decisions. */
    async find(county: string, id: string): Promise<PlainHousehold | undefined> {
      const found = await households.findOne({ _id: id, county }, plainFields).lean();
      return found ? plain(found, await vault.of(county, 'epidemic')) : undefined;
    },
    /** Short signs of doors by household, for lists. */
    async doorCodes(county: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const filter = trustedFilter({ county, _id: { $in: [...ids] } });
      const found = await households.find(filter, plainFields).lean();
      const cipher = await vault.of(county, 'epidemic');
      return new Map(found.map((record) => [record._id, plain(record, cipher).doorCode]));
    },
    /** All households of an area, nothing but who they are: for who takes turns. */
    async idsIn(county: string, area: string): Promise<string[]> {
      const found = await households.find(trustedFilter({ county, scope: area }), { _id: 1 }).lean();
      return found.map(({ _id }) => _id);
    },
    /**
     * One page by building and door. Doors are sealed, so what a page opens is the doors of the buildings it shows, also
     * for a township; only a search for a door goes through as many as it takes.
     */
    async list({ county, areas, door = '', after, limit }: ListQuery): Promise<PlainHousehold[]> {
      const from = after ? { area: { $gte: after.area } } : {};
      const filter = trustedFilter({ county, scope: { $in: [...areas] }, ...from });
      const cipher = await vault.of(county, 'epidemic');
      const isWanted = (row: PlainHousehold) => row.doorCode.startsWith(door) && (!after || byDoor(row, after) > 0);
      const rows: PlainHousehold[] = [];
      let building: PlainHousehold[] = [];
      let count = 0;
      for await (const record of households.find(filter, plainFields).sort({ area: 1 }).lean().cursor()) {
        if (building[0] && building[0].area !== record.area) {
          rows.push(...building.filter(isWanted).sort(byDoor));
          building = [];
          if (rows.length >= limit) break;
        }
        building.push(plain(record, cipher));
        if (++count % openedAtOnce === 0) await breath();
      }
      rows.push(...building.filter(isWanted).sort(byDoor));
      return rows.slice(0, limit);
    },
  };
}

export type HouseholdRepository = ReturnType<typeof householdRepository>;

/** By building, then door, then id. Plain comparison: the order of a page must not depend on a language. */
function byDoor(a: DoorPlace, b: DoorPlace): number {
  if (a.area !== b.area) return a.area < b.area ? -1 : 1;
  if (a.doorCode !== b.doorCode) return a.doorCode < b.doorCode ? -1 : 1;
  if (a._id === b._id) return 0;
  return a._id < b._id ? -1 : 1;
}

/** What is stored of a household besides its id, its county and when it was first seen. */
function sealedFields(household: OpenHousehold, cipher: FieldCipher) {
  const { _id: id, county: _county, area, address, contactName, phone, ...facts } = household;
  const all: HouseholdFacts = { ...facts, nameMasked: maskName(contactName) };
  return {
    area,
    // the area passed its schema when the household was made
    scope: scopeOf(area as AreaId),
    contactName: cipher.seal(contactName, `${id}/contactName`),
    phone: cipher.seal(phone, `${id}/phone`),
    address: cipher.seal(JSON.stringify(address), `${id}/address`),
    facts: cipher.seal(JSON.stringify(all), `${id}/facts`),
  };
}

function plain(
  { _id, county, area, scope, facts }: Pick<HouseholdRecord, '_id' | 'county' | 'area' | 'scope' | 'facts'>,
  cipher: FieldCipher,
): PlainHousehold {
  const text = cipher.open(facts, `${_id}/facts`);
  // sealed above, and by nobody else
  const opened = text === undefined ? destroyedFacts : (JSON.parse(text) as HouseholdFacts);
  return { _id, county, area, scope, ...opened };
}

function opened(record: HouseholdRecord, cipher: FieldCipher): OpenHousehold {
  const { nameMasked: _masked, scope: _scope, ...facts } = plain(record, cipher);
  const field = (name: 'contactName' | 'phone' | 'address') => cipher.open(record[name], `${record._id}/${name}`);
  const address = field('address');
  return {
    ...facts,
    contactName: field('contactName') ?? destroyedText,
    phone: field('phone') ?? destroyedText,
    address: address === undefined ? destroyedAddress : Address.parse(JSON.parse(address)),
  };
}
