import { lifecycles } from './all';
import { checkGraph } from './check-graph';
import { type Lifecycle, lifecycle } from './lifecycle';

const everyMachine = [...lifecycles];

describe('every state machine', () => {
  test.each(everyMachine.map((machine) => [machine.name, machine] as const))(
    'when %s is walked, no state is lost or stuck',
    (_, machine) => {
      expect(checkGraph(machine)).toEqual([]);
    },
  );

  test('when all are listed, no two have the same name or the same path', () => {
    expect(new Set(everyMachine.map(({ name }) => name)).size).toBe(everyMachine.length);
    expect(new Set(everyMachine.map(({ resource }) => resource)).size).toBe(everyMachine.length);
  });
});

const sound = { name: 'm', resource: 'm', states: ['A', 'B', 'C'], initial: ['A'], terminal: ['C'], held: [] } as const;
const step = (from: string[], to: string, rest = {}) => ({
  from,
  to,
  by: [{ system: 'timer' as const }],
  doc: '.',
  ...rest,
});

describe('when a machine is faulty, the check names the fault', () => {
  const faulty: [string, Lifecycle, RegExp][] = [
    ['unreachable', lifecycle<string, string>({ ...sound, actions: { go: step(['A'], 'C') } }), /B cannot be reached/],
    [
      'dead end',
      lifecycle<string, string>({ ...sound, actions: { go: step(['A'], 'B'), end: step(['A'], 'C') } }),
      /B never ends/,
    ],
    [
      'reopening',
      lifecycle<string, string>({
        ...sound,
        actions: { go: step(['A'], 'B'), end: step(['B'], 'C'), again: step(['C'], 'A') },
      }),
      /again reopens C/,
    ],
    [
      'unknown state',
      lifecycle<string, string>({
        ...sound,
        actions: { go: step(['A'], 'B'), end: step(['B'], 'C'), odd: step(['A'], 'X') },
      }),
      /X is not declared/,
    ],
    [
      'holder without holding state',
      lifecycle<string, string>({ ...sound, actions: { claim: step(['A'], 'B'), end: step(['B'], 'C') } }),
      /claim gives a holder to B/,
    ],
    [
      'timer nobody may fire',
      lifecycle<string, string>({
        ...sound,
        actions: { go: step(['A'], 'B', { limit: { minutes: 1, fires: 'nothing' } }), end: step(['B'], 'C') },
      }),
      /fires unknown nothing/,
    ],
    [
      'timer closed to timers',
      lifecycle<string, string>({
        ...sound,
        actions: {
          go: step(['A'], 'B', { limit: { minutes: 1, fires: 'end' } }),
          end: step(['B'], 'C', { by: [{ system: 'outbox' }] }),
        },
      }),
      /end is fired by a timer but not open to timers/,
    ],
    [
      'timer that fires where its action does not start',
      lifecycle<string, string>({
        ...sound,
        actions: {
          go: step(['A'], 'B', { limit: { minutes: 1, fires: 'early' } }),
          early: step(['A'], 'C'),
          end: step(['B'], 'C'),
        },
      }),
      /go leads to B, where early does not start/,
    ],
  ];
  test.each(faulty)('%s', (_, machine, message) => {
    expect(checkGraph(machine).join('\n')).toMatch(message);
  });
});
