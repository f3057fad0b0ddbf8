import { anId, as, at, act as onEpisode, setTheStage, settle, stateOf, theApp } from '../episodes/testing/stage';
import { act, aPair, type Pair, proposed, see } from './testing/pair';

setTheStage();

/** The shorter of the pair ends now, and nothing has been delivered: whoever asks first decides. */
const shortEnds = at('2022-08-13 06:21');
/** So many pairs race at once. */
const pairsAtOnce = 8;

interface Ready {
  readonly pair: Pair;
  readonly id: string;
}

/** A pair whose merge was looked at and waits for somebody to apply it. */
async function ready(): Promise<Ready> {
  const pair = await aPair();
  const id = await proposed(pair);
  await act(pair.short.worker, id, 'preview');
  return { pair, id };
}

const revisionOf = async ({ pair, id }: Ready): Promise<number> => (await see(pair.short.leader, id)).body.revision;
async function apply({ pair, id }: Ready, revision: number) {
  return as(pair.short.leader, 'POST', `/person-merges/${id}/apply`, { opId: anId(), revision });
}
const release = ({ pair: { short } }: Ready) => onEpisode(short.worker, short.id, 'release');
const states = async ({ pair, id }: Ready) => [
  await stateOf(pair.short.id),
  (await see(pair.short.leader, id)).body.state,
];

const restore: (() => void)[] = [];
afterEach(() => {
  for (const undo of restore.splice(0).reverse()) undo();
});

/** Holds the next write to a collection that an action makes, once everything about it is decided. */
function heldWrite(name: string) {
  const { db } = theApp().connection;
  if (!db) throw new Error('there is no database');
  const before = db.collection;
  let isArmed = true;
  const gate: { reached?: () => void; go?: () => void } = {};
  const reached = new Promise<void>((done) => {
    gate.reached = done;
  });
  const opened = new Promise<void>((done) => {
    gate.go = done;
  });
  const watched = (...given: Parameters<typeof before>) => {
    const found = before.apply(db, given);
    if (given[0] !== name || !isArmed) return found;
    const write = found.findOneAndUpdate.bind(found) as (...all: unknown[]) => Promise<unknown>;
    const held = async (...all: unknown[]) => {
      if (isArmed) {
        isArmed = false;
        gate.reached?.();
        await opened;
      }
      return write(...all);
    };
    return Object.assign(found, { findOneAndUpdate: held });
  };
  Object.assign(db, { collection: watched });
  restore.push(() => Object.assign(db, { collection: before }));
  return { reached, go: () => gate.go?.() };
}

describe('a release and a merge in one instant', () => {
  test('the merge is applied while a release is about to be written: the later end holds', async () => {
    const both = await ready();
    theApp().clock.set(shortEnds);
    const held = heldWrite('episodes');
    const releasing = release(both);
    await held.reached;
    expect((await apply(both, await revisionOf(both))).status).toBe(200);
    held.go();
    expect(await releasing).toMatchObject({ status: 409, body: { next: 'wait' } });
    expect(await states(both)).toEqual(['HOME_ACTIVE', 'APPLIED']);
    await settle();
    expect(await states(both)).toEqual(['HOME_ACTIVE', 'APPLIED']);
  });

  test('whoever had read the merge before the release was decided looks again', async () => {
    const both = await ready();
    const before = await revisionOf(both);
    theApp().clock.set(shortEnds);
    const held = heldWrite('episodes');
    const releasing = release(both);
    await held.reached;
    expect((await apply(both, before)).body.type).toMatch(/changed-meanwhile$/);
    held.go();
    expect((await releasing).status).toBe(200);
    expect(await states(both)).toEqual(['RELEASED', 'PREVIEWED']);
  });

  test('the release is written while the merge is about to be: the merge is looked at again', async () => {
    const both = await ready();
    theApp().clock.set(shortEnds);
    const held = heldWrite('personMerges');
    const applying = apply(both, await revisionOf(both));
    await held.reached;
    expect((await release(both)).status).toBe(200);
    held.go();
    expect((await applying).body.type).toMatch(/changed-meanwhile$/);
    expect(await states(both)).toEqual(['RELEASED', 'PREVIEWED']);
    const { body } = await act(both.pair.short.worker, both.id, 'preview');
    expect(body.view.counts).toContainEqual({ kind: 'EPISODE', first: 0, second: 1 });
  });

  test('both are about to be written, decided by what was before: the merge comes too late', async () => {
    const both = await ready();
    theApp().clock.set(shortEnds);
    const heldMerge = heldWrite('personMerges');
    const applying = apply(both, await revisionOf(both));
    await heldMerge.reached;
    const heldRelease = heldWrite('episodes');
    const releasing = release(both);
    await heldRelease.reached;
    heldMerge.go();
    expect((await applying).status).toBe(409);
    heldRelease.go();
    expect((await releasing).status).toBe(200);
    expect(await states(both)).toEqual(['RELEASED', 'PREVIEWED']);
  });

  test('raced by many: never is one released whose merge is in force', async () => {
    const all: Ready[] = [];
    for (let nth = 0; nth < pairsAtOnce; nth++) all.push(await ready());
    const revisions = await Promise.all(all.map(revisionOf));
    theApp().clock.set(shortEnds);
    await Promise.all(all.flatMap((both, nth) => [apply(both, revisions[nth] ?? 0), release(both)]));
    for (const both of all) {
      expect([
        ['HOME_ACTIVE', 'APPLIED'],
        ['RELEASED', 'PREVIEWED'],
      ]).toContainEqual(await states(both));
    }
  });
});
