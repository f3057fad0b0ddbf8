import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { testCounty } from '../../testing/test-app';
import { anId, collection, get, now, post, settle, somebody, told, wait } from '../deliveries/testing/scene';
import {
  acts,
  aVillage,
  draft,
  inTwoMinutes,
  merge,
  parts,
  renumber,
  scheduled,
  see,
  setTheTree,
  split,
  theCounty,
  town,
  treeOf,
} from './testing/area-scene';

setTheTree();

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
