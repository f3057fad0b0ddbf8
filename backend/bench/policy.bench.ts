import { randomBytes } from 'node:crypto';
import { addMinutes, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import type { Connection } from 'mongoose';
import {
  openPolicyBook,
  type PolicyChangeDeps,
  policyHandlers,
  policyRepository,
  storeFirstPolicy,
} from '../src/features/policies';
import { type OpenEpisodeFacts, presets, recount, ruleOn, ruleUnder } from '../src/features/quarantine';
import { outboxRecords } from '../src/outbox/records';
import { deliverBatch } from '../src/outbox/relay';
import { fieldVault, masterKey } from '../src/platform/encryption';
import { county, newId } from './sample';
import type { Comparison } from './side-by-side';

const mostSeconds = 60;
const dayMinutes = 24 * 60;

/** An open episode, with as much of it as a change reads and writes. */
interface Kept {
  readonly _id: string;
  readonly county: string;
  readonly facts: OpenEpisodeFacts;
  /** Operations that have moved it. */
  readonly moves: readonly string[];
}

const nobodyNamed = async () => new Map<string, string>();

/** A change of set that moves everybody in quarantine, beside one bulk write of the same documents. */
export async function policyBench(connection: Connection, size: number): Promise<Comparison[]> {
  const at = minuteOf(new Date());
  await fillEpisodes(connection, size, at);
  const theirs = await seconds(() => inOneWrite(connection, at));
  await connection.collection('benchEpisodes').deleteMany({});
  await fillEpisodes(connection, size, at);
  const ours = await seconds(() => applied(connection, at));
  const moved = await episodesOf(connection).countDocuments({ 'facts.basis.policyCode': 'V8_NATIONAL' });
  const once = await episodesOf(connection).countDocuments({ moves: { $size: 1 } });
  if (moved !== size || once !== size) throw new Error(`${moved} of ${size} were moved, ${once} of them once`);
  const named = { goal: 'policy', what: `a change of set moves ${size.toLocaleString('en')} people, each once` };
  return [
    {
      ...{ ...named, peer: 'one bulk write of the same documents', unit: 's', ours, theirs, ratio: ours / theirs },
      ...{ passLine: `≤ ${mostSeconds} s`, reached: ours <= mostSeconds },
    },
  ];
}

const episodesOf = (connection: Connection) => connection.collection<Kept>('benchEpisodes');

async function fillEpisodes(connection: Connection, size: number, at: Date): Promise<void> {
  const set = presets.find(({ code }) => code === 'SX_2022_SPRING');
  const rule = set && ruleOn(set, 'HIGH_RISK_STAY', '2022-06-20');
  if (!set || !rule) throw new Error('the set of the sample has no such row');
  const { dayOneRule, missedTestHour } = set.parameters;
  const episodes = Array.from({ length: size }, (_, i): Kept => {
    const anchor = addMinutes(at, -(i % 10) * dayMinutes - 60);
    const basis = { category: rule.category, policyCode: set.code, policyVersion: 1 };
    const count = { anchor, foundAt: anchor, phases: rule.phases, dayOneRule, missedTestHour };
    const facts = { basis: { ...basis, reason: { code: 'RISK_STAY' as const, values: {} } }, count };
    return { _id: newId(), county, facts, moves: [] };
  });
  await episodesOf(connection).insertMany(episodes);
}

/** What would be written, worked out and sent at once: nothing of it is resumed, kept or proved. */
async function inOneWrite(connection: Connection, at: Date): Promise<void> {
  const policy = presets.find(({ code }) => code === 'V8_NATIONAL');
  if (!policy) throw new Error('there is no such set');
  const all = await episodesOf(connection).find({}).toArray();
  const operations = all.map(({ _id, facts }) => {
    const { count, newBasis } = recount(facts, ruleUnder(policy, facts, at), { at });
    return { updateOne: { filter: { _id }, update: { $set: { facts: { basis: newBasis, count } } } } };
  });
  await episodesOf(connection).bulkWrite(operations as never, { ordered: false }); // typed by the schema of one field
}

/** The change as the relay delivers it: dealt out in parts, each person by one guarded write. */
async function applied(connection: Connection, at: Date): Promise<void> {
  const deps = await depsOf(connection);
  const handlers = policyHandlers(deps);
  await insertChange(connection, at);
  const kinds = Object.entries(handlers).map(([kind, deliver]) => [
    kind,
    { deliver: (entry: never, document: never) => deliver(document, entry) },
  ]);
  const records = outboxRecords(connection, 'policyChanges');
  const how = { handlers: Object.fromEntries(kinds), now: deps.now };
  for (let taken = 1; taken > 0; ) taken = await deliverBatch(records, how);
}

async function depsOf(connection: Connection): Promise<PolicyChangeDeps> {
  const now = () => new Date();
  const policies = policyRepository(connection);
  await storeFirstPolicy(policies, county, now());
  const vault = fieldVault(connection, masterKey(randomBytes(32)), now);
  const episodes = episodesOf(connection);
  return {
    ...{
      connection,
      now,
      policies,
      book: openPolicyBook(policies, now),
      namesOf: nobodyNamed,
      staffNames: nobodyNamed,
    },
    seal: async (place, words) => (await vault.of(place, 'epidemic')).seal(words, 'bench'),
    unseal: async (place, sealed) => (await vault.of(place, 'epidemic')).open(sealed, 'bench'),
    recordLook: async () => undefined,
    async *concerned(_county, _by, only) {
      const found = episodes.find(only ? { _id: { $in: [...only] } } : {});
      for await (const { _id: id, facts } of found) yield { id, kind: 'EPISODE', facts: { episode: facts } };
    },
    async applyTo(_county, { id }, { recount: counted }, { opId }) {
      const facts = { basis: counted?.newBasis, count: counted?.count };
      const update = { $set: { facts }, $push: { moves: opId } };
      await episodes.updateOne({ _id: id, moves: { $ne: opId } }, update as never);
    },
  };
}

async function insertChange(connection: Connection, at: Date): Promise<void> {
  const id = newId();
  const entry = { id: `${id}.0`, kind: 'policySpread', due: at, attempts: 0, payload: {} };
  const wanted = { of: 'SET', code: 'V8_NATIONAL', version: 1 };
  await connection.collection<Readonly<Record<string, unknown>> & { _id: string }>('policyChanges').insertOne({
    ...{ _id: id, county, kind: 'POLICY_CHANGE', state: 'APPLIED', area: county, scope: [county], revision: 3 },
    ...{ enteredBy: id, history: [], outbox: [entry], relay: { due: at }, createdAt: at },
    detail: { wanted, preparedBy: newId(), draftHash: 'x', approvedBy: newId(), takesEffectAt: at },
  });
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
