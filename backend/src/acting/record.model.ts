import mongoose, { type Connection, type Model } from 'mongoose';
import type { Tracked } from '../lifecycle';
import { relayIndex } from '../outbox/collections';
import { indexPlan } from '../platform/database';

/**
 * A record with a lifecycle that is no work in itself: somebody who comes, somebody in quarantine, a room, a sensor.
 * What somebody has to do about it is a task (see `tasks`).
 */
export interface TrackedRecord<Detail = unknown> extends Tracked {
  readonly createdAt: Date;
  /** The end of the time limit that runs now; a list of what is late is sorted by it. */
  readonly dueAt?: Date;
  /** The record it belongs to, e.g. the traveller of an episode. */
  readonly about?: string;
  /** Keyed hash of an identity number or a phone, by which the same person is found again; never the plain text. */
  readonly keys?: readonly string[];
  readonly detail: Detail;
}

const free = mongoose.Schema.Types.Mixed;

const shape = {
  _id: { type: String, required: true },
  county: { type: String, required: true },
  kind: { type: String, required: true },
  variant: String,
  state: { type: String, required: true },
  revision: Number,
  enteredBy: String,
  area: String,
  scope: [String],
  household: String,
  parties: { type: [String], default: undefined },
  about: String,
  keys: { type: [String], default: undefined },
  needs: { skills: [String], ppe: Number, loop: String },
  assignment: {
    assignee: String,
    claimOp: String,
    excluded: [String],
    rung: Number,
  },
  createdAt: Date,
  dueAt: Date,
  detail: free,
  history: [free],
  outbox: [free],
  parked: [free],
  relay: { due: Date, lease: Date, owner: String },
};

/** The model of one collection of such records on one connection. Writes go through the lifecycle engine. */
export function recordModel(connection: Connection, collection: string): Model<TrackedRecord> {
  const name = `Record:${collection}`;
  const schema = () =>
    new mongoose.Schema<TrackedRecord>(shape, { collection, strict: 'throw', versionKey: false, minimize: false });
  return connection.models[name] ?? connection.model<TrackedRecord>(name, schema());
}

/** The same indexes for each such collection: by area and state, by household, by whom it is about, by who it is. */
export function recordIndexes(collection: string) {
  const where = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });
  return indexPlan(collection, [
    { key: { county: 1, scope: 1, kind: 1, state: 1, dueAt: 1 } },
    { key: { county: 1, household: 1, kind: 1 }, ...where('household') },
    { key: { county: 1, parties: 1, kind: 1 }, ...where('parties') },
    { key: { county: 1, about: 1, kind: 1 }, ...where('about') },
    { key: { county: 1, keys: 1, kind: 1 }, ...where('keys') },
    relayIndex,
  ]);
}
