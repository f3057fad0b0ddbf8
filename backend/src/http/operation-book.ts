import { createHmac, type KeyObject } from 'node:crypto';
import type { Endpoint } from '@grid-relief/shared-types/contract';
import { problems } from '@grid-relief/shared-types/problems';
import type { Connection } from 'mongoose';
import { canonicalText, type PersonActor, recordsIn, untilKnown } from '../lifecycle';
import type { Clock } from '../platform/clock';
import { indexPlan, isDuplicate } from '../platform/database';
import type { RawInput } from './parse-input';
import { Problem } from './problem';

/** How long an operation is remembered: a phone that was offline over a long weekend still finds it. Seconds. */
const keptSeconds = 7 * 24 * 60 * 60;
const collectionName = 'operations';

/** One operation that was asked for, by whom and with what; never what was answered, which may hold personal data. */
interface OperationRecord {
  /** The client-made operation id. */
  readonly _id: string;
  readonly county: string;
  readonly by: string;
  readonly inputHash: string;
  readonly at: Date;
}

/** Lets every operation be one thing: the same id never means two different requests (handbook 4). */
export interface OperationBook {
  /** Endpoint, path, query and body in one keyed word. */
  fingerprint(endpoint: Endpoint, input: RawInput): string;
  /**
   * Does the work of a request that carries an operation which no record's history will remember.
   * @param actor with the fingerprint of this request
   * @throws Problem op-id-reused when the operation was somebody else's or asked for something else; outcome-unknown
   */
  once<T>(endpoint: Endpoint, actor: PersonActor, input: RawInput, work: () => Promise<T>): Promise<T>;
}

/**
 * The book of operations. Actions of a lifecycle are remembered in their record's own history, for ever; everything
 * else that carries an opId is remembered here, at the door, so that no feature can forget it.
 * @param key fingerprints are keyed: a body may be one phone number, and a bare hash of that is as good as the number
 * @param machineNow the machine's clock, because the database forgets by it
 */
export function operationBook(connection: Connection, key: KeyObject, machineNow: Clock): OperationBook {
  const records = () => recordsIn<OperationRecord>(connection.collection(collectionName));

  /** @returns whether this request is the first of its operation */
  async function remember(wanted: OperationRecord): Promise<boolean> {
    try {
      await records().insertOne(wanted);
      return true;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    const kept = await records().findOne({ _id: wanted._id });
    // the first was refused between the two: the id is free again
    if (!kept) return remember(wanted);
    if (kept.by !== wanted.by || kept.inputHash !== wanted.inputHash) throw new Problem('op-id-reused');
    return false;
  }

  /** A refused request has done nothing: corrected, it may come again under the same id, as an act may. */
  async function forget({ _id, inputHash }: OperationRecord): Promise<void> {
    // what cannot be forgotten now costs the client a new id, and must not hide why it was refused
    await records()
      .deleteOne({ _id, inputHash })
      .catch(() => undefined);
  }

  return {
    fingerprint: (endpoint, input) => fingerprintOf(key, endpoint, input),
    async once(endpoint, { county, personId: by, asked }, input, work) {
      const opId = opIdOf(endpoint, input);
      if (opId === undefined || asked === undefined) return work();
      const wanted = { _id: opId, county, by, inputHash: asked, at: machineNow() };
      const isFirst = await untilKnown(() => remember(wanted));
      try {
        return await work();
      } catch (error) {
        if (isFirst && isRefusal(error)) await forget(wanted);
        throw error;
      }
    },
  };
}

/** Which endpoint, on what, with what. Raw bytes are left to their feature, which hashes them beside the event loop. */
function fingerprintOf(key: KeyObject, { name, accepts }: Endpoint, { params, query, body }: RawInput): string {
  const said = canonicalText([name, params, query, accepts ? null : body]);
  return createHmac('sha256', key).update(said).digest('base64url');
}

/** undefined: an action, whose record remembers it, or an endpoint without operations. */
function opIdOf({ access }: Endpoint, { body }: RawInput): string | undefined {
  if (typeof access === 'object' && 'machine' in access) return undefined;
  if (typeof body !== 'object' || body === null || !('opId' in body)) return undefined;
  return typeof body.opId === 'string' ? body.opId : undefined;
}

function isRefusal(error: unknown): boolean {
  return error instanceof Problem && problems[error.type].status < 500;
}

export const operationIndexes = indexPlan(collectionName, [{ key: { at: 1 }, expireAfterSeconds: keptSeconds }]);
