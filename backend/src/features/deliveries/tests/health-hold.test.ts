import { inputHash } from '../../../lifecycle';
import {
  aCarrier,
  act,
  aDelivery,
  aDraft,
  aHome,
  anId,
  aPlace,
  collection,
  does,
  get,
  now,
  pass,
  post,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  stored,
  submit,
  told,
} from '../testing/scene';

setTheStage();

const words = '嗓子疼，昨晚 38 度';
const note = '抗原两次阴性，可以上岗';
const fallsIll = (person: Somebody, more: object = { words }) =>
  post(person, '/volunteers/me/off-duty', { opId: anId(), sick: true, ...more });
const holds = async (doctor: Somebody) => (await get(doctor, '/doctor/holds')).body.items;
const clear = (doctor: Somebody, { id }: Somebody, since: string, more: object = {}) =>
  post(doctor, `/doctor/holds/${id}/clear`, { opId: anId(), since, words: note, ...more });
const goesOn = (person: Somebody) => {
  const until = new Date(now().getTime() + 4 * 3_600_000).toISOString();
  return post(person, '/volunteers/me/on-duty', { opId: anId(), until, temperatureTenths: 364, symptoms: false });
};
const record = async ({ id }: Somebody) =>
  (await collection('volunteers').findOne({ _id: id })) as unknown as Record<string, unknown>;

test('who reported ill gets no work until a doctor of the place clears it, and is told; the words lie sealed', async () => {
  const place = aPlace();
  const carrier = await aCarrier(place);
  const doctor = await somebody('DOCTOR', place.slice(0, 6));
  await fallsIll(carrier);
  await settle();
  expect(told(carrier.id)).toEqual(['DOCTOR:HEALTH_HOLD']);
  const [held] = await holds(doctor);
  const since = now().toISOString();
  expect(held).toMatchObject({ person: carrier.id, since, cause: 'SICK', words });
  expect(held.label).not.toContain(carrier.id);
  // neither by feeling well nor by taking work
  expect((await goesOn(carrier)).body).toMatchObject({ healthHold: true, onDuty: false });
  const home = await aHome(place);
  const draft = aDraft(home.household);
  await submit(home.resident, draft);
  await settle();
  expect((await stored(draft.id)).assignment.offeredTo).toBeUndefined();
  expect(await act(carrier, draft.id, 'claim')).toMatchObject({ status: 403 });
  expect(JSON.stringify(await record(carrier))).not.toMatch(/嗓子|阴性/);
  // nor as a fingerprint that anybody who has the database could try words against
  expect(JSON.stringify(await record(carrier))).not.toContain(inputHash('goOffDuty', { sick: true, words }));

  pass(90);
  expect(await clear(doctor, carrier, since)).toMatchObject({ status: 200, body: { person: carrier.id, since } });
  await settle();
  expect(told(carrier.id)).toEqual(['DOCTOR:HEALTH_HOLD', 'CARRIER:HOLD_CLEARED']);
  expect(await holds(doctor)).toEqual([]);
  expect(JSON.stringify(await record(carrier))).not.toMatch(/嗓子|阴性/);
  const me = (await get(carrier, '/volunteers/me')).body;
  expect(me).toMatchObject({ healthHold: false, onDuty: false, holdCleared: { words: note } });
  expect((await goesOn(carrier)).body).toMatchObject({ healthHold: false, onDuty: true });
  expect((await get(carrier, '/volunteers/me')).body.holdCleared).toBeUndefined();
  await does(carrier, draft.id, 'claim');
});

test('the same press twice clears once and answers the same; another intent under it, and a second doctor, are refused', async () => {
  const place = aPlace();
  const carrier = await aCarrier(place);
  const [doctor, other] = [await somebody('DOCTOR', place), await somebody('DOCTOR', place)];
  await fallsIll(carrier, {});
  const since = now().toISOString();
  const opId = anId();
  const first = await clear(doctor, carrier, since, { opId });
  pass(5);
  expect((await clear(doctor, carrier, since, { opId })).body).toEqual(first.body);
  expect((await clear(doctor, carrier, since, { opId, words: '不一样' })).body.type).toMatch(/op-id-reused$/);
  expect((await clear(other, carrier, since, { opId })).body.type).toMatch(/op-id-reused$/);
  expect(await clear(other, carrier, since)).toMatchObject({ status: 409, body: { next: 'refresh' } });
  expect((await record(carrier)).clearedHolds).toHaveLength(1);
  await settle();
  expect(told(carrier.id).filter((line) => line === 'CARRIER:HOLD_CLEARED')).toHaveLength(1);
  // who falls ill again is on another hold, which the old press does not end
  await goesOn(carrier);
  await fallsIll(carrier, {});
  expect((await clear(doctor, carrier, since)).status).toBe(409);
  expect((await record(carrier)).healthHold).toBe(true);
});

test('of two doctors at the same moment one clears it', async () => {
  const place = aPlace();
  const carrier = await aCarrier(place);
  const doctors = await Promise.all([1, 2, 3].map(() => somebody('DOCTOR', place)));
  await fallsIll(carrier, {});
  const since = now().toISOString();
  const answers = await Promise.all(doctors.map((doctor) => clear(doctor, carrier, since)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect((await record(carrier)).clearedHolds).toHaveLength(1);
});

test('a doctor of another place sees and clears nothing, no other role does, and nobody clears their own', async () => {
  const place = aPlace();
  const carrier = await aCarrier(place);
  await fallsIll(carrier);
  const since = now().toISOString();
  const elsewhere = await somebody('DOCTOR', place.replace('g01', 'g02'));
  expect(await holds(elsewhere)).toEqual([]);
  expect((await clear(elsewhere, carrier, since)).status).toBe(404);
  for (const role of ['GRID_LEADER', 'CDC_INVESTIGATOR', 'TOWNSHIP_DISPATCHER'] as const) {
    const person = await somebody(role, place);
    expect((await get(person, '/doctor/holds')).status).toBe(403);
    expect((await clear(person, carrier, since)).status).toBe(403);
  }
  const ill = await somebody('DOCTOR', place);
  await collection('volunteers').insertOne({ ...(await record(carrier)), _id: ill.id } as never);
  expect((await clear(ill, ill, since)).status).toBe(403);
  expect((await record(carrier)).healthHold).toBe(true);
});

test('a fever before duty is said with its degrees, who waits longest stands first, and each look is recorded', async () => {
  const place = aPlace();
  const [first, second] = [await aCarrier(place), await aCarrier(place)];
  const doctor = await somebody('DOCTOR', place);
  const until = new Date(now().getTime() + 3_600_000).toISOString();
  const unwell = (temperatureTenths: number, symptoms: boolean) => ({
    opId: anId(),
    until,
    temperatureTenths,
    symptoms,
  });
  await post(first, '/volunteers/me/on-duty', unwell(381, false));
  pass(10);
  await post(second, '/volunteers/me/on-duty', unwell(365, true));
  expect(await holds(doctor)).toMatchObject([
    { person: first.id, cause: 'FEVER', temperatureTenths: 381 },
    { person: second.id, cause: 'SYMPTOM' },
  ]);
  const page = (await get(doctor, '/doctor/holds?limit=1')).body;
  expect(page.items).toMatchObject([{ person: first.id }]);
  expect((await get(doctor, `/doctor/holds?limit=1&after=${page.next}`)).body.items).toMatchObject([
    { person: second.id },
  ]);
  const looks = await collection('auditRows')
    .find({ who: doctor.id } as object)
    .toArray();
  expect(looks).toMatchObject([
    { record: first.id, role: 'DOCTOR', did: 'hold', why: 'HEALTH_HOLD' },
    { record: second.id, role: 'DOCTOR', did: 'hold', why: 'HEALTH_HOLD' },
  ]);
});

test('bags in hand go to somebody else while the hold lasts', async () => {
  const { id, carrier } = await aDelivery('IN_TRANSIT');
  await fallsIll(carrier);
  expect((await stored(id)).state).toBe('HANDOVER_PENDING');
});

test('the doctor reads the temperature that began the hold, whatever is stated later; the longest wait comes first, page by page', async () => {
  const place = aPlace();
  const doctor = await somebody('DOCTOR', place);
  const [first, second] = [await aCarrier(place), await aCarrier(place)];
  const states = (person: Somebody, temperatureTenths: number) => {
    const until = new Date(now().getTime() + 4 * 3_600_000).toISOString();
    return post(person, '/volunteers/me/on-duty', { opId: anId(), until, temperatureTenths, symptoms: false });
  };
  await states(first, 385);
  pass(30);
  await states(second, 379);
  await states(first, 366);
  const read = (query: string) => get(doctor, `/doctor/holds?limit=1${query}`);
  const page = (await read('')).body;
  expect(page.items).toMatchObject([{ person: first.id, cause: 'FEVER', temperatureTenths: 385 }]);
  await clear(doctor, first, page.items[0].since);
  // what was read has gone meanwhile, and the next page goes on behind it
  expect((await read(`&after=${page.next}`)).body.items).toMatchObject([{ person: second.id, temperatureTenths: 379 }]);
});

test('two phones at once, ill and well: the hold begins once and is not undone', async () => {
  const place = aPlace();
  const carrier = await aCarrier(place);
  const answers = await Promise.all([fallsIll(carrier), goesOn(carrier), fallsIll(carrier), goesOn(carrier)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await record(carrier)).toMatchObject({ healthHold: true, duty: { on: false } });
  await settle();
  expect(told(carrier.id)).toEqual(['DOCTOR:HEALTH_HOLD']);
});
