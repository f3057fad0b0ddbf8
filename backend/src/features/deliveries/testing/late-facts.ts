import type { BookRow } from './checks';
import {
  aDelivery,
  anId,
  collection,
  does,
  get,
  now,
  post,
  receipt,
  type Scene,
  type Somebody,
  settle,
  somebody,
  stored,
  wait,
} from './scene';

/** A late fact as a list of them shows it. */
export type Fact = { readonly id: string; readonly fact: string; readonly actions: readonly string[] };
export const factsFor = async (person: Somebody): Promise<Fact[]> => (await get(person, '/late-facts')).body.items;
export const decide = (person: Somebody, id: string, action: string, more: object = {}) =>
  post(person, `/late-facts/${id}/${action}`, { opId: anId(), ...more });
export const bookOf = async (delivery: string) =>
  (await collection('ledger').find({ delivery }).toArray()) as unknown as BookRow[];
export const kinds = (rows: readonly BookRow[]) => rows.map(({ kind, amountFen }) => `${kind} ${amountFen}`).sort();

/** Says of the one open fact of this sort that it counts, and lets what follows be done. */
export async function apply(worker: Somebody, fact: string) {
  const found = (await factsFor(worker)).find((late) => late.fact === fact);
  const answer = await decide(worker, found?.id ?? '', 'apply');
  if (answer.status !== 200) throw new Error(`apply: ${answer.status} ${JSON.stringify(answer.body)}`);
  await settle();
  return found?.id ?? '';
}

/** Delivers once more what follows from a decision: a relay that died before it had said so. */
export async function deliverAgain(fact: string): Promise<void> {
  const entry = { id: `${anId()}.0`, kind: 'lateFact', due: now(), attempts: 0, payload: {} };
  await collection('lateFacts').updateOne({ _id: fact }, {
    $push: { outbox: entry },
    $set: { 'relay.due': now() },
  } as object);
  await settle();
}

/** A story with the two who settle what came late. */
export interface Watched extends Scene {
  readonly worker: Somebody;
  readonly cashier: Somebody;
}

/** Watched by a grid worker and a cashier. */
export const watched = async (scene: Scene): Promise<Watched> => ({
  ...scene,
  worker: await somebody('GRID_WORKER', scene.place),
  cashier: await somebody('COMMUNITY_CASHIER', scene.place),
});

/** Asked to stop, and three minutes of silence from the shop: taken as paid, by the estimate of 2300 fen. */
export async function takenAsPaid(more: object = {}): Promise<Watched> {
  const scene = await watched(await aDelivery('SHOPPING', more));
  await does(scene.resident, scene.id, 'ask-cancel');
  await wait(3);
  expect(await stored(scene.id)).toMatchObject({ state: 'PURCHASED', detail: { actualFen: 2300 } });
  return scene;
}

export const eggsFor = (actualFen: number) =>
  receipt({
    lines: [
      { line: 'eggs', outcome: 'FOUND', actualFen },
      { line: 'noodles', outcome: 'LEFT_OUT' },
    ],
  });
