import type { CallAnswer } from '../../../testing/test-app';
import {
  aDraft,
  aHome,
  anId,
  collection,
  does,
  get,
  type Home,
  inHours,
  post,
  type Somebody,
  settle,
  somebody,
  submitted,
} from '../../returnees/testing/scene';

/** A request as it is stored. */
export interface Stored {
  readonly _id: string;
  readonly state: string;
  readonly variant: string;
  readonly revision: number;
  readonly household?: string;
  readonly about?: string;
  readonly dueAt?: Date;
  readonly assignment: { readonly excluded: readonly string[] };
  readonly detail: Readonly<Record<string, unknown>>;
}

/** All of them, the oldest first. */
export const requests = async (): Promise<Stored[]> =>
  (await collection('codeRequests').find({}).sort({ createdAt: 1 }).toArray()) as unknown as Stored[]; // of this feature

/** The only one there is. */
export async function only(): Promise<Stored> {
  const found = await requests();
  expect(found).toHaveLength(1);
  const [request] = found;
  if (!request) throw new Error('there is none');
  return request;
}

export const stateNow = async () => (await only()).state;
export const path = (id: string, action = '') => `/health-code-requests/${id}${action ? `/${action}` : ''}`;

/** Does an action; `more` is its body beside the operation. */
export async function act(person: Somebody, id: string, action: string, more: object = {}): Promise<CallAnswer> {
  const found = (await requests()).find(({ _id }) => _id === id);
  const answer = await post(person, path(id, action), { opId: anId(), revision: found?.revision ?? 0, ...more });
  await settle();
  return answer;
}

/** Whose steps a request needs. */
export const desk = async () => ({
  community: await somebody('COMMUNITY_WORKER'),
  clerk: await somebody('CODE_CLERK', '141122'),
  head: await somebody('COUNTY_HEAD', '141122'),
});
export type Desk = Awaited<ReturnType<typeof desk>>;

/** Somebody from a street on the list who is here, reported from home. */
export async function arrived(by?: Somebody): Promise<Home & { readonly traveller: string }> {
  const home = await aHome();
  const traveller = await submitted(home.resident, aDraft(home, { plannedArrival: inHours(1) }));
  await settle();
  await does(by ?? home.resident, traveller, 'arrive');
  return { ...home, traveller };
}

/** Through all three approvals and to the province, each by somebody whose step it is. */
export async function sent({ community, clerk, head }: Desk, id: string): Promise<void> {
  const steps = [
    [community, 'approve-community'],
    [clerk, 'approve-township'],
    [head, 'approve-county'],
    [clerk, 'send'],
  ] as const;
  for (const [person, action] of steps) {
    expect((await get(person, '/health-code-requests')).body.items.map((row: { id: string }) => row.id)).toEqual([id]);
    expect(await act(person, id, action)).toMatchObject({ status: 200 });
  }
}

export const words = '去过的那条街不在名单上';
export const refusal = { reason: { code: 'NOT_ON_LIST', words } };
