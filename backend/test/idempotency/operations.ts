import type { Endpoint } from '@grid-relief/shared-types/contract';
import type { CallAnswer, TestApp } from '../../src/testing/test-app';
import { addressOf, type Json } from '../bad-input/sample-input';
import { type Cast, collectionOf } from '../role-matrix/cast';
import { bodyFor, type Move, mayMove, recordFor } from '../role-matrix/cells';
import { othersThan } from './others';

/** One operation that is allowed, ready to be sent as often as a test likes. */
export interface Operation {
  readonly name: string;
  readonly endpoint: Endpoint;
  /** The right body. */
  readonly body: unknown;
  /** Sends it: by whoever may, with the right body, unless named otherwise. */
  send(change?: Change): Promise<CallAnswer>;
  /** People who may call the same endpoint, or at least are signed in. */
  readonly others: readonly string[];
  /** How often it has had its effect. */
  effects(): Promise<number>;
}

export interface Change {
  readonly token?: string;
  readonly other?: boolean;
  readonly body?: unknown;
  /** Beside the right query. */
  readonly query?: Json;
}

/** What makes an operation of an endpoint that belongs to no lifecycle. */
export interface Plan {
  readonly endpoint: Endpoint;
  readonly token: string;
  readonly params?: Json;
  readonly query?: Json;
  readonly body: unknown;
  /** The same operation, asking for something else. */
  readonly other: unknown;
  /** Raw bodies name what they are. */
  readonly contentType?: string;
  readonly others: readonly string[];
  effects(): Promise<number>;
}

export function operationOf(app: TestApp, plan: Plan): Operation {
  const { endpoint, params = {}, query = {}, contentType } = plan;
  const headers = contentType ? { headers: { 'content-type': contentType } } : {};
  return {
    name: endpoint.name,
    endpoint,
    body: plan.body,
    others: plan.others,
    effects: plan.effects,
    send: ({ token = plan.token, other = false, body = other ? plan.other : plan.body, query: more = {} } = {}) =>
      app.call(endpoint.method, addressOf(endpoint, params, { ...query, ...more }), { token, body, ...headers }),
  };
}

interface Stored {
  readonly _id: string;
  readonly revision: number;
  readonly history: readonly { readonly opId: string }[];
}

/**
 * An action on a fresh record, by somebody who may take it.
 * @param turn which of those who stand alike are the others
 */
export async function operationOfMove(app: TestApp, cast: Cast, move: Move, turn = 0): Promise<Operation> {
  const player = cast.players.find((one) => mayMove(move, one));
  const [state] = move.rule.from;
  if (!player || !state) throw new Error(`nobody may ${move.action}`);
  const record = recordFor(app, cast, move, state);
  const records = app.connection.collection<Stored>(collectionOf(move.kind));
  await records.insertOne(record);
  const body = bodyFor(app, cast, move);
  return operationOf(app, {
    endpoint: move.endpoint,
    token: player.token,
    params: { id: record._id },
    body,
    other: { ...body, reason: { code: 'ANOTHER_REASON', words: '别的' } },
    others: othersThan(player, cast.players, turn).map(({ token }) => token),
    async effects() {
      const found = await records.findOne({ _id: record._id });
      const times = found?.history.filter(({ opId }) => opId === body.opId).length ?? 0;
      // a second effect that left no line in history would show in the revision
      return times === found?.revision ? times : Number.NaN;
    },
  });
}
