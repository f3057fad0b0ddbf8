import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { testCounty } from '../../testing/test-app';
import {
  aCarrier,
  act as actOnDelivery,
  aDelivery,
  aHome,
  anId,
  collection,
  get,
  now,
  post,
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
  parts,
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

describe('nonsense is refused, and the field is named', () => {
  const cases: [string, (place: ReturnType<typeof aVillage>) => object, string][] = [
    ['a building in none', (p) => ({ ...split(p), into: into(p, [`${p.one}-b01`], [`${p.one}-b02`]) }), '/what/into'],
    [
      'a building in two',
      (p) => ({ ...split(p), into: into(p, [`${p.one}-b01`, `${p.one}-b03`], [`${p.one}-b02`, `${p.one}-b01`]) }),
      '/what/into/1/parts/1',
    ],
    [
      'a building of another grid',
      (p) => ({ ...split(p), into: into(p, [`${p.one}-b01`, `${p.one}-b02`, `${p.one}-b03`], [`${p.two}-b01`]) }),
      '/what/into/1/parts/0',
    ],
    ['an area nobody knows', (p) => ({ ...renumber(p), area: `${p.village}-g77` }), '/what/area'],
    ['an area of another county', (p) => ({ ...renumber(p), area: '110101100201-g01' }), '/what/area'],
    ['a building', (p) => ({ ...renumber(p), area: `${p.one}-b01` }), '/what/area'],
    ['a number that is used', (p) => ({ ...renumber(p), into: { area: p.two, name: '新' } }), '/what/into/area'],
    [
      'a number in another village',
      (p) => ({ ...renumber(p), into: { area: `${town}999-g01`, name: '新' } }),
      '/what/into/area',
    ],
    [
      'a name that is used beside it',
      (p) => ({ ...renumber(p), into: { area: p.fresh(1), name: `${Number(p.village.slice(-3)) - 200}村2格` } }),
      '/what/into/name',
    ],
    [
      'no change at all',
      (p) => ({ ...renumber(p), into: { area: p.one, name: `${Number(p.village.slice(-3)) - 200}村1格` } }),
      '/what/into/name',
    ],
    ['the same grid twice', (p) => ({ ...merge(p), areas: [p.one, p.one] }), '/what/areas/1'],
    ['grids that do not lie side by side', (p) => ({ ...merge(p), areas: [p.one, `${town}201-g01`] }), '/what/areas/1'],
    ['levels mixed', (p) => ({ ...merge(p), areas: [p.one, p.village] }), '/what/areas/1'],
    ['one part only', (p) => ({ ...split(p), into: into(p, [`${p.one}-b01`]) }), '/what/into'],
  ];
  const into = ({ fresh }: ReturnType<typeof aVillage>, ...parts: string[][]) =>
    parts.map((own, i) => ({ area: fresh(i + 1), name: `第${i + 1}格`, parts: own }));

  test.each(cases)('%s', async (_what, wish, pointer) => {
    const { dispatcher } = await theCounty();
    const place = aVillage();
    const { status, body } = await draft(dispatcher, wish(place));
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
    expect(await collection('areaChanges').countDocuments({})).toBe(0);
  });

  test('grids of different zones are not merged', async () => {
    const place = aVillage();
    const { dispatcher } = await theCounty();
    await collection('areas').updateOne({ _id: place.two }, { $set: { zone: 'SEALED' } });
    await parts.refreshBook();
    const { status, body } = await draft(dispatcher, merge(place));
    expect([status, body.errors[0].pointer]).toEqual([422, '/what/areas/1']);
  });

  test('an area that has ended, and one that another change has in hand', async () => {
    const place = aVillage();
    const county = await theCounty();
    const first = await scheduled(county, split(place));
    const meets = await draft(county.dispatcher, merge(place));
    expect([meets.status, meets.body.errors[0].pointer]).toEqual([422, '/what/areas']);
    const above = await draft(county.dispatcher, {
      kind: 'RENUMBER',
      area: place.village,
      into: { area: `${town}902`, name: '新村' },
    });
    expect(above.body.errors[0].pointer).toBe('/what/area');
    await wait(2);
    await wait(7 * 24 * 60);
    expect((await see(county.head, first)).state).toBe('FINAL');
    const ended = await draft(county.dispatcher, { ...renumber(place), into: { area: place.fresh(5), name: '再来' } });
    expect([ended.status, ended.body.errors[0].pointer]).toEqual([422, '/what/area']);
  });

  test.each([
    ['at once', 0],
    ['in the past', -5],
    ['in a month and a half', 45 * 24 * 60],
  ])('an instant %s', async (_when, minutes) => {
    const county = await theCounty();
    const { body } = await draft(county.dispatcher, split(aVillage()));
    await acts(county.dispatcher, body.id, 'preview');
    const answer = await acts(county.head, body.id, 'schedule', { at: addMinutes(now(), minutes).toISOString() });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '/at']);
  });
});

describe('who may, and in which order', () => {
  test('others than dispatcher and heads of the county know nothing of it', async () => {
    const place = aVillage();
    const county = await theCounty();
    const { body } = await draft(county.dispatcher, split(place));
    const leader = await somebody('GRID_LEADER', place.one);
    const ofTown = await somebody('COUNTY_DISPATCHER', town);
    expect((await draft(leader, split(place))).status).toBe(403);
    expect((await get(leader, `/area-changes/${body.id}`)).status).toBe(403);
    expect((await draft(ofTown, split(place))).status).toBe(404);
    expect((await get(ofTown, `/area-changes/${body.id}`)).status).toBe(404);
    expect((await get(ofTown, '/area-changes')).body.items).toEqual([]);
    expect((await draft(county.head, split(place))).status).toBe(403);
    expect((await acts(county.dispatcher, body.id, 'schedule', { at: inTwoMinutes() })).status).toBe(403);
  });

  test('whoever prepared it does not schedule it, whatever other role they hold', async () => {
    const place = aVillage();
    const county = await theCounty();
    const both = await somebody('COUNTY_DISPATCHER', testCounty, 'COUNTY_HEAD');
    const { body } = await draft(both, split(place));
    await acts(both, body.id, 'preview');
    expect((await see(both, body.id)).actions).not.toContain('schedule');
    expect((await acts(both, body.id, 'schedule', { at: inTwoMinutes() })).status).toBe(403);
    expect((await see(county.head, body.id)).actions).toContain('schedule');
    expect((await acts(county.head, body.id, 'schedule', { at: inTwoMinutes() })).status).toBe(200);
  });

  test('of two heads at once one schedules it; a stale preview schedules nothing', async () => {
    const county = await theCounty();
    const { body } = await draft(county.dispatcher, split(aVillage()));
    const stale = await post(county.head, `/area-changes/${body.id}/schedule`, {
      opId: anId(),
      revision: 0,
      at: inTwoMinutes(),
    });
    expect(stale.status).toBe(409);
    await acts(county.dispatcher, body.id, 'preview');
    const old = await post(county.head, `/area-changes/${body.id}/schedule`, {
      opId: anId(),
      revision: 0,
      at: inTwoMinutes(),
    });
    expect(old.status).toBe(409);
    const both = await Promise.all(
      [county.head, county.otherHead].map((head) => acts(head, body.id, 'schedule', { at: inTwoMinutes() })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('a draft tapped twice is one draft, and an action tapped twice is one action', async () => {
    const place = aVillage();
    const county = await theCounty();
    const body = { id: anId(), what: split(place) };
    const twice = await Promise.all([1, 2].map(() => post(county.dispatcher, '/area-changes', body)));
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect(await collection('areaChanges').countDocuments({})).toBe(1);
    const other = await post(county.dispatcher, '/area-changes', { ...body, what: renumber(place) });
    expect([other.status, other.body.type]).toEqual([409, expect.stringContaining('id-taken')]);
    await acts(county.dispatcher, body.id, 'preview');
    const { revision } = await see(county.head, body.id);
    const step = { opId: anId(), revision, at: inTwoMinutes() };
    const taps = [];
    for (let tap = 0; tap < 2; tap++) taps.push(await post(county.head, `/area-changes/${body.id}/schedule`, step));
    expect(taps.map(({ body: { receipt } }) => receipt)).toEqual([taps[0]?.body.receipt, taps[0]?.body.receipt]);
    expect((await see(county.head, body.id)).revision).toBe(revision + 1);
  });

  test('two drafts of one moment for the same grid never both go on', async () => {
    const place = aVillage();
    const county = await theCounty();
    const answers = await Promise.all([split(place), renumber(place)].map((what) => draft(county.dispatcher, what)));
    const kept = await collection('areaChanges').countDocuments({});
    expect(kept).toBeLessThanOrEqual(1);
    expect(answers.filter(({ status }) => status === 200).length).toBe(kept);
  });

  test('called off before its instant, nothing of it is left', async () => {
    const place = aVillage();
    const county = await theCounty();
    const before = await treeOf(place.village);
    const id = await scheduled(county, split(place));
    await settle();
    expect((await treeOf(place.village)).length).toBeGreaterThan(before.length);
    expect((await get(county.head, `/areas?parent=${place.village}`)).body.items).toHaveLength(2);
    await acts(county.dispatcher, id, 'cancel', { reason: { code: 'NOT_WANTED' } });
    await wait(10);
    expect((await see(county.head, id)).state).toBe('CANCELLED');
    expect(await treeOf(place.village)).toEqual(before);
    expect(told(id)).toContain('GRID_LEADER:AREA_CALLED_OFF');
  });
});
