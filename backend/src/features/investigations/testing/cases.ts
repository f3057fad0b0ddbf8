import { deliveredTwice } from '../../../testing/delivered-twice';
import type { CallAnswer } from '../../../testing/test-app';
import { testCounty } from '../../../testing/test-app';
import {
  anId,
  aPerson1,
  collection,
  elsewhere,
  get,
  grid,
  inHours,
  post,
  type Somebody,
  setTheStage,
  settle,
  somebody,
} from '../../returnees/testing/scene';

export interface Stored {
  readonly _id: string;
  readonly state: string;
  readonly area: string;
  readonly about?: string;
  readonly revision: number;
  readonly detail: Readonly<Record<string, unknown>>;
}
export const all = async (name: string): Promise<Stored[]> =>
  (await collection(name).find({}).toArray()) as unknown as Stored[]; // records of one shape

/** Who asks in all of these stories. */
export let investigator: Somebody;
/** Another one, who has written nothing in it. */
export let reviewer: Somebody;

/** Opens the stage for the stories of a test file, with two investigators of the county. */
export function setTheCases(): void {
  setTheStage(deliveredTwice, true);
  beforeEach(async () => {
    investigator = await somebody('CDC_INVESTIGATOR', testCounty);
    reviewer = await somebody('CDC_INVESTIGATOR', testCounty);
  });
}

export const theCase = { name: '韩病例', phone: '19911112222', idNumber: '141122199001017777' };
export const path = (id: string, action = '') => `/investigations/${id}${action ? `/${action}` : ''}`;
export const read = async (id: string, by = investigator) => (await get(by, path(id))).body;

/** Opens one by hand, in the grid of the case. */
export async function opened(change: object = {}): Promise<string> {
  const id = anId();
  const answer = await post(investigator, '/investigations', { id, area: grid, ...theCase, ...change });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}

export async function act(id: string, action: string, more: object = {}, by = investigator): Promise<CallAnswer> {
  const answer = await post(by, path(id, action), { opId: anId(), reason: { code: 'LABORATORY' }, ...more });
  await settle();
  return answer;
}
export async function does(id: string, action: string, more: object = {}, by = investigator): Promise<CallAnswer> {
  const answer = await act(id, action, more, by);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

export const { name, phone, idNumber } = aPerson1({ name: '李接触' });
export const aContact = (change: object = {}) => ({
  ...{ id: anId(), name, phone, idNumber, class: 'CLOSE_CONTACT', relation: 'MEAL' },
  ...{ lastExposureAt: inHours(-20), area: elsewhere, place: '3 号楼 2 单元 501' },
  ...change,
});

/** Listed and confirmed: the id of its entry. */
export async function confirmed(id: string, change: object = {}): Promise<string> {
  const contact = aContact(change);
  await does(id, 'add-contact', { contact });
  await does(id, 'confirm-contact', { contactId: contact.id });
  return contact.id;
}

export const openTravellers = async () =>
  (await all('returnees')).filter(
    ({ state, detail }) => 'report' in detail && !['DUPLICATE', 'CLOSED'].includes(state),
  );
export const episodeStates = async () =>
  (await all('episodes')).filter(({ detail }) => 'category' in detail).map(({ state }) => state);
export const walked = () => ({
  path: [{ place: '样例超市', from: inHours(-30), to: inHours(-29), words: '没戴口罩' }],
});
