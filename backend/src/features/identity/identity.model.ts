import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';
import type { AccountRecord, OwnerRecord, PersonRecord } from './identity.record';

const text = { type: String, required: true } as const;
const through = { type: [String], default: undefined };
const grant = { _id: false, role: text, area: text, until: Date, team: String, change: String, through };
const household = { _id: false, household: text, relation: text, post: Boolean, as: String, consentedAt: Date };
const op = { _id: false, opId: text, by: text, inputHash: text, at: { type: Date, required: true } };
const options = { strict: 'throw', versionKey: false } as const;

const personSchema = new mongoose.Schema<PersonRecord>(
  {
    _id: text,
    county: text,
    name: String,
    phone: text,
    phoneIndex: [String],
    openid: String,
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
    endedSessions: { type: [String], default: undefined },
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
