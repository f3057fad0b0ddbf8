import { changeHousehold } from '../../../testing/builders';
import {
  act,
  allNotices,
  anEpisode,
  anId,
  as,
  clockTo,
  does,
  get,
  type Scene,
  setTheStage,
  settle,
  stored,
  theApp,
  travellerOf,
} from '../../episodes/testing/stage';
import { atHome, atHomeNow, home } from '../../episodes/testing/steps';

setTheStage();
beforeEach(async () => {
  for (const name of ['householdEvents', 'tasks', 'notices', 'codeRequests'])
    await theApp().connection.collection(name).deleteMany({});
});

interface Event {
  readonly id: string;
  readonly kind: string;
}
const eventsFor = async ({ worker }: Scene): Promise<Event[]> => (await get(worker, '/household-events')).body.items;
const kindsFor = async (scene: Scene) => (await eventsFor(scene)).map(({ kind }) => kind);
const view = async ({ worker }: Scene, { id }: Event) => (await get(worker, `/household-events/${id}`)).body;
async function on(person: { readonly id: string }, { id }: Event, action: string, more: object = {}) {
  const body = { opId: anId(), reason: { code: 'OTHER' }, ...more };
  const answer = await as(person, 'POST', `/household-events/${id}/${action}`, body);
  await settle();
  return answer;
}
const secured = { secured: { people: '送到医院', pets: '没有', goods: '没有' } };

/** Another person of the same home, in quarantine there as well. */
async function besides(scene: Scene): Promise<Scene> {
  const other = await anEpisode({ ...home, beside: scene });
  await atHome(other);
  return other;
}

test('positive: the home is looked after, once; its quarantines are converted and codes asked for before it is reconciled', async () => {
  const scene = await atHomeNow();
  const other = await besides(scene);
  await does(scene.investigator, scene.id, 'confirm-positive');
  const [event] = await eventsFor(scene);
  if (!event) throw new Error('no event was opened');
  expect(allNotices().filter(({ record }) => record === event.id)).toMatchObject([{ line: 'GRID:HOME_EVENT_NEW' }]);
  expect(event).toMatchObject({ kind: 'POSITIVE' });
  await on(scene.worker, event, 'secure', secured);
  const whats = async () => (await view(scene, event)).inTheWay.map(({ what }: { what: string }) => what);
  expect(await whats()).toEqual(['EPISODE_OPEN', 'CODE_NOT_ASKED', 'CODE_NOT_ASKED']);
  expect(await on(scene.worker, event, 'reconcile')).toMatchObject({ status: 409 });
  // of the case itself; a second tap on the same is none
  const asked = await on(scene.worker, event, 'ask-code', { episode: scene.id });
  expect(asked).toMatchObject({ status: 200 });
  expect(await on(scene.leader, event, 'ask-code', { episode: scene.id })).toMatchObject({ status: 409 });
  const requests = await theApp().connection.collection('codeRequests').find({}).toArray();
  expect(requests).toMatchObject([
    { variant: 'ASSIGN', about: travellerOf(scene.id), detail: { because: 'HOME_EVENT' } },
  ]);
  expect(requests[0]?.assignment.excluded).toEqual([scene.worker.id]);
  await clockTo('2022-08-10 21:00');
  await does(scene.investigator, other.id, 'convert', {
    ...{ category: 'CLOSE_CONTACT', anchor: '2022-08-10T11:00:00.000Z', reason: { code: 'COHABITANT_POSITIVE' } },
  });
  expect(await whats()).toEqual([]);
  expect((await on(scene.worker, event, 'reconcile')).body.view.state).toBe('RECONCILED');
});

test('a quarantine that is right already is left as it is, with a reason', async () => {
  const scene = await atHomeNow();
  const other = await besides(scene);
  await does(scene.investigator, scene.id, 'confirm-positive');
  const [event] = await eventsFor(scene);
  if (!event) throw new Error('no event was opened');
  const kept = { what: 'EPISODE_OPEN', record: other.id, reason: { code: 'RIGHT_ALREADY', words: '已经按密接管理' } };
  const { body } = await on(scene.worker, event, 'keep-as-is', kept);
  expect(body.view.inTheWay).toMatchObject([
    { what: 'CODE_NOT_ASKED', record: scene.id },
    { what: 'CODE_NOT_ASKED', record: other.id },
  ]);
  expect(body.view.timeline.at(-1)).toMatchObject({ reason: 'RIGHT_ALREADY', words: '已经按密接管理' });
});

test('death: an event opens, and nothing is said to the home from then on', async () => {
  const scene = await atHomeNow();
  const other = await besides(scene);
  await does(scene.leader, scene.id, 'record-death');
  expect(await kindsFor(scene)).toEqual(['DEATH']);
  const inbox = () => theApp().connection.collection('notices').countDocuments({ person: scene.resident.id });
  const before = await inbox();
  await clockTo('2022-08-11 11:00');
  expect((await stored(other.id)).detail.reportMissing).toBeDefined();
  expect(await inbox()).toBe(before);
});

describe('in care', () => {
  const size = (scene: Scene, of: number) => changeSize(scene.household, of);

  test('of the only one of a home: when the hospital keeps the person, not for an afternoon', async () => {
    const scene = await atHomeNow();
    await size(scene, 1);
    await does(scene.worker, scene.id, 'approve-leave', { reason: { code: 'DIALYSIS' } });
    expect(await kindsFor(scene)).toEqual([]);
    await does(scene.doctor, scene.id, 'admit');
    expect(await kindsFor(scene)).toEqual(['ADMISSION']);
  });

  test('of the only adult: at once, with the child who stays', async () => {
    const scene = await atHomeNow();
    await changeSize(scene.household, 2, ['INFANT']);
    await does(scene.worker, scene.id, 'taken-by120');
    const [event] = await eventsFor(scene);
    if (!event) throw new Error('no event was opened');
    expect((await view(scene, event)).welfare).toMatchObject([{ state: 'OPEN', people: [{ kind: 'CHILD', age: 0 }] }]);
    // the hospital keeps the person: it is the same event
    await does(scene.doctor, scene.id, 'admit');
    expect(await kindsFor(scene)).toEqual(['ADMISSION']);
  });

  test('where others stay of whom nothing is known, nothing is made of it', async () => {
    const scene = await atHomeNow();
    await size(scene, 3);
    await does(scene.worker, scene.id, 'approve-leave', { reason: { code: 'CHEMO' } });
    await does(scene.doctor, scene.id, 'admit');
    expect(await kindsFor(scene)).toEqual([]);
    expect(await act(scene.resident, scene.id, 'admit')).toMatchObject({ status: 403 });
  });
});

async function changeSize(household: string, size: number, needs: readonly 'INFANT'[] = []): Promise<void> {
  await changeHousehold(theApp(), household, { size, needs });
}
