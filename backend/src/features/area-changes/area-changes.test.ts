import { testCounty } from '../../testing/test-app';
import {
  aCarrier,
  act as actOnDelivery,
  aDelivery,
  aHome,
  collection,
  get,
  settle,
  somebody,
  stored,
  told,
  wait,
} from '../deliveries/testing/scene';
import {
  acts,
  applied,
  areaOf,
  aVillage,
  draft,
  inTwoMinutes,
  merge,
  renumber,
  rightsOf,
  scheduled,
  see,
  setTheTree,
  split,
  theCounty,
  town,
  treeOf,
} from './testing/area-scene';

setTheTree();

const queue = async (who: { id: string }) =>
  (await get(who, '/grid/queue?tab=all&limit=50')).body.items.map(({ id }: { id: string }) => id).sort();

describe('a split', () => {
  test('is drafted, seen in numbers, scheduled by a head, and applied at its instant and not before', async () => {
    const place = aVillage();
    const county = await theCounty();
    const leader = await somebody('GRID_LEADER', place.one);
    const first = await aHome(`${place.one}-b01`);
    const second = await aHome(`${place.one}-b02`);
    const { body } = await draft(county.dispatcher, split(place), { words: '人太多，一个人跑不过来' });
    expect(body).toMatchObject({ state: 'DRAFT', kind: 'SPLIT', level: 'GRID', actions: ['preview', 'cancel'] });
    expect(body.words).toBe('人太多，一个人跑不过来');
    const shown = (await acts(county.dispatcher, body.id, 'preview')).body.view;
    expect(shown.preview).toMatchObject({ people: 4, households: 2, work: [], volunteers: 0, onDuty: 0 });
    expect(shown.preview.grants).toContainEqual({ role: 'GRID_LEADER', count: 1, wider: 0 });
    expect(shown.preview.into.map(({ households }: { households: number }) => households)).toEqual([1, 1]);
    await settle();
    expect(told(body.id)).toEqual(['COUNTY_HEAD:AREA_TO_SCHEDULE']);
    expect((await acts(county.head, body.id, 'schedule', { at: inTwoMinutes() })).status).toBe(200);
    await settle();
    expect(told(body.id)).toContain('GRID_LEADER:AREA_SCHEDULED');
    expect(await areaOf('households', first.household)).toBe(`${place.one}-b01`);
    await wait(2);
    const after = await see(county.head, body.id);
    expect(after).toMatchObject({ state: 'APPLIED', moved: { households: 2, waiting: false } });
    expect(await areaOf('households', first.household)).toBe(`${place.fresh(1)}-b01`);
    expect(await areaOf('households', second.household)).toBe(`${place.fresh(2)}-b02`);
    expect(await rightsOf(leader)).toEqual([place.one, place.fresh(1), place.fresh(2)]);
    const listed = (await get(leader, `/areas?parent=${place.village}`)).body.items.map(({ id }: { id: string }) => id);
    expect(listed).toEqual([place.two, place.fresh(1), place.fresh(2)]);
    expect(told(body.id)).toContain('GRID_LEADER:AREA_CHANGED');
    const tree = await treeOf(place.village);
    const old = tree.find(({ _id }) => _id === place.one);
    expect(old).toMatchObject({ successors: [place.fresh(1), place.fresh(2)], validTo: new Date(after.at) });
    expect(tree.find(({ _id }) => _id === place.fresh(2))?.adjacent).toEqual([place.two, place.fresh(1)]);
    expect(tree.find(({ _id }) => _id === place.two)?.adjacent).toEqual([place.one, place.fresh(1), place.fresh(2)]);
    await wait(7 * 24 * 60);
    expect((await see(county.head, body.id)).state).toBe('FINAL');
  });

  test('leaves held work with its holder and its path, and brings free work on, which is routed once more', async () => {
    const place = aVillage();
    const county = await theCounty();
    const leader = await somebody('GRID_LEADER', place.one);
    const held = await aDelivery('ACCEPTED', {}, await aHome(`${place.one}-b01`));
    const free = await aDelivery('TRIAGED', {}, await aHome(`${place.one}-b02`));
    await collection('volunteers').updateMany({}, { $set: { 'duty.on': false } });
    const before = await stored(free.id);
    expect(await queue(leader)).toEqual([free.id, held.id].sort());
    const id = await applied(county, split(place));
    expect((await stored(held.id)) as object).toMatchObject({
      ...{ area: `${place.one}-b01`, state: 'ACCEPTED', assignment: { assignee: held.carrier.id } },
    });
    const after = await stored(free.id);
    expect(after as object).toMatchObject({ area: `${place.fresh(2)}-b02`, state: before.state });
    expect(after.history.filter(({ action }) => action === 'relocate')).toHaveLength(1);
    expect((await see(county.head, id)).moved).toMatchObject({ work: 1, waiting: false });
    expect(await queue(leader)).toEqual([free.id, held.id].sort());
    // given back it is nobody's, and lies in an area that counts
    await actOnDelivery(held.carrier, held.id, 'give-back');
    await settle();
    expect((await stored(held.id)) as object).toMatchObject({ area: `${place.fresh(1)}-b01` });
  });

  test('routes free work exactly once by the new place', async () => {
    const place = aVillage();
    const county = await theCounty();
    const home = await aHome(`${place.one}-b02`);
    const free = await aDelivery('TRIAGED', {}, home);
    await collection('volunteers').deleteMany({});
    const id = await scheduled(county, split(place));
    const near = await aCarrier(`${place.one}-b02`);
    const routes = async () =>
      (await stored(free.id)).history.filter(({ by }) => by === 'SYSTEM').map(({ action }) => action);
    const before = await routes();
    await wait(2);
    expect((await see(county.head, id)).state).toBe('APPLIED');
    const more = (await routes()).slice(before.length);
    expect(more.filter((action) => action === 'relocate')).toHaveLength(1);
    expect(more.filter((action) => action === 'offer')).toHaveLength(1);
    expect((await stored(free.id)).assignment).toMatchObject({ offeredTo: near.id, reason: { rung: 'OWN_GRID' } });
    expect(await areaOf('volunteers', near.id)).toBe(`${place.fresh(2)}-b02`);
  });

  test('is taken back within seven days: areas and free work exactly as before, what was done stays', async () => {
    const place = aVillage();
    const county = await theCounty();
    const leader = await somebody('GRID_LEADER', place.one);
    const free = await aDelivery('TRIAGED', {}, await aHome(`${place.one}-b02`));
    await collection('volunteers').deleteMany({});
    const before = await treeOf(place.village);
    const id = await applied(county, split(place));
    const meanwhile = await aDelivery('ACCEPTED', {}, await aHome(`${place.fresh(1)}-b01`));
    const young = await aDelivery('TRIAGED', {}, await aHome(`${place.fresh(1)}-b03`));
    await collection('volunteers').updateMany({}, { $set: { 'duty.on': false } });
    const noReason = await acts(county.head, id, 'revert');
    expect([noReason.status, noReason.body.errors?.[0]?.pointer]).toEqual([422, '/reason']);
    expect(
      (await acts(county.dispatcher, id, 'revert', { reason: { code: 'MISTAKE', words: '楼号弄错了' } })).status,
    ).toBe(200);
    await settle();
    const after = await see(county.head, id);
    expect(after).toMatchObject({ state: 'REVERTED', moved: { waiting: false } });
    expect(after.timeline.at(-1)).toMatchObject({ action: 'revert', words: '楼号弄错了' });
    const tree = await treeOf(place.village);
    expect(tree.filter(({ madeBy }) => madeBy === undefined)).toEqual(before);
    expect(tree.filter(({ madeBy, validTo }) => madeBy === id && !validTo)).toEqual([]);
    expect((await stored(free.id)) as object).toMatchObject({
      area: `${place.one}-b02`,
      scope: [testCounty, town, place.village, place.one, `${place.one}-b02`],
    });
    expect((await stored(young.id)) as object).toMatchObject({ area: `${place.one}-b03` });
    expect((await stored(meanwhile.id)) as object).toMatchObject({ area: `${place.fresh(1)}-b01`, state: 'ACCEPTED' });
    expect(await areaOf('households', meanwhile.household)).toBe(`${place.one}-b01`);
    expect(await queue(leader)).toEqual([free.id, young.id, meanwhile.id].sort());
    expect((await acts(county.head, id, 'revert', { reason: { code: 'MISTAKE' } })).status).toBe(409);
    await wait(8 * 24 * 60);
    expect((await see(county.head, id)).state).toBe('REVERTED');
  });

  test('is final after seven days, and not taken back any more', async () => {
    const place = aVillage();
    const county = await theCounty();
    const id = await applied(county, split(place));
    await wait(7 * 24 * 60);
    const late = await acts(county.head, id, 'revert', { reason: { code: 'MISTAKE' } });
    expect([late.status, late.body.state]).toEqual([409, 'FINAL']);
  });
});

describe('a merge', () => {
  test('makes one grid of two: buildings get free numbers, whoever sees more is counted, and back it goes home by home', async () => {
    const place = aVillage();
    const county = await theCounty();
    const worker = await somebody('GRID_WORKER', place.one);
    const other = await somebody('GRID_WORKER', place.two);
    const homes = [await aHome(`${place.one}-b01`), await aHome(`${place.two}-b01`), await aHome(place.two)];
    const before = await treeOf(place.village);
    const drafted = await draft(county.dispatcher, merge(place));
    const shown = (await acts(county.dispatcher, drafted.body.id, 'preview')).body.view.preview;
    expect(shown.grants).toContainEqual({ role: 'GRID_WORKER', count: 2, wider: 2 });
    await acts(county.otherHead, drafted.body.id, 'schedule', { at: inTwoMinutes() });
    await wait(2);
    const places = await Promise.all(homes.map(({ household }) => areaOf('households', household)));
    expect(places).toEqual([`${place.fresh(1)}-b01`, `${place.fresh(1)}-b04`, place.fresh(1)]);
    for (const one of [worker, other]) {
      expect(await rightsOf(one)).toContain(place.fresh(1));
      const rows = await collection('auditRows').find({ record: one.id, did: 'extend' }).toArray();
      expect(rows).toMatchObject([{ who: county.otherHead.id, why: 'AREA_CHANGE' }]);
    }
    await acts(county.head, drafted.body.id, 'revert', { reason: { code: 'MISTAKE' } });
    await settle();
    const back = await Promise.all(homes.map(({ household }) => areaOf('households', household)));
    expect(back).toEqual([`${place.one}-b01`, `${place.two}-b01`, place.two]);
    expect((await treeOf(place.village)).filter(({ madeBy }) => madeBy === undefined)).toEqual(before);
  });

  test('of two villages takes their grids along with everything in them', async () => {
    const [left, right] = [aVillage(), aVillage()];
    const county = await theCounty();
    const home = await aHome(`${right.two}-b02`);
    const into = `${town}901`;
    const id = await applied(county, {
      kind: 'MERGE',
      areas: [left.village, right.village],
      into: { area: into, name: '大村' },
    });
    expect(await see(county.head, id)).toMatchObject({ level: 'VILLAGE', state: 'APPLIED' });
    expect(await areaOf('households', home.household)).toBe(`${into}-g04-b02`);
    expect((await treeOf(into)).filter(({ level }) => level === 'GRID').map(({ _id }) => _id)).toEqual(
      ['g01', 'g02', 'g03', 'g04'].map((grid) => `${into}-${grid}`),
    );
  });
});

describe('a renumbering', () => {
  test('gives a grid another number with everything in it, and takes it back', async () => {
    const place = aVillage();
    const county = await theCounty();
    const home = await aHome(`${place.one}-b02`);
    const id = await applied(county, renumber(place));
    expect(await areaOf('households', home.household)).toBe(`${place.fresh(1)}-b02`);
    expect(
      (await get(county.head, `/areas?parent=${place.village}`)).body.items.map(({ name }: { name: string }) => name),
    ).toContain('新一格');
    await acts(county.head, id, 'revert', { reason: { code: 'MISTAKE' } });
    await settle();
    expect(await areaOf('households', home.household)).toBe(`${place.one}-b02`);
  });

  test('under the old number is another name and nothing else', async () => {
    const place = aVillage();
    const county = await theCounty();
    const home = await aHome(`${place.one}-b02`);
    const before = await treeOf(place.village);
    const id = await applied(county, {
      kind: 'RENUMBER',
      area: place.one,
      into: { area: place.one, name: '洪相网格' },
    });
    expect((await treeOf(place.village)).find(({ _id }) => _id === place.one)).toMatchObject({ name: '洪相网格' });
    expect(await areaOf('households', home.household)).toBe(`${place.one}-b02`);
    await acts(county.head, id, 'revert', { reason: { code: 'MISTAKE' } });
    await settle();
    expect(await treeOf(place.village)).toEqual(before);
  });
});
