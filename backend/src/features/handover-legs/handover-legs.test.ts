import {
  aCarrier,
  act,
  aDelivery,
  aHome,
  anId,
  collection,
  does,
  get,
  type Home,
  now,
  post,
  type Scene,
  type Somebody,
  see,
  setTheStage,
  settle,
  somebody,
  stateOf,
  stored,
  told,
  wait,
} from '../deliveries/testing/scene';

setTheStage();

interface Leg extends Scene {
  readonly leg: string;
  readonly inside: Somebody;
  readonly leader: Somebody;
}

/** A carrier of the loop of this grid, equipped for going in. */
async function insider(place: string): Promise<Somebody> {
  const person = await aCarrier(place);
  await collection('volunteers').updateOne({ _id: person.id }, { $set: { loop: place } });
  return person;
}

const onLeg = (person: Somebody, leg: string, action: string, more: object = {}) =>
  post(person, `/handover-legs/${leg}/${action}`, { opId: anId(), reason: { code: 'OTHER' }, ...more });

/** Bought for a sealed home by a runner outside; the zone is that of the stored request. */
async function bought(until: 'PURCHASED' | 'IN_TRANSIT' = 'IN_TRANSIT'): Promise<Leg> {
  const home: Home = await aHome();
  const scene = await aDelivery('SHOPPING', {}, home);
  await seal(scene.id);
  const lines = [
    { line: 'eggs', outcome: 'FOUND', actualFen: 1800 },
    { line: 'noodles', outcome: 'FOUND', actualFen: 500 },
  ];
  await does(scene.carrier, scene.id, 'purchase', { lines, receiptPhoto: anId(), bags: 2 });
  if (until === 'IN_TRANSIT') await does(scene.carrier, scene.id, 'depart');
  await settle();
  const [leg] = await legsOf(scene.id);
  if (!leg) throw new Error('no handover was made');
  const leader = await somebody('GRID_LEADER', home.place);
  return { ...scene, leg: leg._id, inside: await insider(home.place), leader };
}

const seal = (id: string) =>
  collection('tasks').updateOne({ _id: id }, { $set: { 'detail.mode': 'HANDOVER_POINT', 'detail.zone': 'SEALED' } });
const legsOf = (delivery: string) =>
  collection('tasks').find({ kind: 'HANDOVER_LEG', 'detail.delivery': delivery }).toArray();

async function atPoint(bags = 2): Promise<Leg> {
  const scene = await bought();
  const left = await onLeg(scene.carrier, scene.leg, 'leave-at-point', { bags, photo: anId() });
  expect(left).toMatchObject({ status: 200, body: { receipt: { to: 'AT_POINT' } } });
  await settle();
  return scene;
}

describe('a handover at the edge of a sealed zone', () => {
  test('it waits, planned, until the goods set out, and sets out with them', async () => {
    const { id, carrier, leg } = await bought('PURCHASED');
    expect(await stateOf(leg)).toBe('PLANNED');
    await does(carrier, id, 'depart');
    await settle();
    expect(await stateOf(leg)).toBe('OUTSIDE_EN_ROUTE');
    expect((await get(carrier, '/work/handover-legs')).body.items).toMatchObject([
      { id: leg, part: 'OUTSIDE', actions: ['leaveAtPoint'] },
    ]);
  });

  test('the runner leaves the bags, the carrier inside counts them and brings them to the door', async () => {
    const { id, carrier, inside, leg, resident } = await atPoint();
    expect(await stateOf(id)).toBe('HANDOVER_PENDING');
    expect(told(leg)).toContain('CARRIER:HANDOVER_FOR_YOU');
    expect((await get(inside, '/work/handover-legs')).body.items).toMatchObject([
      { id: leg, part: 'INSIDE', bags: 2, actions: ['takeInside', 'countDiffers'] },
    ]);
    expect(await onLeg(inside, leg, 'take-inside', { bags: 2 })).toMatchObject({ status: 200 });
    await settle();
    expect(await stored(id)).toMatchObject({
      state: 'IN_TRANSIT',
      assignment: { assignee: inside.id },
      detail: { advancedBy: carrier.id, insideBy: inside.id },
    });
    await does(inside, id, 'drop', { photo: anId() });
    await settle();
    expect([await stateOf(id), await stateOf(leg)]).toEqual(['DROPPED', 'DONE']);
    const seats = await collection('volunteers').findOne({ _id: inside.id });
    expect(seats).toMatchObject({ seats: [] });
    await does(resident, id, 'confirm');
  });

  test('bags set down before the handover knew that they had set out: a late fact, and once it counts they stand there', async () => {
    const { id, carrier, leg, place } = await bought('PURCHASED');
    await does(carrier, id, 'depart');
    const left = await onLeg(carrier, leg, 'leave-at-point', { bags: 2, photo: anId() });
    expect(left.body.receipt).toMatchObject({ to: 'LATE_FACT' });
    const worker = await somebody('GRID_WORKER', place);
    const [fact] = (await get(worker, '/late-facts')).body.items;
    expect(fact).toMatchObject({ recordKind: 'HANDOVER_LEG', recordState: 'PLANNED', follows: 'MOVES_ON', bags: 2 });
    expect((await post(worker, `/late-facts/${fact.id}/apply`, { opId: anId() })).status).toBe(200);
    await settle();
    expect([await stateOf(leg), await stateOf(id)]).toEqual(['AT_POINT', 'HANDOVER_PENDING']);
    expect((await stored(leg)).detail.bags).toBe(2);
    await wait(20);
    expect(await stateOf(leg)).toBe('NOT_TAKEN');
  });

  test('the runner neither sees the door nor goes there; the carrier inside sees it', async () => {
    const { id, carrier, inside, leg, phone } = await bought();
    const outside = await see(carrier, id);
    expect(outside.body.household).toBeUndefined();
    expect(JSON.stringify(outside.body)).not.toContain(phone);
    expect(await act(carrier, id, 'drop', { photo: anId() })).toMatchObject({
      status: 409,
      body: { next: 'leaveAtPoint' },
    });
    await onLeg(carrier, leg, 'leave-at-point', { bags: 2, photo: anId() });
    await settle();
    await onLeg(inside, leg, 'take-inside', { bags: 2 });
    await settle();
    expect((await see(inside, id)).body.household).toMatchObject({ phone, masked: false });
    expect(JSON.stringify((await see(carrier, id)).body)).not.toContain(phone);
    expect(JSON.stringify((await get(inside, `/handover-legs/${leg}`)).body)).not.toContain(phone);
  });

  test('another count is signed by both and decided by the grid leader', async () => {
    const { id, carrier, inside, leader, leg } = await atPoint();
    expect(await onLeg(inside, leg, 'take-inside', { bags: 1 })).toMatchObject({
      status: 409,
      body: { next: 'countDiffers' },
    });
    await onLeg(inside, leg, 'count-differs', { bags: 1 });
    expect(await onLeg(leader, leg, 'let-in')).toMatchObject({ status: 409, body: { next: 'signCount' } });
    expect(await onLeg(carrier, leg, 'sign-count')).toMatchObject({ status: 200, body: { view: { signed: true } } });
    expect(await onLeg(leader, leg, 'let-in')).toMatchObject({
      status: 200,
      body: { receipt: { to: 'TAKEN_INSIDE' } },
    });
    await settle();
    expect(await stored(id)).toMatchObject({ state: 'IN_TRANSIT', detail: { flags: ['COUNT_DIFFERS'] } });
    expect((await stored(id)).assignment.assignee).toBe(inside.id);
  });

  test('when nobody signs or decides in 15 minutes the township hears of it, and the leader may send them back', async () => {
    const { id, inside, leader, leg, place } = await atPoint();
    await onLeg(inside, leg, 'count-differs', { bags: 3 });
    await wait(16);
    expect(told(leg)).toContain('TOWNSHIP_DISPATCHER:COUNT_DIFFERS');
    expect(await onLeg(leader, leg, 'send-back')).toMatchObject({ status: 200 });
    await settle();
    expect([await stateOf(leg), await stateOf(id)]).toEqual(['RETURNED', 'RETURNED']);
    // the store reads where they come from, and that nobody has them
    const [row] = (await get(await somebody('STORE_KEEPER', place), '/store/returns?tab=coming')).body.items;
    expect([row.id, row.why, row.brings]).toEqual([id, 'FROM_POINT', undefined]);
  });

  test('after 20 minutes nobody has taken them: the grid hears of it, and they may still be taken in', async () => {
    const { id, inside, leader, leg } = await atPoint();
    const left = now().toISOString();
    await wait(21);
    // they have waited since they were left, not since it was noticed that nobody came
    expect((await get(leader, '/handover-legs')).body.items).toMatchObject([{ id: leg, since: left }]);
    expect([await stateOf(leg), told(id)]).toEqual(['NOT_TAKEN', expect.arrayContaining(['GRID:HANDOVER_OVERDUE'])]);
    expect(await onLeg(inside, leg, 'take-inside', { bags: 2 })).toMatchObject({ status: 200 });
    await settle();
    expect(await stateOf(id)).toBe('IN_TRANSIT');
  });

  test('whoever comes late and counts another number may say so as well', async () => {
    const { inside, leg } = await atPoint();
    await wait(21);
    const late = await onLeg(inside, leg, 'count-differs', { bags: 1 });
    expect(late).toMatchObject({
      status: 200,
      body: { receipt: { to: 'COUNT_DIFFERS' }, view: { inside: { self: true } } },
    });
  });

  test('another runner gets a handover of its own, and the first one is cancelled', async () => {
    const { id, carrier, leg, place } = await bought();
    const next = await aCarrier(place);
    await does(carrier, id, 'ask-handover', { bags: 2, photo: anId() });
    await does(next, id, 'take-over', { bags: 2 });
    await settle();
    expect(await stateOf(leg)).toBe('CANCELLED');
    expect((await get(next, '/work/handover-legs')).body.items).toMatchObject([
      { part: 'OUTSIDE', state: 'OUTSIDE_EN_ROUTE' },
    ]);
    expect(await onLeg(carrier, leg, 'leave-at-point', { bags: 2, photo: anId() })).toMatchObject({
      status: 200,
      body: { receipt: { to: 'LATE_FACT' } },
    });
  });

  test('who is outside, unequipped or without a part takes nothing, and bags at a point go through it only', async () => {
    const { id, carrier, leader, leg, place, resident } = await atPoint();
    const unequipped = await aCarrier(place);
    expect((await onLeg(carrier, leg, 'take-inside', { bags: 2 })).status).toBe(403);
    expect((await onLeg(unequipped, leg, 'take-inside', { bags: 2 })).status).toBe(404);
    expect((await onLeg(resident, leg, 'take-inside', { bags: 2 })).status).toBe(404);
    expect((await act(unequipped, id, 'take-over', { bags: 2 })).status).toBe(409);
    expect((await act(leader, id, 'take-over', { bags: 2 })).status).toBe(409);
    expect((await get(unequipped, '/work/handover-legs')).body.items).toEqual([]);
    expect((await get(leader, '/handover-legs')).body.items).toMatchObject([{ id: leg, part: 'GRID' }]);
  });

  test('an operation repeated has its first answer, and two who count at once are one', async () => {
    const { id, inside, leg, place } = await atPoint();
    const other = await insider(place);
    const body = { opId: anId(), bags: 2 };
    const first = await post(inside, `/handover-legs/${leg}/take-inside`, body);
    await settle();
    const again = await post(inside, `/handover-legs/${leg}/take-inside`, body);
    expect(again.body.receipt).toEqual(first.body.receipt);
    expect(await onLeg(other, leg, 'take-inside', { bags: 2 })).toMatchObject({ status: 409 });
    await settle();
    expect((await stored(id)).history.filter(({ action }) => action === 'takeOver')).toHaveLength(1);
    expect(await legsOf(id)).toHaveLength(1);
  });
});
