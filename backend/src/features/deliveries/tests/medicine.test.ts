import { pills, vitamin } from '../testing/medicine-lines';
import {
  aCarrier,
  act,
  aDelivery,
  aDraft,
  aHome,
  anId,
  aProxy,
  collection,
  does,
  get,
  type Home,
  receipt,
  see,
  setTheStage,
  settle,
  shop,
  somebody,
  stored,
  submit,
  told,
  wait,
} from '../testing/scene';

setTheStage();

/** Medicine asked for, and whatever the rules make of it. */
async function asked(more: object = {}, whose?: Home) {
  const home = whose ?? (await aHome());
  const draft = aDraft(home.household, { kind: 'MEDICINE', shop: shop(), lines: [pills], ...more });
  expect(await submit(home.resident, draft)).toMatchObject({ status: 200 });
  await settle();
  const worker = await somebody('GRID_WORKER', home.place);
  const doctor = await somebody('DOCTOR', home.place);
  return { ...home, id: draft.id, worker, doctor };
}

test('four-class medicine: nobody goes before the question about symptoms is answered', async () => {
  const { id, worker, resident, place } = await asked();
  expect((await see(worker, id)).body).toMatchObject({ state: 'SUBMITTED', flags: ['SYMPTOM_QUESTION'] });
  expect(told(id)).toEqual(['GRID:FLAGGED', 'HOUSEHOLD:REGISTER_NEEDED']);
  expect(await act(worker, id, 'triage')).toMatchObject({ status: 409, body: { next: 'ask-symptoms' } });
  expect(await act(await aCarrier(place), id, 'answer-symptoms', { symptoms: false })).toMatchObject({ status: 404 });
  await does(resident, id, 'answer-symptoms', { symptoms: false });
  await settle();
  expect(['TRIAGED', 'OFFERED']).toContain((await stored(id)).state);
});

test('symptoms: a doctor is asked, and neither the grid nor a volunteer goes past the doctor', async () => {
  const { id, worker, doctor, place, name, phone, ...home } = await asked();
  const proxy = await aProxy({ place, name, phone, ...home });
  await does(proxy, id, 'answer-symptoms', { symptoms: true });
  await settle();
  expect(told(id)).toContain('DOCTOR:DOCTOR_ASKED');
  expect(await act(worker, id, 'triage')).toMatchObject({ status: 409, body: { next: 'doctor' } });
  expect(await act(await aCarrier(place), id, 'claim')).toMatchObject({ status: 404 });
  expect(await act(worker, id, 'doctor-clear')).toMatchObject({ status: 403 });
  const elsewhere = await somebody('DOCTOR', place.replace('g01', 'g02'));
  expect((await get(elsewhere, '/doctor/queue')).body.items).toEqual([]);
  expect(await act(elsewhere, id, 'doctor-clear')).toMatchObject({ status: 404 });
  expect((await get(doctor, '/doctor/queue')).body.items).toMatchObject([{ id, flags: ['DOCTOR'] }]);
  const seen = (await see(doctor, id)).body;
  // a doctor phones and does not come to the door
  expect(seen.household).toEqual({ id: home.household, name, phone, masked: false });
  expect(await collection('auditRows').countDocuments({ who: doctor.id, role: 'DOCTOR' })).toBe(1);
  await does(doctor, id, 'doctor-clear', { words: '饭后服，一天两次' });
  await settle();
  expect(told(id)).toContain('HOUSEHOLD:DOCTOR_CLEARED');
  expect((await see(home.resident, id)).body.doctor).toEqual({ words: '饭后服，一天两次' });
  expect((await see(worker, id)).body.doctor).toBeUndefined();
  expect(JSON.stringify(await stored(id))).not.toContain('饭后服');
  // what the doctor decided on is known afterwards, but not who it was for
  expect((await see(doctor, id)).body).toMatchObject({ lines: [], timeline: [] });
  expect((await see(doctor, id)).body.household).toBeUndefined();
  expect((await get(doctor, '/doctor/queue')).body.items).toEqual([]);
});

test('the doctor refuses: the household reads why and where to go, the grid where, and may ask for something else', async () => {
  const { id, worker, doctor, resident, household } = await asked({ symptoms: true });
  const refusal = { nextStep: 'FEVER_CLINIC', words: '先去发热门诊' };
  expect(await act(doctor, id, 'doctor-refuse', { ...refusal, reason: undefined })).toMatchObject({ status: 422 });
  expect(await act(doctor, id, 'doctor-refuse', { words: '不行' })).toMatchObject({ status: 422 });
  await does(doctor, id, 'doctor-refuse', { ...refusal, reason: { code: 'FEVER_CLINIC' } });
  await settle();
  expect(told(id)).toContain('HOUSEHOLD:DOCTOR_REFUSED');
  expect((await see(resident, id)).body).toMatchObject({ state: 'REJECTED', doctor: refusal });
  expect((await see(worker, id)).body.doctor).toEqual({ nextStep: 'FEVER_CLINIC' });
  expect(await act(doctor, id, 'doctor-clear')).toMatchObject({ status: 409 });
  const other = aDraft(household, { kind: 'MEDICINE', shop: shop(), lines: [vitamin] });
  expect(await submit(resident, other)).toMatchObject({ status: 200 });
});

test('when no doctor looks, the grid leader hears of it after a quarter of an hour, then the township', async () => {
  const { id } = await asked({ symptoms: true });
  const overdue = () => told(id).filter((line) => line.endsWith('DOCTOR_OVERDUE'));
  await wait(14);
  expect(overdue()).toEqual([]);
  await wait(1);
  expect(overdue()).toEqual(['GRID_LEADER:DOCTOR_OVERDUE']);
  await wait(15);
  expect(overdue()).toEqual(['GRID_LEADER:DOCTOR_OVERDUE', 'TOWNSHIP_DISPATCHER:DOCTOR_OVERDUE']);
  await wait(120);
  expect(overdue()).toHaveLength(2);
});

test('when the doctor has looked in time, nobody is told', async () => {
  const { id, doctor } = await asked({ symptoms: true });
  await does(doctor, id, 'doctor-clear');
  await wait(60);
  expect(told(id).filter((line) => line.endsWith('DOCTOR_OVERDUE'))).toEqual([]);
});

test('a prescription is read by a doctor first; its photo goes to those who need it, while they do', async () => {
  const prescription = anId();
  const { id, worker, doctor, resident, place } = await asked({ lines: [vitamin], prescription });
  for (const person of [doctor, worker, resident]) expect((await see(person, id)).body.prescription).toBe(prescription);
  expect((await see(worker, id)).body.flags).toEqual(['DOCTOR_LOOK']);
  await does(doctor, id, 'doctor-clear');
  await settle();
  const [carrier, other] = [await aCarrier(place), await aCarrier(place)];
  expect((await see(other, id)).body.prescription).toBeUndefined();
  await does(carrier, id, 'claim');
  expect((await see(carrier, id)).body.prescription).toBe(prescription);
  expect((await see(other, id)).body.prescription).toBeUndefined();
  await does(carrier, id, 'start-shopping');
  await does(carrier, id, 'purchase', receipt({ lines: [{ line: 'vita', outcome: 'FOUND' }] }));
  await does(carrier, id, 'depart');
  await does(carrier, id, 'drop', { photo: anId() });
  await does(resident, id, 'confirm');
  expect((await see(carrier, id)).body.prescription).toBeUndefined();
});

test('insulin that is out today waits for no doctor', async () => {
  const home = await aHome(undefined, 'DIABETIC');
  const { id } = await asked({ lines: [vitamin], prescription: anId(), daysLeft: 0 }, home);
  expect(await stored(id)).toMatchObject({ state: 'TRIAGED', detail: { flags: [] }, priority: 0 });
});

test('four-class medicine that is added later is asked about as well', async () => {
  const unlisted = { ...vitamin, line: 'herb', name: '枸杞', sku: undefined };
  const early = await asked({ lines: [vitamin, unlisted] });
  expect((await see(early.worker, early.id)).body.flags).toEqual(['PRESCRIPTION']);
  await does(early.resident, early.id, 'add-lines', { lines: [pills] });
  expect((await see(early.worker, early.id)).body.flags).toEqual(['PRESCRIPTION', 'SYMPTOM_QUESTION']);
  expect(await act(early.worker, early.id, 'triage')).toMatchObject({ status: 409, body: { next: 'ask-symptoms' } });
  // what waited for a doctor alone is the grid's from then on, which hears of it
  const seen = await asked({ lines: [vitamin], prescription: anId() });
  expect(told(seen.id)).not.toContain('GRID:FLAGGED');
  await does(seen.resident, seen.id, 'add-lines', { lines: [pills] });
  await settle();
  expect(told(seen.id)).toContain('GRID:FLAGGED');
  const late = await aDelivery('ACCEPTED', { kind: 'MEDICINE', shop: shop(), lines: [vitamin] });
  const added = await act(late.resident, late.id, 'add-lines', { lines: [pills] });
  expect(added).toMatchObject({ status: 409, body: { next: 'ask-anew' } });
  const { revision } = await stored(late.id);
  const edited = await act(late.resident, late.id, 'edit-lines', { revision, lines: [pills] });
  expect(edited).toMatchObject({ status: 409, body: { next: 'ask-anew' } });
  expect((await see(late.carrier, late.id)).body.lines).toHaveLength(1);
});
