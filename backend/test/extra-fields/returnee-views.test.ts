import { startTestApp, type TestApp } from '../../src/testing/test-app';
import { openStill } from '../bad-input/whole-app';
import { aCast, aRecord, type Cast } from '../role-matrix/cast';
import { pathsOf } from './keys-in';
import { comerSeenBy, tooMuch } from './seen-by';

jest.setTimeout(60_000);

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startTestApp({ openFeatures: openStill });
  cast = await aCast(app);
  // the county's first set, which knows who comes from another province
  await app.connection.collection('policyChoices').deleteMany({ code: 'V9_NATIONAL' });
});
afterAll(() => app.close());

/** Who stands how to somebody who comes; everybody else of the cast must not find them. */
const who: Readonly<Record<string, keyof typeof comerSeenBy>> = {
  ...{ resident: 'OWN', proxy: 'OWN', named: 'OWN', GRID_WORKER: 'GRID', GRID_LEADER: 'GRID' },
  ...{
    TOWNSHIP_DISPATCHER: 'GRID',
    COUNTY_DISPATCHER: 'GRID',
    'at a post': 'POST',
    SAMPLER: 'POST',
    CDC_INVESTIGATOR: 'POST',
  },
};

test('everybody sees what is theirs to see of whoever comes, and strangers nothing', async () => {
  const record = aRecord(app, cast, 'TRAVELLER', 'TRIAGED');
  const comers = app.connection.collection<{ _id: string }>('returnees');
  await comers.insertOne(record);
  await comers.updateOne({ _id: record._id }, { $set: { 'detail.duplicateOf': app.anId() } } as object);
  const ask = { opId: app.anId(), reason: { code: 'ASK_PLACE', words: '哪条街道' } };
  const worker = cast.by('GRID_WORKER').token;
  expect((await app.call('POST', `/travellers/${record._id}/ask-info`, { token: worker, body: ask })).status).toBe(200);
  const body = { opId: app.anId() };
  expect((await app.call('POST', `/travellers/${record._id}/add-info`, { token: worker, body })).status).toBe(200);
  const wrong: string[] = [];
  const seen = new Map<string, Set<string>>();
  for (const { name, token } of cast.players) {
    const { status, body: view } = await app.call('GET', `/travellers/${record._id}`, { token });
    const standing = who[name];
    if (standing === undefined) {
      if (status !== 404) wrong.push(`${name} finds them: ${status}`);
      continue;
    }
    const paths = pathsOf(view).filter((path) => path !== '');
    if (status !== 200) wrong.push(`${name}: ${status}`);
    wrong.push(...tooMuch(paths, comerSeenBy[standing]).map((path) => `${name} as ${standing} sees ${path}`));
    seen.set(standing, new Set([...(seen.get(standing) ?? []), ...paths]));
  }
  expect(wrong).toEqual([]);
  // none of this is empty
  expect([...(seen.get('GRID') ?? [])]).toEqual(expect.arrayContaining(['timeline[].words', 'reason.code']));
  expect([...(seen.get('OWN') ?? [])]).toEqual(expect.arrayContaining(['name', 'category', 'duplicateOf']));
});
