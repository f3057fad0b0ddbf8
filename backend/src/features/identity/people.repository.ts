import type { Connection } from 'mongoose';
import { destroyedText } from '../../masks';
import { trustedFilter } from '../../platform/database/trusted-filter';
import type { FieldVault } from '../../platform/encryption';
import { identityModels } from './identity.model';
import type { PersonRecord } from './identity.record';
import { isDuplicate } from './one-time-code.repository';

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
  save(person: OpenPerson, at: Date): Promise<void>;
  /** Opens the records of several people; unknown ids are left out. */
  open(county: string, ids: readonly string[]): Promise<Map<string, OpenPerson>>;
  /** The hash under which an openid is known now: goes into a bind ticket instead of the openid. */
  ownerHash(kind: OwnedKind, value: string): Promise<string>;
  /** Claims by a hash that `ownerHash` gave. */
  claimHash(hash: string, person: string): Promise<string>;
}

export type OwnedKind = 'phone' | 'openid';

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
      const owners = await models.owners.find(trustedFilter({ county, _id: { $in: candidates } })).lean();
      return candidates.flatMap((hash) => owners.find(({ _id }) => _id === hash)?.person ?? [])[0];
    },
    async ownerHash(kind, value) {
      const [oldest = ''] = await hashes(kind, value);
      return oldest;
    },
    async save({ id, county: home, name, phone }, at) {
      const cipher = await vault.of(home, 'account');
      const sealed = {
        ...(name === '' ? {} : { name: cipher.seal(name, `${id}/name`) }),
        phone: cipher.seal(phone, `${id}/phone`),
        phoneIndex: cipher.blindIndexes('phone', phone),
      };
      await models.people.updateOne(
        { _id: id, county: home },
        { $set: sealed, $setOnInsert: { createdAt: at } },
        { upsert: true },
      );
    },
    async open(home, ids) {
      const records = await models.people.find(trustedFilter({ county: home, _id: { $in: [...ids] } })).lean();
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
