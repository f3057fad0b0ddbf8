import type { Connection } from 'mongoose';
import { destroyedText } from '../../masks';
import { isDuplicate, withIds } from '../../platform/database';
import { trustedFilter } from '../../platform/database/trusted-filter';
import type { FieldVault } from '../../platform/encryption';
import { identityModels } from './identity.model';
import type { PersonRecord } from './identity.record';

/** A person with name and phone in plain text: only for the person, or for whoever's look is recorded. */
export interface OpenPerson {
  readonly id: string;
  readonly county: string;
  /** Empty until somebody gave a name. */
  readonly name: string;
  readonly phone: string;
}

/** The people of the product: the only place where names and phones are kept, sealed (handbook 8). */
export interface People {
  /** Claims a phone for a person; answers whose it is now, which may be somebody else. */
  claim(kind: OwnedKind, value: string, person: string): Promise<string>;
  ownerOf(kind: OwnedKind, value: string): Promise<string | undefined>;
  /** The same for many phones: the owner of each, in the same order. Of two for one phone the first has it. */
  claimMany(kind: OwnedKind, wanted: readonly Claim[]): Promise<string[]>;
  save(person: OpenPerson, at: Date): Promise<void>;
  saveMany(many: readonly OpenPerson[], at: Date): Promise<void>;
  /** Opens the records of several people; unknown ids are left out. */
  open(county: string, ids: readonly string[]): Promise<Map<string, OpenPerson>>;
  /** The hash under which an openid is known now: goes into a bind ticket instead of the openid. */
  ownerHash(kind: OwnedKind, value: string): Promise<string>;
  /** Claims by a hash that `ownerHash` gave. */
  claimHash(hash: string, person: string): Promise<string>;
}

export type OwnedKind = 'phone' | 'openid';

/** A person who says that a phone or an openid is theirs. */
export interface Claim {
  readonly value: string;
  readonly person: string;
}

/**
 * @param county the county in which people register themselves: a sign-in names no county, so ownership of phones and
 * openids is kept in this one
 */
export function people(connection: Connection, vault: FieldVault, county: string): People {
  const models = identityModels(connection);

  async function claimHash(hash: string, person: string): Promise<string> {
    try {
      await models.owners.create({ _id: hash, county, person });
      return person;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const owner = await models.owners.findOne({ _id: hash, county }).lean();
      return owner?.person ?? person;
    }
  }

  /** Claims many hashes at once; answers who owns each of them now. */
  async function owning(ids: readonly string[], persons: readonly string[]): Promise<Map<string, string>> {
    const rows = ids.map((_id, at) => ({ _id, county, person: persons[at] ?? '' }));
    await models.owners.bulkWrite(
      // a row that is there keeps its owner
      rows.map(({ _id, ...row }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true } })),
      // in order, so that of two for one phone the first has it
      { ordered: true },
    );
    const owners = await models.owners.find(trustedFilter(withIds(county, ids))).lean();
    return new Map(owners.map(({ _id, person }) => [_id, person]));
  }

  async function saveMany(many: readonly OpenPerson[], at: Date): Promise<void> {
    if (many.length === 0) return;
    const writes = many.map(async ({ id, county: home, name, phone }) => {
      const cipher = await vault.of(home, 'account');
      const sealed = {
        ...(name === '' ? {} : { name: cipher.seal(name, `${id}/name`) }),
        phone: cipher.seal(phone, `${id}/phone`),
        phoneIndex: cipher.blindIndexes('phone', phone),
      };
      const update = { $set: sealed, $setOnInsert: { createdAt: at } };
      return { updateOne: { filter: { _id: id, county: home }, update, upsert: true } };
    });
    await models.people.bulkWrite(await Promise.all(writes), { ordered: false });
  }

  const hashes = async (kind: OwnedKind, value: string) =>
    (await vault.of(county, 'account')).blindIndexes(kind, value).map((hash) => `${kind}:${hash}`);

  return {
    claimHash,
    async claim(kind, value, person) {
      let owner = person;
      // oldest key first: it decides, also while two keys are in use
      for (const hash of await hashes(kind, value)) owner = await claimHash(hash, owner);
      return owner;
    },
    async ownerOf(kind, value) {
      const candidates = await hashes(kind, value);
      const owners = await models.owners.find(trustedFilter(withIds(county, candidates))).lean();
      return candidates.flatMap((hash) => owners.find(({ _id }) => _id === hash)?.person ?? [])[0];
    },
    async ownerHash(kind, value) {
      const [oldest = ''] = await hashes(kind, value);
      return oldest;
    },
    async claimMany(kind, wanted) {
      const named = await Promise.all(wanted.map(async ({ value }) => hashes(kind, value)));
      const owners = wanted.map(({ person }) => person);
      // oldest key first: it decides, also while two keys are in use
      for (const key of named[0]?.keys() ?? []) {
        const ids = named.map((ofOne) => ofOne[key] ?? '');
        const now = await owning(ids, owners);
        for (const [at, id] of ids.entries()) owners[at] = now.get(id) ?? owners[at] ?? '';
      }
      return owners;
    },
    save: (person, at) => saveMany([person], at),
    saveMany,
    async open(home, ids) {
      const records = await models.people.find(trustedFilter(withIds(home, ids))).lean();
      const cipher = await vault.of(home, 'account');
      return new Map(records.map((record) => [record._id, opened(record, cipher.open)]));
    },
  };
}

function opened(
  { _id, county, name, phone }: PersonRecord,
  open: (sealed: string, place: string) => string | undefined,
): OpenPerson {
  return {
    id: _id,
    county,
    name: name === undefined ? '' : (open(name, `${_id}/name`) ?? destroyedText),
    phone: open(phone, `${_id}/phone`) ?? destroyedText,
  };
}
