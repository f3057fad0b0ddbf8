import type { PersonActor } from '../../../lifecycle';
import type { Delivery } from '../delivery';
import type { Run } from './run';
import { presentRun } from './run.presenter';

const now = new Date('2022-04-18T04:00:00Z');
const id = '141122-0123456789abcdefghjkmnpqrs';
const leader: PersonActor = {
  ...{ personId: 'leader', county: '141122', grants: [], ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 0 },
};

/** As much of a run as its view is made of. */
function cashSeen(detail: object, paid: readonly (readonly [by: string | undefined, fen: number])[]) {
  const window = { from: now, to: now, cutOff: now };
  const run = {
    ...{ _id: id, kind: 'RUN', county: '141122', area: '141122100201-g03', scope: [], state: 'SHOPPING', revision: 3 },
    ...{ priority: 2, history: [], assignment: { assignee: 'carrier', excluded: [], rung: 0 } },
    ...{ needs: { skills: [], ppe: 0 }, detail: { window, members: [], weightGrams: 0, floatFen: 5_000, ...detail } },
  } as unknown as Run;
  const members = paid.map(([advancedBy, actualFen], nth) => ({
    ...{ _id: `${id.slice(0, -1)}${nth}`, state: 'PURCHASED' },
    detail: { lines: [], code: 'A12', estimateFen: 0, actualFen, ...(advancedBy ? { advancedBy } : {}) },
  })) as unknown as Delivery[];
  const view = presentRun(run, leader, { members, views: [], areaNames: [], aisles: [], now });
  return [view.cashHeldFen, view.cashExpectedFen];
}

test.each<[string, object, readonly (readonly [string | undefined, number])[], (number | undefined)[]]>([
  ['nothing went out: nothing is said', { floatFen: 0 }, [['carrier', 900]], [undefined, undefined]],
  ['nothing bought yet: all of it comes back', {}, [], [5_000, 5_000]],
  [
    'what the carrier paid is taken off, door by door',
    {},
    [
      ['carrier', 900],
      ['carrier', 600],
    ],
    [5_000, 3_500],
  ],
  [
    'what somebody else paid, or nobody, is not',
    {},
    [
      ['carrier', 900],
      ['former', 700],
      [undefined, 300],
    ],
    [5_000, 4_100],
  ],
  ['more paid than held: nothing comes back, and never less', {}, [['carrier', 6_000]], [5_000, 0]],
  [
    'passed on and counted: the carrier of now answers for what was counted',
    { handoverCash: { from: 'former', heldFen: 5_000, statedFen: 3_000, countedFen: 2_000, floatFen: 5_000 } },
    [
      ['carrier', 900],
      ['former', 700],
    ],
    [2_000, 1_100],
  ],
])('cash of a run: %s', (_what, detail, paid, seen) => {
  expect(cashSeen(detail, paid)).toEqual(seen);
});
