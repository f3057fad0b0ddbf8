import { aHome, wait } from '../deliveries/testing/scene';
import {
  acts,
  areaOf,
  aVillage,
  draft,
  inTwoMinutes,
  merge,
  see,
  setTheTree,
  split,
  theCounty,
} from './testing/area-scene';

setTheTree();

test('of a split a preview says how many homes are in no building, and brings all of them to the first part', async () => {
  const place = aVillage();
  const county = await theCounty();
  const homes = [await aHome(place.one), await aHome(`${place.one}-b02`), await aHome(place.one)];
  const { body } = await draft(county.dispatcher, split(place));
  const { preview } = (await acts(county.dispatcher, body.id, 'preview')).body.view;
  expect(preview).toMatchObject({ households: 3, withoutPart: 2 });
  expect(preview.into.map(({ households }: { households: number }) => households)).toEqual([2, 1]);
  expect((await see(county.head, body.id)).preview.withoutPart).toBe(2);
  await acts(county.head, body.id, 'schedule', { at: inTwoMinutes() });
  await wait(2);
  const places = await Promise.all(homes.map(({ household }) => areaOf('households', household)));
  expect(places).toEqual([place.fresh(1), `${place.fresh(2)}-b02`, place.fresh(1)]);
});

test('of a merge nobody asks: everything goes to the one new area', async () => {
  const place = aVillage();
  const county = await theCounty();
  await aHome(place.one);
  const { body } = await draft(county.dispatcher, merge(place));
  const { preview } = (await acts(county.dispatcher, body.id, 'preview')).body.view;
  expect([preview.households, preview.withoutPart]).toEqual([1, undefined]);
});
