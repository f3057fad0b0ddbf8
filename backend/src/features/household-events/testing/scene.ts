import type { CallAnswer } from '../../../testing/test-app';
import {
  aHome as aHomeAnywhere,
  anId,
  collection,
  get,
  type Home,
  post,
  type Somebody,
  setTheStage as setDeliveries,
  settle,
  somebody,
  told,
} from '../../deliveries/testing/scene';

/** Opens a stage for the stories of a test file; each story begins on an empty one. */
export function setTheStage(): void {
  setDeliveries();
  beforeEach(async () => {
    for (const name of ['householdEvents', 'auditRows', 'notices', 'episodes']) await collection(name).deleteMany({});
  });
}

/** A home, and those who see to it. */
export interface Seen extends Home {
  readonly worker: Somebody;
  readonly leader: Somebody;
  readonly township: Somebody;
}

export async function aSeenHome(home?: Home): Promise<Seen> {
  const whose = home ?? (await aHomeAnywhere());
  return {
    ...whose,
    worker: await somebody('GRID_WORKER', whose.place),
    leader: await somebody('GRID_LEADER', whose.place),
    township: await somebody('TOWNSHIP_DISPATCHER', whose.place),
  };
}

export const aChild = { kind: 'CHILD', age: 6, name: '韩小宝' };
export const allSafe = { people: '都在亲戚家', pets: '狗寄在邻居家', goods: '煤气关了' };
export const aGuardian = { name: '韩大姑', phone: '10000005555', relation: 'FAMILY', isAdult: true };
export const stayingHome = {
  ...{ where: 'AT_HOME', guardianAlong: true, school: '网课用姑姑的手机', medicine: '哮喘喷雾', food: '不吃花生' },
};

export const opening = (person: Somebody, household: string, kind: string, more: object = {}): Promise<CallAnswer> =>
  post(person, '/household-events', {
    ...{ opId: anId(), household, kind },
    ...(kind === 'CHILD_ALONE' ? { leftBehind: [aChild] } : {}),
    ...more,
  });

/** Opens an event, where the story cannot go on without it; what follows is delivered. */
export async function opened({ worker, household }: Seen, kind: string, more: object = {}): Promise<string> {
  const answer = await opening(worker, household, kind, more);
  if (answer.status !== 200) throw new Error(`open: ${answer.status} ${JSON.stringify(answer.body)}`);
  await settle();
  return answer.body.id;
}

const acting =
  (resource: string) =>
  (person: Somebody, id: string, action: string, more: object = {}) =>
    post(person, `/${resource}/${id}/${action}`, { opId: anId(), reason: { code: 'OTHER' }, ...more });
export const onEvent = acting('household-events');
export const onWelfare = acting('welfare-tasks');

const doing =
  (act: typeof onEvent) =>
  async (person: Somebody, id: string, action: string, more: object = {}) => {
    const answer = await act(person, id, action, more);
    if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
    await settle();
    return answer;
  };
/** The same, where the story cannot go on without it; what follows is delivered. */
export const doesEvent = doing(onEvent);
export const doesWelfare = doing(onWelfare);

export const seeEvent = async (person: Somebody, id: string) => (await get(person, `/household-events/${id}`)).body;
export const listed = async (person: Somebody, path = '/household-events'): Promise<string[]> =>
  (await get(person, path)).body.items.map((row: { id: string }) => row.id);
/** What stands in the way, `DELIVERY_HELD`. */
export const pointsOf = async (person: Somebody, id: string): Promise<string[]> =>
  (await seeEvent(person, id)).inTheWay.map(({ what }: { what: string }) => what);

/** The welfare task of an event, which has one. */
export async function welfareOf(person: Somebody, event: string): Promise<string> {
  const [task] = (await seeEvent(person, event)).welfare;
  if (!task) throw new Error('nobody looks after them');
  return task.id;
}

/** Who heard of it, without the household's own notices. */
export const toldGrid = (id: string): string[] => told(id).filter((line) => !line.startsWith('HOUSEHOLD'));
export const storedEvents = () => collection('householdEvents').find({}).toArray() as Promise<unknown[]>;
