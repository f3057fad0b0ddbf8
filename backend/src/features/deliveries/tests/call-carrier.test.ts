import {
  aCarrier,
  aDelivery,
  aHome,
  anId,
  aProxy,
  collection,
  does,
  post,
  type Scene,
  type Somebody,
  see,
  setTheStage,
  somebody,
} from '../testing/scene';

setTheStage();

const call = (person: Somebody, id: string, opId = anId()) =>
  post(person, `/deliveries/${id}/reveal-carrier`, { opId, why: 'CALL' });
const phoneOf = ({ carrier }: Scene): string => {
  if (!carrier.phone) throw new Error('a carrier without a number');
  return carrier.phone;
};
const looksAt = ({ carrier }: Scene) =>
  collection('auditRows')
    .find({ record: carrier.id, did: 'reveal' } as object)
    .toArray();

test('while it is held, the household, who speaks for it and its grid open the number, each look recorded; repeats are one look', async () => {
  const scene = await aDelivery('IN_TRANSIT');
  const people = [
    [scene.resident, 'RESIDENT'],
    [await aProxy(scene), 'PROXY'],
    [await somebody('GRID_WORKER', scene.place), 'GRID_WORKER'],
    [await somebody('TOWNSHIP_DISPATCHER', scene.place), 'TOWNSHIP_DISPATCHER'],
  ] as const;
  for (const [person] of people) {
    const seen = await see(person, scene.id);
    expect(seen.body.mayCallCarrier).toBe(true);
    expect(JSON.stringify(seen.body)).not.toContain(phoneOf(scene));
    const opId = anId();
    const first = await call(person, scene.id, opId);
    expect(first).toMatchObject({ status: 200, body: { phone: phoneOf(scene) } });
    expect((await call(person, scene.id, opId)).body).toEqual(first.body);
  }
  const looks = await looksAt(scene);
  expect(looks).toHaveLength(people.length);
  expect(looks).toEqual(
    expect.arrayContaining(people.map(([{ id: who }, role]) => expect.objectContaining({ who, role, why: 'CALL' }))),
  );
});

test('whoever else may see it is refused, whoever may not finds nothing, and nothing is recorded', async () => {
  const scene = await aDelivery('IN_TRANSIT');
  for (const person of [await somebody('COMMUNITY_CASHIER', scene.place), scene.carrier]) {
    expect(await call(person, scene.id)).toMatchObject({ status: 403 });
    expect((await see(person, scene.id)).body.mayCallCarrier).toBeUndefined();
  }
  const elsewhere = scene.place.replace('g01', 'g02');
  const strangers = [
    // no request is a store's before its goods come back
    await somebody('STORE_KEEPER', scene.place),
    (await aHome(scene.place)).resident,
    await aCarrier(scene.place),
    await somebody('DOCTOR', scene.place),
    await somebody('GRID_WORKER', elsewhere),
  ];
  for (const stranger of strangers) expect(await call(stranger, scene.id)).toMatchObject({ status: 404 });
  expect(await looksAt(scene)).toEqual([]);
});

test('before anybody holds it and after it has ended there is no number, and the refusal says how it stands', async () => {
  const waiting = await aDelivery('TRIAGED');
  expect((await see(waiting.resident, waiting.id)).body.mayCallCarrier).toBeUndefined();
  expect(await call(waiting.resident, waiting.id)).toMatchObject({ status: 409, body: { next: 'refresh' } });
  const scene = await aDelivery('DROPPED');
  expect(await call(scene.resident, scene.id)).toMatchObject({ status: 200 });
  await does(scene.resident, scene.id, 'confirm');
  expect((await see(scene.resident, scene.id)).body.mayCallCarrier).toBeUndefined();
  const late = await call(scene.resident, scene.id);
  expect(late).toMatchObject({ status: 409, body: { state: 'CONFIRMED', next: 'refresh' } });
  expect(late.body.type).toMatch(/transition-not-allowed$/);
  expect(await looksAt(scene)).toHaveLength(1);
});
