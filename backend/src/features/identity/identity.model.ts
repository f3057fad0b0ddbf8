import type { Role, Team } from '@grid-relief/shared-types/roles';
import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';

/** A person's name and phone, sealed; everything else refers to the id (handbook 8). */
export interface PersonRecord {
  readonly _id: string;
  readonly county: string;
  /** Sealed for the purpose `account`; absent until somebody gives a name. */
  readonly name?: string;
  readonly phone: string;
  /** Keyed hashes of the phone, one for each living index key; for look-up, never unique. */
  readonly phoneIndex: readonly string[];
  readonly createdAt: Date;
}

export interface StoredGrant {
  readonly role: Role;
  readonly area: string;
  readonly until?: Date;
  readonly team?: Team;
}

export const proxyRelations = ['CHILD', 'PARENT', 'SPOUSE', 'RELATIVE', 'NEIGHBOUR', 'FRIEND'] as const;
export type ProxyRelation = (typeof proxyRelations)[number];

export interface StoredHousehold {
  readonly household: string;
  readonly relation: 'OWN' | 'PROXY';
  /** How the person stands to the household spoken for; absent for the own one. */
  readonly as?: ProxyRelation;
  readonly consentedAt?: Date;
}

/** An operation done to an account, so that a repeat is recognised. */
export interface StoredOp {
  readonly opId: string;
  readonly by: string;
  readonly inputHash: string;
  readonly at: Date;
}

/** What a person may do. The version rises with every change; tokens name the one they were made under. */
export interface AccountRecord {
  readonly _id: string;
  readonly county: string;
  readonly grants: readonly StoredGrant[];
  readonly households: readonly StoredHousehold[];
  readonly version: number;
  /** Tokens made under an older version are refused: set by "sign out everywhere". */
  readonly tokensFrom: number;
  readonly blocked: boolean;
  /** Invitations taken: none can be taken twice, also after its grant ended. */
  readonly invitations: readonly string[];
  readonly ops: readonly StoredOp[];
  /** By the machine's clock: what other processes ask for to learn of changes. */
  readonly changedAt: Date;
}

/** Who owns a phone or an openid: one document whose `_id` is the keyed hash (handbook 8). */
export interface OwnerRecord {
  readonly _id: string;
  readonly county: string;
  readonly person: string;
}

const text = { type: String, required: true } as const;
const grant = { _id: false, role: text, area: text, until: Date, team: String };
const household = { _id: false, household: text, relation: text, as: String, consentedAt: Date };
const op = { _id: false, opId: text, by: text, inputHash: text, at: { type: Date, required: true } };
const options = { strict: 'throw', versionKey: false } as const;

const personSchema = new mongoose.Schema<PersonRecord>(
  {
    _id: text,
    county: text,
    name: String,
    phone: text,
    phoneIndex: [String],
    createdAt: { type: Date, required: true },
  },
  { ...options, collection: 'people' },
);

const accountSchema = new mongoose.Schema<AccountRecord>(
  {
    _id: text,
    county: text,
    grants: [grant],
    households: [household],
    version: { type: Number, required: true },
    tokensFrom: { type: Number, required: true },
    blocked: { type: Boolean, required: true },
    invitations: [String],
    ops: [op],
    changedAt: { type: Date, required: true },
  },
  { ...options, collection: 'accounts' },
);

const ownerSchema = new mongoose.Schema<OwnerRecord>(
  { _id: text, county: text, person: text },
  { ...options, collection: 'owners' },
);

/** The models on one connection. */
export function identityModels(connection: Connection): {
  people: Model<PersonRecord>;
  accounts: Model<AccountRecord>;
  owners: Model<OwnerRecord>;
} {
  const { models } = connection;
  return {
    people: models.Person ?? connection.model<PersonRecord>('Person', personSchema),
    accounts: models.Account ?? connection.model<AccountRecord>('Account', accountSchema),
    owners: models.Owner ?? connection.model<OwnerRecord>('Owner', ownerSchema),
  };
}

export const identityIndexes = [
  indexPlan('people', [{ key: { county: 1, phoneIndex: 1 } }]),
  indexPlan('accounts', [
    { key: { changedAt: 1 } },
    { key: { county: 1, 'grants.area': 1, _id: 1 } },
    { key: { county: 1, 'households.household': 1 } },
  ]),
  indexPlan('owners', [{ key: { county: 1, person: 1 } }]),
];
