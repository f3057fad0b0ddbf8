import { yesToAll } from '../../episodes/testing/steps';
import { aStranger, heardBy, isInvited, toTheSite } from '../testing/host-scene';
import {
  aHome,
  anId,
  aPerson1,
  collection,
  does,
  get,
  inHours,
  link,
  onLink,
  post,
  quiet,
  risky,
  type Somebody,
  setRiskList,
  setTheStage,
  settle,
  somebody,
  submit,
  usualList,
} from '../testing/scene';

setTheStage(undefined, true);

interface Named {
  readonly _id: string;
  readonly kind: string;
  readonly about?: string;
  readonly parties?: readonly string[];
}

/** What names somebody as its own, by kind; and beside it what does not. */
async function naming({ id }: Somebody): Promise<readonly string[]> {
  const names = ['returnees', 'episodes', 'codeRequests', 'transfers'];
  const found = await Promise.all(names.map((name) => collection(name).find({}).toArray()));
  const records = found.flat() as unknown as Named[]; // records of these collections
  return records.map(({ kind, parties }) => `${kind} ${parties?.includes(id) ?? false}`).sort();
}

/** What somebody's chain has opened. */
const recordOf = (kind: string, about: string) => ({ county: '141122', kind, about }) as object;

/** Two from a street on the list, and one from a quiet place, are here; one of them is in quarantine there. */
async function theyAreHere(host: Somebody): Promise<{ readonly quietOne: string }> {
  const { resident } = await aHome();
  const [worker, doctor] = [await somebody('GRID_WORKER'), await somebody('DOCTOR')];
  const soon = { plannedArrival: inHours(1) };
  const listed = toTheSite(host, 'EMPLOYER', { ...soon, stays: [{ place: risky, from: inHours(-100) }] });
  const other = { ...soon, stays: [{ place: quiet, from: inHours(-240) }], travellers: [aPerson1()] };
  const ids: string[] = [];
  for (const draft of [listed, toTheSite(host, 'EMPLOYER', other)]) {
    const { body } = await submit(resident, draft);
    for (const { id } of body.travellers) {
      await does(worker, id, 'acknowledge');
      await does(worker, id, 'arrive');
      ids.push(id);
    }
  }
  const [first = '', , quietOne = ''] = ids;
  const episode = await collection('episodes').findOne(recordOf('QUARANTINE_EPISODE', first));
  const steps = (by: Somebody, action: string, more: object = {}) =>
    post(by, `/quarantine-episodes/${episode?._id}/${action}`, { opId: anId(), ...more });
  for (const who of [worker, doctor]) await steps(who, 'view-home', { answers: yesToAll });
  await steps(worker, 'assess');
  const { status, body } = await steps(worker, 'start-home', {
    notice: 'SIGNED',
    door: 'VISITS',
    careContact: '工友在隔壁单元',
  });
  if (status !== 200) throw new Error(`start-home: ${status} ${JSON.stringify(body)}`);
  await settle();
  return { quietOne };
}

describe('what had been opened for people before their host was invited', () => {
  beforeEach(() => {
    setRiskList(usualList.map((line) => ({ ...line, areaRisk: 'CASES' })));
  });

  test('is theirs as if they had been there from the beginning, and nothing else is', async () => {
    const early = await aStranger();
    await isInvited(early);
    await theyAreHere(early);
    const asFromTheBeginning = await naming(early);
    const kinds = new Set(asFromTheBeginning.map((line) => line.split(' ')[0]));
    expect([...kinds].sort()).toEqual([
      ...['DELIVERY_PLAN', 'HEALTH_CODE_REQUEST', 'HEALTH_TRACKER', 'PASSENGER'],
      ...['QUARANTINE_EPISODE', 'RETURNEE_REPORT', 'TRANSFER', 'TRAVELLER'],
    ]);
    expect(asFromTheBeginning.filter((line) => line.endsWith('false'))).toEqual([]);
    for (const name of ['returnees', 'episodes', 'codeRequests', 'transfers', 'tasks']) {
      await collection(name).deleteMany({});
    }
    const late = await aStranger();
    await theyAreHere(late);
    expect((await naming(late)).filter((line) => line.endsWith('true'))).toEqual([]);
    await isInvited(late);
    await settle();
    expect(await naming(late)).toEqual(asFromTheBeginning);
  });

  test('hears what they say about the health of whom they answer for, and tells them alone', async () => {
    const host = await aStranger();
    const { quietOne } = await theyAreHere(host);
    await isInvited(host);
    expect(await heardBy(host)).toEqual(['RETURNEE_HOSTED', 'RETURNEE_HOSTED', 'RETURNEE_HOSTED']);
    const { tracker, timeline } = (await get(host, `/travellers/${quietOne}`)).body;
    expect(timeline.at(-1)).toMatchObject({ action: 'nameParty', by: 'SYSTEM' });
    const words = { opId: anId(), temperatureTenths: 366, symptoms: [] };
    expect((await post(host, `/health-trackers/${tracker.id}/report-health`, words)).status).toBe(200);
  });

  test('is named by what is opened beside the invitation as well', async () => {
    const host = await aStranger();
    const { quietOne } = await theyAreHere(host);
    await isInvited(host);
    await settle();
    // as it would be had it been opened from what was read before
    const lost = recordOf('HEALTH_TRACKER', quietOne);
    const read = { $pull: { parties: host.id }, $set: { history: [] } };
    await collection('returnees').updateOne(lost, read as object);
    const test = await link(quietOne, 'LANDING_TEST');
    expect((await onLink(await somebody('SAMPLER'), test._id, 'swab')).status).toBe(200);
    await settle();
    expect(await collection('returnees').findOne(lost)).toMatchObject({ parties: [expect.any(String), host.id] });
  });
});
