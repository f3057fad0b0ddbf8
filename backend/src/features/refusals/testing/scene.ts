import { deliveredTwice } from '../../../testing/delivered-twice';
import type { CallAnswer } from '../../../testing/test-app';
import {
  anId,
  collection,
  get,
  grid,
  post,
  type Somebody,
  setTheStage as setReturnees,
  settle,
  somebody,
} from '../../returnees/testing/scene';

/** Who has to do with somebody who says no. */
export interface People {
  readonly worker: Somebody;
  readonly secretary: Somebody;
  readonly doctor: Somebody;
  readonly police: Somebody;
}
/** The people of the running story. */
export let people: People;

/** The stage of the returnees with their quarantines, every delivery twice, and new people for each story. */
export function setTheStage(): void {
  setReturnees(deliveredTwice, true);
  beforeEach(async () => {
    people = {
      worker: await somebody('GRID_WORKER'),
      secretary: await somebody('VILLAGE_SECRETARY'),
      doctor: await somebody('DOCTOR'),
      police: await somebody('POLICE', '141122'),
    };
  });
}

/** The path of a refusal, or of an action on it. */
export const path = (id: string, action = '') => `/refusals/${id}${action ? `/${action}` : ''}`;
/** Who says no here, where, and in which words. */
export const who = { name: '王不签', phone: '19922223333', place: '3 号楼 2 单元 501', words: '我没去过那条街' };

/** A refusal that the worker has recorded: its id. */
export async function recorded(change: object = {}): Promise<string> {
  const id = anId();
  const answer = await post(people.worker, '/refusals', { id, kind: 'NOTICE', area: grid, ...who, ...change });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  await settle();
  return id;
}
/** Does an action to a refusal, and lets what follows from it happen. */
export async function act(person: Somebody, id: string, action: string, more: object = {}): Promise<CallAnswer> {
  const answer = await post(person, path(id, action), { opId: anId(), reason: { code: 'OTHER' }, ...more });
  await settle();
  return answer;
}
/** A refusal as it is stored. */
export const stored = async (id: string) => {
  const found = await collection('refusals').findOne({ _id: id });
  if (!found) throw new Error('gone');
  return found as unknown as { state: string; variant: string; about?: string; detail: Record<string, unknown> };
};
/** Where a refusal stands, as it is stored. */
export const state = async (id: string) => (await stored(id)).state;
/** The refusals that somebody has in their list. */
export const listed = async (person: Somebody): Promise<string[]> =>
  (await get(person, '/refusals')).body.items.map((row: { id: string }) => row.id);

/** Village secretary and doctor have been there, both. */
export async function visited(id: string): Promise<void> {
  for (const person of [people.secretary, people.doctor])
    expect(await act(person, id, 'visit')).toMatchObject({ status: 200 });
}
