import {
  aDraft,
  aHome,
  anId,
  inHours,
  post,
  type Somebody,
  settle,
  somebody,
  submitted,
} from '../../returnees/testing/scene';

/** Somebody who was reported by two homes, under two numbers. */
export interface Twice {
  readonly worker: Somebody;
  readonly leader: Somebody;
  readonly resident: Somebody;
  readonly first: string;
  readonly second: string;
}

export async function aTraveller(): Promise<Twice> {
  const [home, other] = [await aHome(), await aHome()];
  const here = { plannedArrival: undefined, arrivedAt: inHours(-1) };
  const first = await submitted(home.resident, aDraft(home, here));
  const second = await submitted(other.resident, aDraft(other, here));
  await settle();
  const [worker, leader] = [await somebody('GRID_WORKER'), await somebody('GRID_LEADER')];
  return { worker, leader, resident: home.resident, first, second };
}

export async function act(by: Somebody, id: string, action: string, more: object = {}) {
  const body = { opId: anId(), reason: { code: 'OTHER' }, ...more };
  const answer = await post(by, `/person-merges/${id}/${action}`, body);
  await settle();
  return answer;
}

/** The id of the merge that is proposed. */
export async function proposed({ worker, first, second }: Twice): Promise<string> {
  const people = [first, second].map((id) => ({ kind: 'TRAVELLER', id }));
  const answer = await post(worker, '/person-merges', { opId: anId(), people });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** The same, looked at and applied. */
export async function applied(twice: Twice): Promise<string> {
  const id = await proposed(twice);
  const { revision } = (await act(twice.worker, id, 'preview')).body.view;
  const answer = await act(twice.leader, id, 'apply', { revision });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}
