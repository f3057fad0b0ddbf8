import { HouseholdView } from '@grid-relief/shared-types/households/household.schema';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addHours } from '@grid-relief/shared-types/primitives/instants';
import { Good } from '@grid-relief/shared-types/shops/shop.contract';
import { pictureNames } from '../../../miniapp/src/ui/picture/picture-names';
import { demoPeople, isOnShift, type SampleCountyOptions, sampleCounty } from '.';
import { catalogues } from './catalogue';

const now = new Date('2022-04-18T02:00:00Z');
const small: SampleCountyOptions = { size: 'small', seed: 1, now };

/** Everything there is, in one value to compare. */
const whole = (options: SampleCountyOptions) => {
  const { households, ...rest } = sampleCounty(options);
  return JSON.stringify([rest, [...households()]]);
};

describe('sample county', () => {
  test('when the seed is the same, every byte is the same; when it differs, it is another county', () => {
    expect(whole(small)).toBe(whole(small));
    expect(whole({ ...small, seed: 2 })).not.toBe(whole(small));
  });

  test('when it is small, it has one town, three places, six grids, 200 doors and 24 volunteers, four a grid', () => {
    const { areas, householdCount, households, volunteers } = sampleCounty(small);
    const count = (level: string) => areas.filter((area) => area.level === level).length;
    expect([count('TOWNSHIP'), count('VILLAGE'), count('GRID'), householdCount]).toEqual([1, 3, 6, 200]);
    expect([...households()]).toHaveLength(200);
    const perGrid = new Map<string, number>();
    for (const { area } of volunteers) perGrid.set(area, (perGrid.get(area) ?? 0) + 1);
    expect([...perGrid.values()]).toEqual([4, 4, 4, 4, 4, 4]);
  });

  test('when it is any hour of a month, two or more are on duty in every grid, and always the people of the story', () => {
    for (const size of ['small', 'county'] as const) {
      const { areas, volunteers } = sampleCounty({ ...small, size });
      const grids = areas.filter(({ level }) => level === 'GRID').map(({ _id }) => _id);
      const story = demoPeople.filter(({ workspace }) => workspace === 'volunteer').map(({ phone }) => phone);
      for (let hour = 0; hour < 24 * 30; hour += size === 'small' ? 1 : 6) {
        const at = addHours(now, hour);
        const working = volunteers.filter(({ roster }) => isOnShift(roster, at));
        const least = Math.min(...grids.map((grid) => working.filter(({ area }) => area === grid).length));
        expect([least >= 2, story.filter((phone) => !working.some((one) => one.phone === phone))]).toEqual([true, []]);
      }
    }
  });

  test('when it is the county, the figures of handbook 6 hold and every household lies in a known place', () => {
    const made = sampleCounty({ ...small, size: 'county' });
    const known = new Set(made.areas.map(({ _id }) => _id));
    const count = (level: string) => made.areas.filter((area) => area.level === level).length;
    expect([count('TOWNSHIP'), count('GRID'), made.householdCount, made.volunteers.length]).toEqual([
      8, 220, 87_000, 1_500,
    ]);
    expect(made.areas).toHaveLength(known.size);
    expect(new Set(made.volunteers.map(({ team }) => team)).size).toBe(8);
    const ids = new Set<string>();
    let strangers = 0;
    for (const { id, area } of made.households()) {
      ids.add(id);
      if (!scopeOf(area).every((place) => known.has(place))) strangers++;
    }
    expect([ids.size, strangers]).toEqual([87_000, 0]);
  });

  test('when people have accounts, no number is used twice, and the story is complete', () => {
    for (const size of ['small', 'county'] as const) {
      const { staff, volunteers, proxy, posts, households } = sampleCounty({ ...small, size });
      const residents = [...households()].filter(({ resident }) => resident);
      const leaders = posts.map(({ leader }) => leader);
      const phones = [...staff, ...volunteers, ...leaders, proxy.person, ...residents].map(({ phone }) => phone);
      expect(new Set(phones).size).toBe(phones.length);
      expect(phones.every((phone) => /^1000000[0-9]{4}$/.test(phone))).toBe(true);
      expect(demoPeople.filter(({ phone }) => !phones.includes(phone))).toEqual([]);
      const elder = residents.find(({ phone }) => phone === proxy.actsFor);
      expect(elder).toMatchObject({ inQuarantine: true, needs: ['ELDER_ALONE', 'CHRONIC_MEDICINE'] });
      expect(HouseholdView.shape.needs.safeParse(elder?.needs).success).toBe(true);
    }
  });

  test('when people are on duty at a post, it has a name, a place and a leader who may work there', () => {
    for (const size of ['small', 'county'] as const) {
      const { areas, posts } = sampleCounty({ ...small, size });
      expect(posts.map(({ name }) => name)[0]).toBe('卦山核酸采样点');
      expect(posts[1]?.name).toMatch(size === 'county' ? /^段村卡口$/ : /村卡口$/);
      for (const { area, leader } of posts) {
        expect(areas.some(({ _id }) => _id === area)).toBe(true);
        expect(leader.grants).toEqual([{ role: 'SHIFT_LEADER', area }]);
      }
    }
  });

  test('when a zone is sealed, a household lives in it, a runner brings goods to its point, and a carrier is inside', () => {
    for (const size of ['small', 'county'] as const) {
      const { areas, volunteers, households } = sampleCounty({ ...small, size });
      const [resident, runner, carrier] = demoPeople.slice(12, 15).map(({ phone }) => phone);
      const home = [...households()].find(({ phone }) => phone === resident);
      const grid = areas.find(({ _id, level }) => level === 'GRID' && home?.area.startsWith(_id));
      expect(grid).toMatchObject({ zone: 'SEALED', handoverPoint: expect.any(String) });
      const here = volunteers.filter(({ area }) => area === grid?._id);
      expect(here.filter(({ loop }) => loop === undefined).map(({ phone }) => phone)).toEqual([runner]);
      expect(here.find(({ phone }) => phone === carrier)).toMatchObject({
        loop: grid?._id,
        ppe: 2,
        roster: 'EVERY_SHIFT',
      });
    }
  });

  test('when a zone is controlled, a household fetches its bag at its place, and somebody helps there', () => {
    for (const size of ['small', 'county'] as const) {
      const { areas, volunteers, households } = sampleCounty({ ...small, size });
      const [resident, helper] = demoPeople.slice(15, 17).map(({ phone }) => phone);
      const home = [...households()].find(({ phone }) => phone === resident);
      expect(home).toMatchObject({ needs: [], inQuarantine: false });
      const grid = areas.find(({ _id, level }) => level === 'GRID' && home?.area.startsWith(_id));
      expect(grid).toMatchObject({ zone: 'CONTROLLED', pickupPlace: { name: expect.any(String), numbers: 20 } });
      expect(volunteers.find(({ phone }) => phone === helper)).toMatchObject({
        area: grid?._id,
        roster: 'EVERY_SHIFT',
      });
    }
  });

  test('when goods are sold, each is a valid one and has a drawn picture', () => {
    const goods = Object.values(catalogues).flatMap((shop) => shop.goods);
    expect(goods.length).toBeGreaterThan(80);
    for (const good of goods) expect(Good.parse(good)).toEqual(good);
    expect(goods.filter(({ picture }) => !pictureNames.some((name) => name === picture))).toEqual([]);
    expect(goods.filter(({ controlledFour }) => controlledFour)).toHaveLength(5);
    expect(new Set(goods.map(({ sku }) => sku)).size).toBe(goods.length);
  });
});
