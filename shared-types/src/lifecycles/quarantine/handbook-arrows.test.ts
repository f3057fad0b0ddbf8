import { quarantineLifecycles } from './all';
import { arrowsIn, arrowsOf, type Handbook, statesOf } from './handbook-arrows.fixture';
import { handbookOfPeople } from './handbook-of-people.fixture';
import { handbookOfWork } from './handbook-of-work.fixture';

/** Every arrow as the handbook has it, written a second time. */
const handbook: Readonly<Record<string, Handbook>> = { ...handbookOfPeople, ...handbookOfWork };
// a machine that stands in both parts is named twice, and found by the first test
const machines = [handbookOfPeople, handbookOfWork].flatMap((part) => Object.keys(part)).sort();

test('when a machine is in the list, its arrows are written down here, and the reverse', () => {
  expect(quarantineLifecycles.map(({ name }) => name).sort()).toEqual(machines);
});

describe.each(quarantineLifecycles.map((machine) => [machine.name, machine] as const))('%s', (name, machine) => {
  const written: Handbook = handbook[name] ?? { initial: '', terminal: '', arrows: [] };
  const words = (list: string) => list.split(' / ').sort();

  test('when the table is walked, it has every arrow of the handbook and no other', () => {
    expect(arrowsIn(machine)).toEqual(arrowsOf(written));
  });

  test('when its states are listed, they are those of the handbook, with the same beginnings and ends', () => {
    expect([...machine.states].sort()).toEqual(statesOf(written));
    expect([...machine.initial].sort()).toEqual(words(written.initial));
    expect([...machine.terminal].sort()).toEqual(words(written.terminal));
  });
});

describe('when arrows are read in the notation of the handbook', () => {
  const small: Handbook = { initial: 'A', terminal: 'C', arrows: ['A → B → A', 'open → C'] };

  test('chains, alternatives and "open" are single arrows', () => {
    expect(arrowsOf(small)).toEqual(['A → B', 'A → C', 'B → A', 'B → C']);
    expect(statesOf(small)).toEqual(['A', 'B', 'C']);
  });
});
