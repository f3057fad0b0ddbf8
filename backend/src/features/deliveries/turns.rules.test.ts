import fc from 'fast-check';
import { type TurnTaker, turnDays, turnOn, weekOf } from './turns.rules';

const monday = '2022-04-18';
const dayMs = 24 * 60 * 60 * 1000;
const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** A grid: some had it lately, some long ago, some never. */
const aGrid = fc.uniqueArray(fc.nat(10_000), { minLength: 1, maxLength: 120 }).chain((ids) =>
  fc.array(fc.option(fc.nat(60)), { minLength: ids.length, maxLength: ids.length }).map((ago) =>
    ids.map((id, at): TurnTaker => {
      const days = ago[at];
      const lastHad = typeof days === 'number' ? new Date(Date.parse(monday) - (days + 1) * dayMs) : undefined;
      return { id: `home${id}`, ...(lastHad ? { lastHad } : {}) };
    }),
  ),
);

test.each([
  ['2022-04-18', '2022-04-18'],
  ['2022-04-24', '2022-04-18'],
  ['2022-05-01', '2022-04-25'],
  ['2022-01-01', '2021-12-27'],
])('the week of %s begins on %s', (day, week) => {
  expect(weekOf(day)).toBe(week);
});

test('everybody draws the same, whatever order the households are read in', () => {
  fc.assert(
    fc.property(aGrid, fc.nat(), (grid, seed) => {
      const mixed = [...grid].sort(
        (a, b) => ((a.id.length * seed) % 7) - ((b.id.length * seed) % 7) || (a.id < b.id ? 1 : -1),
      );
      expect([...turnDays(mixed, monday)].sort()).toEqual([...turnDays(grid, monday)].sort());
    }),
  );
});

test('fair: the days of the week have the same number of households or one more, and none is left out', () => {
  fc.assert(
    fc.property(aGrid, (grid) => {
      const days = turnDays(grid, monday);
      expect([...days.keys()].sort()).toEqual(grid.map(({ id }) => id).sort());
      const counts = Array.from(
        { length: 7 },
        (_, at) => [...days.values()].filter((day) => day === dayAfter(monday, at)).length,
      );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(grid.length);
    }),
  );
});

test('whoever has gone without for longer never comes on a later day', () => {
  fc.assert(
    fc.property(aGrid, (grid) => {
      const days = turnDays(grid, monday);
      for (const one of grid) {
        for (const other of grid) {
          const [had, hadLater] = [one.lastHad?.getTime() ?? 0, other.lastHad?.getTime() ?? 0];
          if (had < hadLater) expect((days.get(one.id) ?? '') <= (days.get(other.id) ?? '')).toBe(true);
        }
      }
    }),
  );
});

/** One week of a grid: who asks on which day, and gets it once its turn is open. Changes `lastHad`. */
function live(
  week: string,
  lastHad: Map<string, string>,
  asks: (place: number, day: number) => boolean,
  ids: string[],
) {
  const takers = ids.map((id) => ({ id, ...(lastHad.has(id) ? { lastHad: new Date(lastHad.get(id) ?? '') } : {}) }));
  const days = turnDays(takers, week);
  const each = ids.flatMap((id, place) => Array.from({ length: 7 }, (_, day) => ({ id, place, day })));
  for (const { id, place, day } of each) {
    const today = dayAfter(week, day);
    const hadThisWeek = (lastHad.get(id) ?? '') >= week;
    if (asks(place, day) && !hadThisWeek && turnOn(days.get(id) ?? '', today).isOpen) lastHad.set(id, today);
  }
}

test('nobody starves: whoever asks gets it every week, whatever the others do', () => {
  const homes = fc.integer({ min: 1, max: 40 });
  // on which days of the week each household thinks of it; some hardly ever do
  const habits = fc.array(fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(homes, habits, (count, asks) => {
      const ids = Array.from({ length: count }, (_, at) => `home${at}`);
      const lastHad = new Map<string, string>();
      for (let n = 0; n < 8; n += 1) {
        const week = dayAfter(monday, 7 * n);
        live(week, lastHad, (place, day) => place === 0 || asks[place]?.[day] === true, ids);
        expect((lastHad.get('home0') ?? '') >= week).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('equals change places: nobody is the last of them every week', () => {
  const grid = Array.from({ length: 14 }, (_, at) => ({ id: `home${at}` }));
  const last = Array.from({ length: 30 }, (_, n) => {
    const days = [...turnDays(grid, dayAfter(monday, 7 * n))];
    return days.filter(([, day]) => day === dayAfter(monday, 7 * n + 6)).map(([id]) => id);
  }).flat();
  for (const { id } of grid) expect(last.filter((home) => home === id).length).toBeLessThan(15);
});
