import { vitamin } from '../testing/medicine-lines';
import { asked, atCounter, bought, patient, tick } from '../testing/register-scene';
import {
  aCarrier,
  act,
  aDraft,
  aHome,
  anId,
  aProxy,
  collection,
  does,
  get,
  post,
  type Somebody,
  see,
  setTheStage,
  settle,
  somebody,
  stored,
  submit,
  told,
} from '../testing/scene';

setTheStage();

const reveal = (person: Somebody, id: string, opId = anId()) =>
  post(person, `/deliveries/${id}/reveal-register`, { opId, why: 'PHARMACY_REGISTER' });
const words = Object.values(patient);

/** Everything that is stored, as it lies in the database. */
async function everything(): Promise<string> {
  const names = ['tasks', 'notices', 'auditRows', 'lateFacts', 'ledger', 'announcements', 'operations'];
  const all = await Promise.all(names.map((name) => collection(name).find({}).toArray()));
  return JSON.stringify(all);
}

test('asked for on the phone, in free words, it is kept as sealed as from the household, and opened in the shop', async () => {
  const home = await aHome();
  const worker = await somebody('GRID_WORKER', home.place);
  const spoken = { line: 'pills', name: '布洛芬', unit: '盒', quantity: 1, controlledFour: true };
  const lines = [{ ...spoken, substitution: { rule: 'NEVER' } }];
  const draft = aDraft(home.household, { kind: 'MEDICINE', lines, symptoms: false, patient });
  expect(await submit(worker, draft)).toMatchObject({ status: 200 });
  await settle();
  expect(await everything()).not.toMatch(new RegExp(words.join('|')));
  for (const person of [worker, home.resident])
    expect(JSON.stringify((await see(person, draft.id)).body)).not.toMatch(new RegExp(words.join('|')));
  // goods in free words are looked at first
  await does(worker, draft.id, 'triage');
  const carrier = await aCarrier(home.place);
  await does(await somebody('GRID_LEADER', home.place), draft.id, 'assign', { to: carrier.id });
  await does(carrier, draft.id, 'start-shopping');
  expect(await reveal(carrier, draft.id)).toMatchObject({ status: 200, body: { patient } });
  const sick = aDraft((await aHome(home.place)).household, { kind: 'MEDICINE', lines, symptoms: true });
  expect(await submit(worker, sick)).toMatchObject({ status: 200, body: { flags: ['DOCTOR', 'PRESCRIPTION'] } });
});

test('whoever holds it opens the register in the shop, once recorded; nobody else, and at no other time', async () => {
  const { id, place, resident, household } = await asked({ patient });
  const [carrier, other] = [await aCarrier(place), await aCarrier(place)];
  const leader = await somebody('GRID_LEADER', place);
  expect(await reveal(carrier, id)).toMatchObject({ status: 404 });
  await does(leader, id, 'assign', { to: carrier.id });
  expect(await reveal(carrier, id)).toMatchObject({ status: 409, body: { next: 'start-shopping' } });
  await does(carrier, id, 'start-shopping');
  expect(await reveal(other, id)).toMatchObject({ status: 404 });
  for (const person of [leader, resident]) expect(await reveal(person, id)).toMatchObject({ status: 403 });
  expect(await collection('auditRows').countDocuments({ did: 'register', record: household } as object)).toBe(0);
  const opId = anId();
  const opened = await reveal(carrier, id, opId);
  expect(opened).toMatchObject({ status: 200, body: { patient } });
  expect((await reveal(carrier, id, opId)).body).toEqual(opened.body);
  const looks = await collection('auditRows')
    .find({ did: 'register', record: household } as object)
    .toArray();
  expect(looks).toMatchObject([{ _id: opId, who: carrier.id, record: household, why: 'PHARMACY_REGISTER' }]);
  const read = (await get(resident, `/households/${household}/looks`)).body.items;
  expect(read).toContainEqual(expect.objectContaining({ why: 'PHARMACY_REGISTER', role: 'VOLUNTEER' }));
  await does(carrier, id, 'tick-registered', tick);
  await does(carrier, id, 'purchase', bought('pills', 'vita'));
  expect(await reveal(carrier, id)).toMatchObject({ status: 409 });
});

test('what is in the register is in no view, list, run, notice or timeline, and lies sealed', async () => {
  const { id, carrier, resident, place } = await atCounter();
  const [worker, leader, proxy] = [
    await somebody('GRID_WORKER', place),
    await somebody('GRID_LEADER', place),
    await somebody('VOLUNTEER', place),
  ];
  const pages = [
    ...[carrier, resident, worker, leader, proxy].map((person) => see(person, id)),
    ...[get(carrier, '/work/mine'), get(carrier, '/work/pool'), get(carrier, '/runs/mine')],
    ...[get(worker, '/grid/queue?tab=all'), get(resident, '/deliveries/mine'), get(resident, '/notices')],
  ];
  const shown = JSON.stringify(await Promise.all(pages));
  expect(shown).toContain('退烧药');
  const lies = await everything();
  for (const word of words) {
    expect(shown).not.toContain(word);
    expect(lies).not.toContain(word);
  }
  expect((await see(carrier, id)).body.register).toEqual({ given: true });
});

test('bought or ended, whom it was for is forgotten', async () => {
  const done = await atCounter();
  expect((await stored(done.id)).detail.patient).toEqual(expect.any(String));
  await does(done.carrier, done.id, 'tick-registered', tick);
  await does(done.carrier, done.id, 'purchase', bought('pills', 'vita'));
  expect((await stored(done.id)).detail.patient).toBeUndefined();
  const ended = await asked({ patient });
  await does(ended.resident, ended.id, 'cancel');
  expect((await stored(ended.id)).detail.patient).toBeUndefined();
  const fewer = await asked({ patient });
  const { revision } = await stored(fewer.id);
  await does(fewer.resident, fewer.id, 'edit-lines', { revision, lines: [vitamin] });
  expect((await stored(fewer.id)).detail.patient).toBeUndefined();
});

test('not given with the request, the household is asked, and a proxy or the grid may say it as well', async () => {
  const { id, carrier, place, ...home } = await atCounter({});
  expect(told(id).filter((line) => line === 'HOUSEHOLD:REGISTER_NEEDED')).toHaveLength(1);
  await settle();
  expect(told(id).filter((line) => line === 'HOUSEHOLD:REGISTER_NEEDED')).toHaveLength(2);
  expect(await reveal(carrier, id)).toMatchObject({ status: 409, body: { next: 'ask-household' } });
  expect(await act(carrier, id, 'give-register', { patient })).toMatchObject({ status: 403 });
  const wrong = { ...patient, idNumber: '12 34' };
  expect(await act(home.resident, id, 'give-register', { patient: wrong })).toMatchObject({ status: 422 });
  await does(await aProxy({ place, ...home }), id, 'give-register', { patient });
  expect((await reveal(carrier, id)).body.patient).toEqual(patient);
  const other = { ...patient, name: '登记丙丁' };
  await does(await somebody('GRID_WORKER', place), id, 'give-register', { patient: other });
  expect((await reveal(carrier, id)).body.patient).toEqual(other);
});

test('without four-class medicine nothing of a patient is asked, taken or kept', async () => {
  const { id, resident } = await asked({ lines: [vitamin], patient });
  expect((await stored(id)).detail.patient).toBeUndefined();
  expect(told(id)).not.toContain('HOUSEHOLD:REGISTER_NEEDED');
  expect((await see(resident, id)).body.register).toBeUndefined();
  const given = await act(resident, id, 'give-register', { patient });
  expect(given).toMatchObject({ status: 409, body: { next: 'no-register' } });
});
