import { aHome, collection, deliverOnce, pass, settle } from '../deliveries/testing/scene';
import {
  acts,
  areaOf,
  aVillage,
  parts,
  planted,
  scheduled,
  see,
  setTheTree,
  split,
  theCounty,
} from './testing/area-scene';

setTheTree();

test('when the process dies in the middle, again and again, what is left is done afterwards and counted once', async () => {
  const place = aVillage();
  const county = await theCounty();
  const homes = [];
  for (const building of ['b01', 'b02', 'b03', 'b01', 'b02']) homes.push(await aHome(`${place.one}-${building}`));
  const id = await scheduled(county, split(place));
  await settle();
  let deaths = 0;
  planted.before = async (nth) => {
    if (nth % 3 !== 0 || deaths > 4) return;
    deaths += 1;
    throw new Error('the process is gone');
  };
  for (let round = 0; round < 30; round++) {
    pass(10);
    await deliverOnce();
  }
  expect(deaths).toBeGreaterThan(4);
  const places = await Promise.all(homes.map(({ household }) => areaOf('households', household)));
  expect(places).toEqual(
    ['1-b01', '2-b02', '1-b03', '1-b01', '2-b02'].map((end) => `${place.fresh(0).slice(0, -1)}${end}`),
  );
  expect((await see(county.head, id)).moved).toMatchObject({ households: 5, waiting: false });
});

test('a walk that takes longer than one delivery goes on in legs, and is not taken back before its end', async () => {
  const place = aVillage();
  const county = await theCounty();
  const homes = [];
  for (const building of ['b01', 'b02', 'b03']) homes.push(await aHome(`${place.one}-${building}`));
  const id = await scheduled(county, split(place));
  await settle();
  parts.legMs = 0;
  pass(2);
  for (let round = 0; round < 3 && (await see(county.head, id)).state !== 'APPLIED'; round++) await deliverOnce();
  const early = await acts(county.head, id, 'revert', { reason: { code: 'MISTAKE' } });
  expect([early.status, early.body.next]).toEqual([409, 'wait']);
  await settle();
  expect(await collection('areaChanges').countDocuments({ kind: 'AREA_LEG' })).toBeGreaterThan(1);
  expect((await see(county.head, id)).moved).toMatchObject({ households: 3, waiting: false });
  expect((await acts(county.head, id, 'revert', { reason: { code: 'MISTAKE' } })).status).toBe(200);
  await settle();
  expect(await areaOf('households', homes[1]?.household ?? '')).toBe(`${place.one}-b02`);
});
