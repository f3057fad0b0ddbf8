import sharp from 'sharp';
import { aRun, onRun, toDoors } from '../testing/run-scene';
import {
  aCarrier,
  act,
  aDelivery,
  anId,
  does,
  get,
  post,
  type Somebody,
  see,
  setTheStage,
  settle,
  somebody,
  stored,
  upload,
} from '../testing/scene';

setTheStage();

const aPhoto = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#a63' } })
    .withExif({ IFD0: { Copyright: 'whose phone it was' } })
    .jpeg()
    .toBuffer();
const reads = async (person: Somebody, file: string) => (await get(person, `/files/${file}`)).status;
const shown = async (person: Somebody, id: string) =>
  (await see(person, id)).body.handoverPhotos?.map(({ photo }: { photo: string }) => photo);
const given = { reason: { code: 'NOT_WELL' }, bags: 2 };

/** Bags that somebody has set down for another, with a photo. */
async function left() {
  const scene = await aDelivery('IN_TRANSIT');
  const photo = anId();
  expect(await upload(scene.carrier, photo, await aPhoto(), 'HANDOVER')).toBe(200);
  await does(scene.carrier, scene.id, 'ask-handover', { ...given, photo });
  await settle();
  return { ...scene, photo };
}

test('whoever gives shows the bags; without a photo nothing has changed hands', async () => {
  const { id, carrier } = await aDelivery('IN_TRANSIT');
  const refused = await act(carrier, id, 'ask-handover', given);
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/photo' }] } });
  expect((await stored(id)).state).toBe('IN_TRANSIT');
  expect(await act(carrier, id, 'ask-handover', { ...given, leftIll: true })).toMatchObject({ status: 422 });
  await does(carrier, id, 'ask-handover', { ...given, photo: anId() });
});

test('a grid leader asks for bags beside which nobody stands, and so does a carrier who fell ill', async () => {
  const first = await aDelivery('IN_TRANSIT');
  await does(await somebody('GRID_LEADER', first.place), first.id, 'ask-handover', given);
  const second = await aDelivery('IN_TRANSIT');
  await post(second.carrier, '/volunteers/me/off-duty', { opId: anId(), sick: true });
  await settle();
  for (const { id } of [first, second]) {
    expect(await stored(id)).toMatchObject({ state: 'HANDOVER_PENDING' });
    expect((await stored(id)).detail.handoverPhotos).toBeUndefined();
  }
});

test('both carriers and the grid leader read the photo; who comes for the bags counts without it', async () => {
  const { id, photo, carrier, place } = await left();
  const [leader, second, other] = [await somebody('GRID_LEADER', place), await aCarrier(place), await aCarrier(place)];
  const strange = await somebody('GRID_LEADER', place.replace('g01', 'g02'));
  for (const person of [carrier, leader]) {
    expect(await shown(person, id)).toEqual([photo]);
    expect(await reads(person, photo)).toBe(200);
  }
  for (const person of [second, other]) {
    expect(await shown(person, id)).toBeUndefined();
    expect(await reads(person, photo)).toBe(404);
  }
  await does(second, id, 'take-over', { bags: 2 });
  for (const person of [carrier, second, leader]) {
    expect(await shown(person, id)).toEqual([photo]);
    expect(await reads(person, photo)).toBe(200);
  }
  for (const person of [other, strange]) expect(await reads(person, photo)).toBe(404);
  const bytes = (await get(second, `/files/${photo}`)).body;
  expect(String(bytes)).not.toContain('whose phone it was');
});

test('passed on once more, everybody still reads the photos of the own hands, and only those', async () => {
  const { id, photo, carrier, place } = await left();
  const [second, third] = [await aCarrier(place), await aCarrier(place)];
  await does(second, id, 'take-over', { bags: 2 });
  const again = anId();
  await upload(second, again, await aPhoto(), 'HANDOVER');
  await does(second, id, 'ask-handover', { ...given, photo: again });
  await does(third, id, 'take-over', { bags: 2 });
  expect(await shown(carrier, id)).toEqual([photo]);
  expect(await shown(second, id)).toEqual([photo, again]);
  expect(await shown(third, id)).toEqual([photo, again]);
  expect(await Promise.all([reads(second, photo), reads(second, again)])).toEqual([200, 200]);
  expect(await Promise.all([reads(carrier, photo), reads(carrier, again)])).toEqual([200, 404]);
});

test('bags of a run: both carriers read the photo, also when the run has gone on to a third; a neighbour does not', async () => {
  const { run, carrier, place, homes } = await aRun().then(async (scene) => {
    await toDoors(scene);
    return scene;
  });
  const photo = anId();
  expect(await upload(carrier, photo, await aPhoto(), 'HANDOVER')).toBe(200);
  const [next, third] = [await aCarrier(place), await aCarrier(place)];
  await onRun(carrier, run, 'hand-over', { to: next.id, bags: 2, photo });
  await settle();
  await onRun(next, run, 'count-hand-over', { bags: 2 });
  await onRun(await somebody('GRID_LEADER', place), run, 'hand-over', { to: third.id, bags: 2 });
  await settle();
  expect([await reads(carrier, photo), await reads(next, photo)]).toEqual([200, 200]);
  expect(await reads(homes[0].resident, photo)).toBe(404);
  expect(await reads(await aCarrier(place), photo)).toBe(404);
});
