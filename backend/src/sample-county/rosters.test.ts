import { addHours } from '@grid-relief/shared-types/primitives/instants';
import { crewAfter, isOnShift, type SampleRoster, shiftAt } from './rosters';

const all: readonly SampleRoster[] = ['EVERY_SHIFT', 'CREW_1', 'CREW_2', 'CREW_3', 'CREW_4'];
const midnight = new Date('2022-04-18T16:00:00Z'); // 19 April in Shanghai
const hours = Array.from({ length: 48 }, (_, hour) => addHours(midnight, hour));

test.each([
  ['2022-04-18T16:00:00.000Z', 0, '2022-04-18T16:00:00.000Z', '2022-04-18T22:00:00.000Z'],
  ['2022-04-18T15:59:59.999Z', 3, '2022-04-18T10:00:00.000Z', '2022-04-18T16:00:00.000Z'],
  ['2022-04-19T02:30:00.000Z', 1, '2022-04-18T22:00:00.000Z', '2022-04-19T04:00:00.000Z'],
  ['2022-04-19T04:00:00.000Z', 2, '2022-04-19T04:00:00.000Z', '2022-04-19T10:00:00.000Z'],
])('at %s shift %i runs, by the clock of Shanghai', (at, nth, from, to) => {
  expect(shiftAt(new Date(at))).toEqual({ nth, from: new Date(from), to: new Date(to) });
});

test('two crews work at any hour, and whoever works in every shift', () => {
  const working = hours.map((at) => all.filter((roster) => isOnShift(roster, at)).length);
  expect(new Set(working)).toEqual(new Set([3]));
});

test.each(all.filter((roster) => roster !== 'EVERY_SHIFT'))(
  '%s works twelve hours in a row and rests twelve',
  (roster) => {
    const works = hours.map((at) => isOnShift(roster, at));
    const changes = works.filter((isWorking, hour) => hour > 0 && isWorking !== works[hour - 1]).length;
    expect([works.slice(0, 24).filter(Boolean).length, works.slice(24).filter(Boolean).length]).toEqual([12, 12]);
    expect(changes).toBeLessThanOrEqual(4);
  },
);

test('of the first two volunteers of a grid one is always there, of four two', () => {
  for (const at of hours) {
    const there = [0, 1, 2, 3].filter((has) => isOnShift(crewAfter(has), at));
    expect([there.filter((has) => has < 2).length, there.length]).toEqual([1, 2]);
  }
});
