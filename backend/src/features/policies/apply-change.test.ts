import { addMinutes, latest, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import fc from 'fast-check';
import type { WithOutbox } from '../../outbox';
import { testCounty } from '../../testing/test-app';
import { type OpenEpisodeFacts, planOf, presets, ruleOn } from '../quarantine';
import { someCount } from '../quarantine/testing/arbitraries';
import type { PolicyChange } from './policy-change';
import { anEpisode, openScene, type PolicyScene } from './testing/policy-scene';

/** Changes tried with people at random; GRID_RELIEF_POLICY_RUNS=150 makes the long run. */
const runs = Number(process.env.GRID_RELIEF_POLICY_RUNS ?? 12);
jest.setTimeout(120_000 + runs * 10_000);

let scene: PolicyScene;
beforeAll(async () => {
  scene = await openScene();
});
beforeEach(() => scene.sweep());
afterAll(() => scene.app.close());

const now = () => scene.app.clock.now();
const records = () => scene.app.connection.collection<{ _id: string }>('policyChanges');
const endOf = ({ count }: OpenEpisodeFacts) => planOf(count).endsAt.getTime();

/** A change to this set that a head has approved just now, and who answers for whom. */
async function approved(code: string, named: readonly string[], at = minuteOf(now())): Promise<PolicyChange> {
  const head = scene.app.anId();
  const id = scene.app.anId();
  const entry = { id: `${id}.0`, kind: 'policySpread', due: at, attempts: 0, payload: {} };
  await records().insertOne({
    ...{ _id: id, county: testCounty, kind: 'POLICY_CHANGE', state: 'APPLIED', area: testCounty, scope: [testCounty] },
    ...{
      revision: 3,
      enteredBy: id,
      needs: { skills: [], ppe: 0 },
      assignment: { excluded: [], rung: 0 },
      history: [],
    },
    ...{ outbox: [entry], relay: { due: at }, createdAt: at },
    detail: {
      ...{
        wanted: { of: 'SET', code, version: 1 },
        preparedBy: head,
        draftHash: 'x',
        approvedBy: head,
        takesEffectAt: at,
      },
      longer: { by: head, named },
    },
  } as never);
  return (await records().findOne({ _id: id })) as never;
}

/** Delivers once more everything a change has made: what a relay does that was killed before it had said so. */
async function again({ _id }: PolicyChange): Promise<void> {
  const all = (await records().find({}).toArray()) as unknown as (WithOutbox & { readonly about?: string })[];
  const { policySpread, policyBatch } = scene.policies.handlers;
  const entry = { id: 'again', kind: 'again', due: now(), attempts: 1, payload: {} };
  const batches = all.filter(({ about }) => about === _id);
  for (const change of all.filter((one) => one._id === _id)) await policySpread(change, entry);
  for (const batch of batches) await policyBatch(batch, entry);
  expect(batches.length).toBeGreaterThan(0);
}

const enabled = presets.filter((set) => set.enabled);
const someEpisode = fc
  .tuple(someCount, fc.constantFrom(...enabled), fc.nat(), fc.integer({ min: -2, max: 25 }))
  .map(([count, set, nth, daysAgo]): OpenEpisodeFacts => {
    const rules = set.rules.filter(({ phases }) => phases.length > 0);
    const rule = rules[nth % rules.length];
    if (!rule) throw new Error('a set without rules');
    const anchor = addMinutes(new Date('2022-06-20T03:17:00Z'), -daysAgo * 24 * 60);
    const shift = anchor.getTime() - count.anchor.getTime();
    const foundAt = new Date(count.foundAt.getTime() + shift);
    return {
      basis: {
        category: rule.category,
        policyCode: set.code,
        policyVersion: 1,
        reason: { code: 'CONTACT', values: {} },
      },
      count: { ...count, anchor, foundAt, phases: rule.phases },
    };
  });

interface Subject {
  readonly id: string;
  readonly episode: OpenEpisodeFacts;
  readonly isNamed: boolean;
}

/** What handbook 5.7 says of one person's end, before and after. */
function checkEnd({ id, episode, isNamed }: Subject, at: number, head: string | undefined): void {
  const kept = scene.people.episodes.get(id);
  if (!kept) throw new Error('somebody is gone');
  const before = endOf(episode);
  const after = kept.endedAt ? Math.min(before, at) : endOf(kept.episode);
  if (after < before) expect(after).toBeGreaterThanOrEqual(Math.min(at, before));
  if (after > before) expect([isNamed, head]).toEqual([true, approverOf(id)]);
}

test('whatever changes for whom: once, never earlier than the change, never later without a named head', async () => {
  const moved = { shorter: 0, longer: 0 };
  const property = fc.asyncProperty(
    fc.array(fc.tuple(someEpisode, fc.boolean()), { minLength: 4, maxLength: 12 }),
    fc.constantFrom(...enabled.map(({ code }) => code)),
    async (everybody, code) => {
      await scene.sweep();
      scene.app.clock.set(new Date('2022-06-20T03:17:00Z'));
      const people = everybody.map(([episode, isNamed]) => ({ id: scene.app.anId(), episode, isNamed }));
      for (const { id, episode } of people) scene.people.episodes.set(id, { episode });
      travellers(2);
      const named = people.filter(({ isNamed }) => isNamed).map(({ id }) => id);
      const change = await approved(code, named);
      await scene.settle();
      const [first, done] = [structuredClone([...scene.people.episodes]), scene.people.done()];
      for (const one of people) checkEnd(one, now().getTime(), change.detail.longer?.by);
      await again(change);
      await scene.app.connection.collection('policyMoves').updateMany({}, { $unset: { doneAt: '' } });
      await again(change);
      expect([...scene.people.episodes]).toEqual(first);
      expect(scene.people.done()).toEqual(done);
      expect(new Set(done.map(({ one }) => one)).size).toBe(done.length);
      moved.shorter += done.filter(({ outcome }) => outcome.kind === 'SHORTENED').length;
      moved.longer += done.filter(({ outcome }) => outcome.kind === 'LENGTHENED').length;
    },
  );
  await fc.assert(property, { numRuns: runs, seed: 7 });
  // or the laws above were never put to the test
  expect(Math.min(moved.shorter, moved.longer)).toBeGreaterThan(1);
});

const approverOf = (id: string) => scene.people.done().find(({ one }) => one === id)?.because.approver;

/** So many on the way, of whom no record says that they have been judged anew: only the operation tells. */
function travellers(size: number): string[] {
  return Array.from({ length: size }, () => {
    const id = scene.app.anId();
    const stay = { id: 'stay', place: ['陕西省', '西安市'], from: addMinutes(now(), -9 * 24 * 60), to: now() };
    scene.people.travellers.set(id, { stays: [stay], contacts: [], specialGroups: [] });
    return id;
  });
}

/** So many in quarantine, all of whom the change shortens. */
function crowd(size: number): string[] {
  return Array.from({ length: size }, () => {
    const id = scene.app.anId();
    scene.people.episodes.set(id, { episode: anEpisode('SX_2022_SPRING', 'HIGH_RISK_STAY', 5, now()) });
    return id;
  });
}

test('when the process dies in the middle, what is left is done afterwards, and nobody twice', async () => {
  const ids = crowd(100);
  const all = [...ids, ...travellers(30)];
  const change = await approved('V8_NATIONAL', []);
  scene.people.beforeEach((_one, call) => {
    // each part dies once: before it has marked anything as done
    if (call % 43 === 0 && call < 260) throw new Error('the process is gone');
  });
  for (let round = 0; round < 30; round++) {
    scene.app.clock.advance(10 * 60_000);
    await scene.deliverOnce();
  }
  expect(scene.people.done()).toHaveLength(all.length);
  expect(scene.people.calls()).toBeGreaterThan(all.length);
  const rule = ruleOn(
    presets.find(({ code }) => code === 'V8_NATIONAL') ?? { rules: [] },
    'HIGH_RISK_STAY',
    '2022-06-20',
  );
  for (const id of ids) expect(scene.people.episodes.get(id)?.episode.count.phases).toEqual(rule?.phases);
  const rows = await scene.app.connection.collection('policyMoves').find({ change: change._id }).toArray();
  expect(rows).toHaveLength(all.length);
  expect(rows.filter(({ doneAt, decided }) => doneAt && decided.kind === 'SHORTENED')).toHaveLength(ids.length);
});

test('when what was meant is written and nothing done, it is still written as it was meant', async () => {
  const [id] = crowd(1);
  if (!id) throw new Error('nobody is there');
  const change = await approved('V8_NATIONAL', []);
  await scene.settle();
  const moves = scene.app.connection.collection('policyMoves');
  await moves.updateMany({}, { $unset: { doneAt: '' } });
  await again(change);
  const [row] = await moves.find({ change: change._id }).toArray();
  expect(row?.decided.kind).toBe('SHORTENED');
  expect(row?.doneAt).toBeInstanceOf(Date);
});

test('the end that a change gives is that of its rule, or the change itself where that is past', async () => {
  const ids = [3, 10, 15, 20].map((days) => {
    const id = scene.app.anId();
    scene.people.episodes.set(id, { episode: anEpisode('SX_2022_SPRING', 'HIGH_RISK_STAY', days, now()) });
    return id;
  });
  const at = minuteOf(now());
  await approved('V8_NATIONAL', []);
  await scene.settle();
  for (const id of ids) {
    const kept = scene.people.episodes.get(id)?.episode;
    if (!kept) throw new Error('somebody is gone');
    const byRule = addMinutes(minuteOf(kept.count.anchor), 14 * 24 * 60);
    expect(endOf(kept)).toBe(latest(byRule, at).getTime());
  }
});
