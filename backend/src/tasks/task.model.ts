import type { RouteReason } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type * as z from '@grid-relief/shared-types/zod';
import mongoose, { type Connection, type Model } from 'mongoose';
import type { Assignment, Tracked } from '../lifecycle';
import { relayIndex } from '../outbox/collections';
import { indexPlan } from '../platform/database';

/** Kinds of assignable work; each has its own `detail` and lifecycle (handbook: architecture 6). */
export type TaskKind = 'DELIVERY' | 'RUN' | 'HANDOVER_LEG' | 'PICKUP_SLOT' | 'CHAIN_LINK' | 'SENSOR_ALERT';

export type TaskAssignment = Omit<Assignment, 'reason'> & {
  /** Offers in a row that nobody took; the ladder opens its next rung by it. */
  readonly misses?: number;
  /** Who let an offer run out: the router asks others, the pool stays open to them. */
  readonly missedBy?: readonly string[];
  /** How the router came to this person. */
  readonly reason?: z.infer<typeof RouteReason>;
};

/** The shared part of all assignable work, with what only its kind knows in `detail`. */
export interface Task<Detail = unknown> extends Tracked {
  readonly kind: TaskKind;
  readonly assignment: TaskAssignment;
  /** 0 is the most urgent (handbook 4.3). */
  readonly priority: number;
  readonly dueAt?: Date;
  readonly createdAt: Date;
  /** Since when it looks for somebody, or waits for the grid worker. */
  readonly waitingSince: Date;
  /** The run that carries it; its members take no seat of their own. */
  readonly run?: string;
  readonly detail: Detail;
}

const free = mongoose.Schema.Types.Mixed;

const schema = new mongoose.Schema<Task>(
  {
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
    needs: { skills: [String], ppe: Number, loop: String },
    assignment: {
      offeredTo: String,
      expiresAt: Date,
      assignee: String,
      claimOp: String,
      excluded: [String],
      rung: Number,
      misses: Number,
      missedBy: { type: [String], default: undefined },
      reason: free,
    },
    priority: Number,
    dueAt: Date,
    createdAt: Date,
    waitingSince: Date,
    run: String,
    detail: free,
    history: [free],
    outbox: [free],
    parked: [free],
    relay: { due: Date, lease: Date, owner: String },
  },
  { collection: 'tasks', strict: 'throw', versionKey: false, minimize: false },
);

/** The model of all assignable work on one connection. Writes go through the lifecycle engine. */
export function taskModel(connection: Connection): Model<Task> {
  return connection.models.Task ?? connection.model<Task>('Task', schema);
}

/** One plan for every kind: a new kind adds content to `detail`, an index only for a list that no other serves. */
export const taskIndexes = indexPlan('tasks', [
  { key: { county: 1, scope: 1, kind: 1, state: 1, priority: 1, waitingSince: 1 } },
  { key: { county: 1, 'assignment.assignee': 1, state: 1 } },
  { key: { county: 1, 'assignment.offeredTo': 1, state: 1 } },
  { key: { county: 1, household: 1, createdAt: -1 } },
  // links past their time, for the board: few among all that were ever made. Not partial by kind: with such an index
  // SecantusDB 0.5.3 answers queries that name the kind and not all of the key with nothing
  { key: { county: 1, scope: 1, kind: 1, dueAt: 1 } },
  // goods counted in lately, of the whole county some dozens a week; the time stands first, so that nothing else asks it
  {
    key: { 'detail.countedInAt': -1, county: 1, scope: 1 },
    partialFilterExpression: { 'detail.countedInAt': { $exists: true } },
  },
  { key: { county: 1, run: 1 }, partialFilterExpression: { run: { $exists: true } } },
  relayIndex,
]);
