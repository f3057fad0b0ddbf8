import {
  aDelivery,
  aHome,
  anId,
  does,
  get,
  pass,
  type Scene,
  type Somebody,
  see,
  setTheStage,
  settle,
  somebody,
} from '../testing/scene';

setTheStage();

const ofOldDoor = { words: '旧门的留言：老人耳背', doorWords: '旧门口的话：钥匙在花盆下' };
const elsewhere = { words: '送到舅舅家，三号院二单元', reason: { code: 'RELATIVE' } };

interface OnTheWay extends Scene {
  readonly voiceNote: string;
  readonly worker: Somebody;
}

/** A request on its way, about whose own door everything was said that can be said. */
async function onTheWay(): Promise<OnTheWay> {
  const voiceNote = anId();
  const scene = await aDelivery('IN_TRANSIT', { ...ofOldDoor, voiceNote });
  const worker = await somebody('GRID_WORKER', scene.place);
  await does(worker, scene.id, 'note', { words: '旧门备注：三楼声控灯坏了' });
  await does(scene.carrier, scene.id, 'query-address', { words: '旧门找不到' });
  await does(scene.resident, scene.id, 'answer-address', { words: '旧门走地下车库' });
  pass(1);
  return { ...scene, voiceNote, worker };
}

/** What an answer tells of the door at home. */
const toldOf = (answer: unknown, { voiceNote }: OnTheWay): string[] =>
  ['旧门', '"address"', '"room"', 'ELDER_ALONE', voiceNote].filter((word) => JSON.stringify(answer).includes(word));

test('its carrier reads everything about the door, and once it goes elsewhere nothing but the new place', async () => {
  const scene = await onTheWay();
  const { id, carrier, resident, name, phone } = scene;
  expect(toldOf((await see(carrier, id)).body, scene)).toHaveLength(5);
  const { body } = await does(resident, id, 'redirect', elsewhere);
  expect(body.receipt).toMatchObject({ action: 'redirect' });
  const seen = (await see(carrier, id)).body;
  expect(toldOf(seen, scene)).toEqual([]);
  expect(seen).toMatchObject({ sentElsewhere: true, wayWords: [{ words: elsewhere.words }] });
  // the goods are still the household's, which may be phoned
  expect(seen.household).toMatchObject({ name, phone });
  expect(toldOf((await get(carrier, '/work/mine')).body, scene)).toEqual([]);
});

test('sent on to a third place, the second is nobody’s to know; a remark of now is read', async () => {
  const scene = await onTheWay();
  const { id, carrier, resident, worker } = scene;
  await does(resident, id, 'redirect', elsewhere);
  pass(1);
  await does(worker, id, 'redirect', { words: '送到隔离点东门', reason: { code: 'SITE_GATE' } });
  await does(worker, id, 'note', { words: '东门九点关' });
  const seen = (await see(carrier, id)).body;
  expect(JSON.stringify(seen)).not.toContain('舅舅');
  expect(JSON.stringify(seen)).toContain('东门九点关');
  expect(toldOf(seen, scene)).toEqual([]);
});

test('the household and its grid keep what they wrote; whoever lives at the new place knows of nothing', async () => {
  const scene = await onTheWay();
  const { id, resident, worker, place } = scene;
  await does(resident, id, 'redirect', elsewhere);
  const own = (await see(resident, id)).body;
  expect(own).toMatchObject({ ...ofOldDoor, voiceNote: scene.voiceNote, sentElsewhere: true });
  expect(own.wayWords).toHaveLength(3);
  expect(JSON.stringify((await see(worker, id)).body)).not.toContain('舅舅');
  const relative = await aHome(place);
  expect(await see(relative.resident, id)).toMatchObject({ status: 404 });
});

test('whoever says which door it is sends it there again, and its carrier reads about it as before', async () => {
  const scene = await onTheWay();
  const { id, carrier, resident, worker } = scene;
  await does(resident, id, 'redirect', elsewhere);
  await does(carrier, id, 'query-address', { words: '舅舅不在家' });
  const address = { compound: '样例小区', building: '5', unit: '2', floor: 6, room: '601' };
  await does(worker, id, 'answer-address', { address });
  const seen = (await see(carrier, id)).body;
  expect(seen.household.address).toMatchObject({ room: '601' });
  expect(seen).toMatchObject({ doorWords: ofOldDoor.doorWords });
  expect(seen.sentElsewhere).toBeUndefined();
});

test('brought again, it goes home: the new record has what was said of the door, and nothing of the other place', async () => {
  const scene = await onTheWay();
  const { id, carrier, resident, place } = scene;
  await does(resident, id, 'redirect', elsewhere);
  await does(carrier, id, 'drop', { photo: anId() });
  await does(resident, id, 'dispute', { lines: ['eggs'] });
  await does(await somebody('GRID_LEADER', place), id, 'resolve-dispute', { decision: 'REDELIVER' });
  await settle();
  const again = (await see(resident, (await see(resident, id)).body.linkedTo)).body;
  expect(again).toMatchObject(ofOldDoor);
  expect(again.sentElsewhere).toBeUndefined();
  expect(JSON.stringify(again)).not.toContain('舅舅');
});
