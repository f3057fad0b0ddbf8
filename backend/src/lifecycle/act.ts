import type { Lifecycle } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { Problem } from '../http/problem';
import { type ActRequest, type ActResult, checkNeeds, type Prepared } from './act-request';
import { actFilter, actUpdate } from './act-update';
import { refusalOf, repeatOf } from './explain';
import { fingerprintOf } from './input-hash';
import { keptEarlier, recordLateFact } from './late-fact';
import { recordsIn } from './records';
import { receiptOf, type Tracked } from './tracked';
import { untilKnown } from './unknown-outcome';

/**
 * Does one action to one record: a single conditional write that checks state, role, area and relation, and also
 * stores who, when, why and what must follow (handbook 4). Safe to repeat with the same opId for ever.
 * @throws Problem not-found, not-allowed, transition-not-allowed, changed-meanwhile, offer-expired, op-id-reused,
 * invalid-input (a reason or revision is missing), outcome-unknown
 */
export async function act<S extends string, A extends string, D extends Tracked = Tracked>(
  request: ActRequest<S, A, D>,
): Promise<ActResult<D>> {
  const prepared = prepare(request);
  return untilKnown(() => attempt(prepared));
}

function prepare<S extends string, A extends string, D extends Tracked>(request: ActRequest<S, A, D>): Prepared<D> {
  const machine: Lifecycle = request.machine;
  const rule = machine.actions[request.action];
  if (!rule) throw new Error(`${machine.name} has no action ${request.action}`);
  // what the product does by itself is the same operation in a request and when the relay delivers it again
  const hash = fingerprintOf(request.actor, request.action, request.input);
  const prepared = { ...request, machine, rule, hash, kind: request.kind ?? machine.name };
  checkNeeds(prepared);
  return prepared;
}

async function attempt<D extends Tracked>(request: Prepared<D>): Promise<ActResult<D>> {
  return (await write(request)) ?? (await explain(request));
}

async function write<D extends Tracked>(request: Prepared<D>): Promise<ActResult<D> | undefined> {
  const filter = actFilter(request);
  // without a role there is nothing to try; whether the answer is 403, 404 or an old receipt needs the one read
  if (!filter) return undefined;
  // a fact that was kept as late must not become an act when the record fits again
  if (request.rule.fact && (await keptEarlier(request))) return undefined;
  const records = recordsIn(request.collection);
  const update = [...actUpdate(request)];
  const document = await records.findOneAndUpdate(filter, update, { returnDocument: 'after' });
  const entry = document?.history.find(({ opId }) => opId === request.opId);
  if (!document || !entry) return undefined;
  // the collection holds what its model says; D is the caller's name for it
  return { receipt: receiptOf(entry), document: document as Tracked as D, repeated: false };
}

/** On no match one read tells a repeat, a late fact, a refusal and a lost race apart. */
async function explain<D extends Tracked>(request: Prepared<D>): Promise<ActResult<D>> {
  const { id, kind, actor } = request;
  const found = await recordsIn(request.collection).findOne({ _id: id, county: actor.county, kind });
  if (!found) throw new Problem('not-found');
  // the collection holds what its model says; D is the caller's name for it
  const document = found as Tracked as D;
  const earlier = repeatOf(request, document) ?? (await recordLateFact(request, document));
  if (earlier) return earlier;
  throw refusalOf(request, document);
}
