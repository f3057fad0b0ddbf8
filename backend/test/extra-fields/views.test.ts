import { startTestApp, type TestApp, testCounty } from '../../src/testing/test-app';
import { openStill } from '../bad-input/whole-app';
import { aCast, aRecord, type Cast } from '../role-matrix/cast';
import { pathsOf } from './keys-in';
import { rowSeenBy, type Standing, seenBy, tooMuch } from './seen-by';

jest.setTimeout(60_000);

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startTestApp({ openFeatures: openStill });
  cast = await aCast(app);
});
afterAll(() => app.close());

const grid = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER', 'COMMUNITY_CASHIER'];
type Who = Readonly<Record<string, Standing>>;
const always: Who = {
  ...{ resident: 'HOUSEHOLD', proxy: 'HOUSEHOLD' },
  ...Object.fromEntries(grid.map((role): [string, Standing] => [role, 'GRID'])),
};
const open: Who = { 'volunteer here': 'ELIGIBLE', 'excluded volunteer': 'ELIGIBLE' };

/** Who stands how to a record in a state; everybody else of the cast must not find it. */
const standings: Readonly<Record<string, Who>> = {
  SUBMITTED: { ...always, DOCTOR: 'DOCTOR', holder: 'FORMER' },
  TRIAGED: { ...always, ...open, holder: 'ELIGIBLE', asked: 'ELIGIBLE' },
  OFFERED: { ...always, ...open, holder: 'ELIGIBLE', asked: 'OFFERED' },
  ACCEPTED: { ...always, ...open, holder: 'HOLDER', asked: 'ELIGIBLE' },
  IN_TRANSIT: { ...always, holder: 'HOLDER' },
  DROPPED: { ...always, holder: 'HOLDER' },
  HANDOVER_PENDING: { ...always, ...open, holder: 'HOLDER', asked: 'ELIGIBLE' },
  RETURNED: { ...always, STORE_KEEPER: 'STORE', holder: 'FORMER' },
  CONFIRMED: { ...always, holder: 'FORMER' },
  REJECTED: { ...always, holder: 'FORMER' },
  CLOSED: { ...always, holder: 'FORMER' },
};

const remarked = '五楼灯坏了';
const patient = { name: '登记人', idNumber: '14112219500101001X', phone: '13811110000' };
const withoutHolder = ['SUBMITTED', 'TRIAGED', 'OFFERED', 'REJECTED'];

/** A record in which every field is filled that a view can show. */
async function aFullRecord(state: string, run = app.anId()) {
  const cipher = await app.deps.vault.of(testCounty, 'epidemic');
  const sealed = (words: string) => cipher.seal(words, 'delivery/way');
  const now = app.clock.now();
  const id = app.anId;
  const said = { words: '话', doorWords: '门', needs: ['DIALYSIS'], medicineDay: '2022-04-20' };
  const record = aRecord(app, cast, 'DELIVERY', state);
  const { assignee, claimOp, ...offered } = Object(record).assignment;
  const holder = cast.by('holder').id;
  const act = { action: 'claim', from: 'TRIAGED', to: 'ACCEPTED', by: holder, role: 'VOLUNTEER', holder };
  const entry = { ...act, occurredAt: now, recordedAt: now, opId: id(), inputHash: 'x', revision: 0 };
  const words = { opId: entry.opId, at: now, sealed: sealed('因') };
  const noted = { ...entry, action: 'note', opId: id() };
  const remark = { ...words, opId: noted.opId, sealed: sealed(remarked) };
  const reason = { rung: 'OWN_GRID', score: 1, parts: [], considered: 1, how: 'OFFER' };
  const photos = { receiptPhoto: id(), dropPhoto: id(), disputePhoto: id(), voiceNote: id(), prescription: id() };
  return {
    ...record,
    ...{ history: [entry, noted], run },
    assignment: { ...offered, ...(withoutHolder.includes(state) ? {} : { assignee, claimOp }), rung: 0, reason },
    detail: {
      ...Object(record).detail,
      ...{ said: sealed(JSON.stringify(said)), flags: ['DOCTOR'], shop: id(), shopName: '店', bags: 2, ...photos },
      ...(state === 'RETURNED' ? { bagsKeptBack: true } : {}),
      ...{ consent: { neededFen: 900, givenAt: now }, advancedBy: holder, alsoAskedBy: [cast.by('proxy').id] },
      ...{ linkedFrom: id(), linkedTo: id(), wantedBy: now, place: '1', forPost: true, headCount: 9 },
      ...{
        repeatPrescription: true,
        custody: {
          items: ['MEDICAL_CARD'],
          takenBy: holder,
          takenAt: now,
          heldBy: withoutHolder.includes(state) ? id() : holder,
          told: 0,
        },
      },
      handoverPhotos: withoutHolder.includes(state) ? [] : [{ photo: id(), by: holder, at: now }],
      ...{ patient: sealed(JSON.stringify(patient)), registered: { at: now, by: holder } },
      lines: Object(record).detail.lines.map((line: object) => ({ ...line, controlledFour: true })),
      // refused by a doctor, it is never carried
      ...(state === 'REJECTED' ? { doctorNextStep: 'FEVER_CLINIC' } : {}),
      ...{ doctorWords: sealed('医'), wayWords: [{ at: now, sealed: sealed('路') }] },
      ...{ remarks: [remark], reasonWords: [words], handoverTo: cast.by('volunteer here').id },
    },
  };
}

const seen = new Map<Standing, Set<string>>();

test.each(Object.entries(standings))(
  '%s: everybody sees what is theirs to see, and strangers nothing',
  async (state, who) => {
    const record = await aFullRecord(state);
    await app.connection.collection<{ _id: string }>('tasks').insertOne(record);
    const wrong: string[] = [];
    for (const { name, token } of cast.players) {
      const { status, body } = await app.call('GET', `/deliveries/${record._id}`, { token });
      const standing = who[name];
      if (standing === undefined) {
        if (status !== 404) wrong.push(`${name} finds it: ${status}`);
        continue;
      }
      const paths = pathsOf(body).filter((path) => path !== '');
      if (status !== 200) wrong.push(`${name}: ${status}`);
      wrong.push(...tooMuch(paths, seenBy[standing]).map((path) => `${name} as ${standing} sees ${path}`));
      seen.set(standing, new Set([...(seen.get(standing) ?? []), ...paths]));
    }
    expect(wrong).toEqual([]);
  },
);

test('none of this is empty: what somebody may see is seen in one state or another', () => {
  const missing = Object.entries(seenBy).flatMap(([standing, may]) => {
    const paths = [...(seen.get(standing as Standing) ?? [])]; // its own keys
    return may
      .filter((field) => tooMuch(paths, [field]).length === paths.length)
      .map((field) => `${standing} ${field}`);
  });
  // the matrix has people and no area tree
  expect(missing.filter((field) => !field.endsWith(' areaNames'))).toEqual([]);
});

test('a row of a list shows less: no door but to the grid, no carrier but to those near', async () => {
  const record = await aFullRecord('TRIAGED');
  await app.connection.collection<{ _id: string }>('tasks').insertOne(record);
  const lists: readonly [string, string, Standing][] = [
    ['resident', '/deliveries/mine?limit=100', 'HOUSEHOLD'],
    ['volunteer here', '/work/pool?limit=100', 'ELIGIBLE'],
    ['GRID_WORKER', '/grid/queue?tab=all&limit=100', 'GRID'],
  ];
  for (const [name, address, standing] of lists) {
    const { body } = await app.call('GET', address, { token: cast.by(name).token });
    const row = body.items.find(({ id }: { id: string }) => id === record._id);
    expect([name, row?.id]).toEqual([name, record._id]);
    expect([name, tooMuch(pathsOf(row), rowSeenBy[standing] ?? [])]).toEqual([name, []]);
  }
});

test('what was remarked at a door of a run is read by whoever holds it, not by whoever is asked', async () => {
  const tasks = app.connection.collection<{ _id: string }>('tasks');
  const notesFor = async (name: string, state: string, stateOfDoor: string) => {
    const run = aRecord(app, cast, 'RUN', state);
    await tasks.insertMany([run, await aFullRecord(stateOfDoor, run._id)]);
    const { status, body } = await app.call('GET', `/runs/${run._id}`, { token: cast.by(name).token });
    return [status, ...body.doors.flatMap((door: { notes: string[] }) => door.notes)];
  };
  expect(await notesFor('holder', 'ACCEPTED', 'ACCEPTED')).toEqual([200, remarked]);
  expect(await notesFor('GRID_LEADER', 'ACCEPTED', 'ACCEPTED')).toEqual([200, remarked]);
  expect(await notesFor('asked', 'OFFERED', 'BATCHED')).toEqual([200]);
});
