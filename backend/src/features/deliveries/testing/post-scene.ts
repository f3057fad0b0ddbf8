import {
  aCarrier,
  aDraft,
  aPost,
  does,
  get,
  type Home,
  now,
  type Somebody,
  settle,
  somebody,
  stored,
  submit,
} from './scene';

const inMinutes = (minutes: number) => new Date(now().getTime() + minutes * 60_000).toISOString();

/** The draft of a meal for a post, wanted in three hours. */
export function aMeal({ household }: Pick<Home, 'household'>, more: object = {}) {
  const meal = { kind: 'MEAL', payMode: 'FREE', lines: [], headCount: 12, wantedBy: inMinutes(180) };
  return aDraft(household, { ...meal, ...more });
}

/** Asked for and looked at by the rules; nobody has it yet. */
export async function anOpenMeal(more: object = {}) {
  const post = await aPost();
  const draft = aMeal(post, more);
  const answer = await submit(post.resident, draft);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  await settle();
  return { ...post, id: draft.id, leader: await somebody('GRID_LEADER', post.place) };
}

/** A request in the list of the grid, as this person sees it. */
export const rowOf = async (person: Somebody, id: string) =>
  (await get(person, '/grid/queue?tab=all')).body.items.find((row: { id: string }) => row.id === id);

/** A carrier of the place who has it from now on: from the pool, or assigned. */
export async function claims(place: string, id: string): Promise<Somebody> {
  const carrier = await aCarrier(place);
  const isOpen = (await stored(id)).state === 'TRIAGED';
  if (isOpen) await does(carrier, id, 'claim');
  else await does(await somebody('GRID_LEADER', place), id, 'assign', { to: carrier.id });
  await settle();
  return carrier;
}
