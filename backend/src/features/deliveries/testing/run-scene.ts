import {
  aCarrier,
  aDraft,
  aHome,
  anId,
  aPlace,
  does,
  type Home,
  post,
  type Somebody,
  see,
  settle,
  shop,
  somebody,
  stored,
  submit,
} from './scene';

/** Two doors of one run, which its carrier has just accepted. */
export interface RunScene {
  readonly place: string;
  readonly homes: readonly [Home, Home];
  readonly ids: readonly [string, string];
  readonly run: string;
  readonly carrier: Somebody;
  readonly cashier: Somebody;
  readonly leader: Somebody;
}

/** Does an action of a run; `more` is its body beside the operation. */
export const onRun = (person: Somebody, run: string, action: string, more: object = {}) =>
  post(person, `/runs/${run}/${action}`, { opId: anId(), reason: { code: 'OTHER' }, ...more });

const eggs = { line: 'eggs', sku: 'eggs', name: '鸡蛋', unit: '斤', quantity: 1, substitution: { rule: 'NONE' } };

/** Asked for, joined to one run, locked by the grid leader and claimed. */
export async function aRun(more: object = {}): Promise<RunScene> {
  const place = aPlace();
  const homes = [await aHome(place, 'DIABETIC'), await aHome(place, 'DIABETIC')] as const;
  const drafts = homes.map(({ household }) => aDraft(household, { shop: shop(), lines: [eggs], ...more }));
  const [first = '', second = ''] = drafts.map(({ id }) => id);
  for (const [at, { resident }] of homes.entries()) await submit(resident, drafts[at] ?? {});
  await settle();
  const leader = await somebody('GRID_LEADER', place);
  const { run } = (await see(leader, first)).body;
  expect((await see(leader, second)).body).toMatchObject({ run, state: 'BATCHED' });
  const carrier = await aCarrier(place);
  expect(await onRun(leader, run, 'lock')).toMatchObject({ status: 200 });
  expect(await onRun(carrier, run, 'claim')).toMatchObject({ status: 200 });
  await settle();
  return {
    place,
    homes,
    ids: [first, second],
    run,
    carrier,
    cashier: await somebody('COMMUNITY_CASHIER', place),
    leader,
  };
}

/** Everything bought, and off to the doors. */
export async function toDoors({ carrier, run, ids }: RunScene): Promise<void> {
  await onRun(carrier, run, 'start-shopping');
  await settle();
  const lines = [{ line: 'eggs', outcome: 'FOUND' }];
  for (const id of ids) await does(carrier, id, 'purchase', { lines, receiptPhoto: anId(), bags: 1 });
  await onRun(carrier, run, 'start-doors');
  await settle();
}

/** The last door is done, and the money about to be counted. */
export async function toSettling(scene: RunScene): Promise<void> {
  await toDoors(scene);
  for (const id of scene.ids) await does(scene.carrier, id, 'drop', { photo: anId() });
  await settle();
  expect((await stored(scene.run)).state).toBe('SETTLING');
}
