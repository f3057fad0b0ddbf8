import { aPerson } from '../../testing/builders';
import {
  anId,
  app,
  collection,
  elsewhere,
  get,
  grid,
  post,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  told,
  wait,
} from '../returnees/testing/scene';
import { act, arrived, desk, only, path, refusal, requests, sent, stateNow } from './testing/requests';

setTheStage(undefined, true);

const list = '/health-code-requests';
const inGrid = '/work/health-code-requests';
const mine = '/my-health-code-requests';
const rows = async (person: Somebody, which: string) => (await get(person, which)).body.items;
const late = (id: string) => told(id).filter((line) => line.endsWith('CODE_LATE'));

describe('a step that does not come', () => {
  test('its own level hears again, then the next one, then the county; each limit once, and the step ends it', async () => {
    const people = await desk();
    await arrived();
    const { _id: id } = await only();
    await wait(29);
    expect(late(id)).toEqual([]);
    expect(await rows(people.clerk, list)).toEqual([]);
    await wait(1);
    expect(late(id)).toEqual(['COMMUNITY_WORKER:CODE_LATE', 'VILLAGE_SECRETARY:CODE_LATE']);
    expect(await rows(people.clerk, list)).toEqual([]);
    await wait(30);
    expect(late(id).slice(2)).toEqual(['CODE_CLERK:CODE_LATE', 'TOWNSHIP_DISPATCHER:CODE_LATE']);
    // whoever has heard finds it, and cannot do the step of another level
    expect(await rows(people.clerk, list)).toMatchObject([{ id, isLate: true, waitsWith: 'COMMUNITY' }]);
    expect((await act(people.clerk, id, 'approve-community')).status).toBe(403);
    expect(await rows(people.head, list)).toEqual([]);
    await wait(30);
    expect(late(id).slice(4)).toEqual(['COUNTY_HEAD:CODE_LATE']);
    await wait(600);
    expect(late(id)).toHaveLength(5);
    expect(await stateNow()).toBe('DRAFT');
    expect(await act(people.community, id, 'approve-community')).toMatchObject({
      body: { view: { isLate: false, waitsWith: 'TOWNSHIP' } },
    });
    await wait(29);
    expect(late(id)).toHaveLength(5);
    await wait(1);
    expect(late(id).slice(5)).toEqual(['CODE_CLERK:CODE_LATE', 'TOWNSHIP_DISPATCHER:CODE_LATE']);
  });

  test('a step in time leaves no bell behind; a request that waits again has a ladder of its own', async () => {
    const people = await desk();
    await arrived();
    const [episode] = await collection('episodes')
      .find({ kind: 'QUARANTINE_EPISODE' } as object)
      .toArray();
    const revoke = { opId: anId(), revision: 0, reason: { code: 'NO_CASE' } };
    const investigator = await somebody('CDC_INVESTIGATOR');
    expect((await post(investigator, `/quarantine-episodes/${episode?._id}/revoke`, revoke)).status).toBe(200);
    await settle();
    const id = (await requests()).find(({ variant }) => variant === 'CLEAR')?._id ?? '';
    await wait(239);
    await passedOn(people, id);
    await wait(119);
    expect(late(id)).toEqual([]);
    await wait(1);
    // four hours for the clerk, of which twenty minutes are used; then the province has two hours once more
    await wait(20);
    await act(people.clerk, id, 'send');
    await wait(120);
    expect((await requests()).find(({ _id }) => _id === id)?.state).toBe('NO_ANSWER');
    await wait(239);
    expect(late(id)).toEqual([]);
    await wait(1);
    expect(late(id)).toEqual(['CODE_CLERK:CODE_LATE']);
  });

  test('an appeal has a day for its answer', async () => {
    const people = await desk();
    const { resident } = await arrived();
    const { _id: id } = await only();
    await sent(people, id);
    await act(people.clerk, id, 'record-refused', refusal);
    await act(resident, id, 'appeal', refusal);
    await wait(1439);
    expect(late(id)).toEqual([]);
    await wait(1);
    expect(late(id)).toEqual(['CODE_CLERK:CODE_LATE']);
  });

  test('a step and its bell at one instant: the step holds, and nobody is told that it is late twice', async () => {
    const people = await desk();
    await arrived();
    const { _id: id } = await only();
    app().clock.advance(30 * 60_000);
    const [answer] = await Promise.all([act(people.community, id, 'approve-community'), settle()]);
    // the bell may have written first; then the list is read again
    if (answer.status === 409) {
      expect(answer.body).toMatchObject({ revision: expect.any(Number) });
      expect((await act(people.community, id, 'approve-community')).status).toBe(200);
    }
    expect(await stateNow()).toBe('COMMUNITY_OK');
    expect(late(id).length).toBeLessThanOrEqual(2);
  });
});

describe('the list of the grid', () => {
  test('says with whom each waits and since when, what is late first, to nobody outside of it', async () => {
    const people = await desk();
    const worker = await somebody('GRID_WORKER');
    await arrived();
    const { _id: first } = await only();
    await wait(10);
    await act(people.community, first, 'approve-community');
    await wait(1);
    await arrived();
    await wait(30);
    const shown = await rows(worker, inGrid);
    expect(shown).toMatchObject([
      { isLate: true, waitsWith: 'TOWNSHIP', id: first, nameMasked: '王**' },
      { isLate: true, waitsWith: 'COMMUNITY' },
    ]);
    expect(JSON.stringify(shown)).not.toContain('王小返');
    expect(new Date(shown[0].waitsSince) < new Date(shown[1].waitsSince)).toBe(true);
    expect(shown[0].actions).toEqual(['withdraw']);
    expect(await rows(await somebody('GRID_LEADER'), inGrid)).toHaveLength(2);
    expect(await rows(await somebody('GRID_WORKER', elsewhere), inGrid)).toEqual([]);
    for (const role of ['VOLUNTEER', 'CODE_CLERK', 'COUNTY_HEAD'] as const) {
      expect((await get(await somebody(role, grid), inGrid)).status).toBe(403);
    }
    expect((await get(worker, `${inGrid}?limit=nothing`)).status).toBe(422);
  });
});

describe('what the person sees and says', () => {
  test('home reads ground, state and until when to appeal; the appeal is one, however often it is tapped', async () => {
    const people = await desk();
    const { resident, household } = await arrived();
    const { _id: id } = await only();
    expect(await rows(resident, mine)).toMatchObject([
      { id, state: 'DRAFT', wanted: 'RED', category: 'HIGH_RISK_STAY', waitsWith: 'COMMUNITY', actions: [] },
    ]);
    expect(await rows((await arrived()).resident, mine)).toHaveLength(1);
    await passedOn(people, id);
    await act(people.clerk, id, 'record-refused', refusal);
    const [row] = await rows(resident, mine);
    expect(row).toMatchObject({ id, state: 'REFUSED', waitsWith: 'PERSON', actions: ['appeal'] });
    expect(new Date(row.dueAt).getTime() - new Date(row.waitsSince).getTime()).toBe(7 * 24 * 3_600_000);
    // whoever speaks for the home reads it and may not object about health data
    const proxy = await aPerson(app()).speakingFor({ id: household }).saved();
    expect(await rows(proxy, mine)).toMatchObject([{ id, actions: [] }]);
    expect((await act(proxy, id, 'appeal', refusal)).status).toBe(403);
    for (const nonsense of [{}, { reason: {} }, { reason: { code: '' } }, { reason: { code: 7, words: 'x' } }]) {
      expect((await act(resident, id, 'appeal', nonsense)).status).toBe(422);
    }
    const body = { opId: anId(), reason: { code: 'NOT_THERE', words: '那天我在家里' } };
    const taps = await Promise.all([1, 2].map(() => post(resident, path(id, 'appeal'), body)));
    expect(taps.map(({ status }) => status)).toEqual([200, 200]);
    expect(taps[0]?.body.receipt).toEqual(taps[1]?.body.receipt);
    await settle();
    const [after] = await rows(resident, mine);
    expect(after).toMatchObject({ state: 'APPEALED', waitsWith: 'PROVINCE', actions: [] });
    expect(after.timeline.at(-1)).toMatchObject({ action: 'appeal', reason: 'NOT_THERE', words: '那天我在家里' });
    // another tap of somebody else at home comes too late, and is told what holds
    expect(await act(resident, id, 'appeal', refusal)).toMatchObject({ status: 409, body: { state: 'APPEALED' } });
  });

  test('an answer stays for a fortnight, then it is gone from the page', async () => {
    const people = await desk();
    const { resident } = await arrived();
    const { _id: id } = await only();
    await sent(people, id);
    await act(people.clerk, id, 'record-confirmed');
    await wait(14 * 24 * 60 - 1);
    expect(await rows(resident, mine)).toMatchObject([{ id, state: 'CONFIRMED', waitsWith: 'NOBODY' }]);
    await wait(2);
    expect(await rows(resident, mine)).toEqual([]);
  });
});

/** The same steps where other requests wait beside this one. */
async function passedOn({ community, clerk, head }: Awaited<ReturnType<typeof desk>>, id: string): Promise<void> {
  await act(community, id, 'approve-community');
  await act(clerk, id, 'approve-township');
  await act(head, id, 'approve-county');
  expect((await act(clerk, id, 'send')).status).toBe(200);
}
