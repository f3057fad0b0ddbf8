import type { Candidate, RouteTask } from './candidate';
import type { Neighbours } from './places';

/** Invented places: grids g01 and g02 of one village are neighbours. */
export const sampleNeighbours: Neighbours = (grid) =>
  grid === '141122100201-g01' ? ['141122100201-g02'] : grid === '141122100201-g02' ? ['141122100201-g01'] : [];

/** Somebody of the veterans' team on duty in grid g01, without load. For tests. */
export function sampleCandidate(given: Partial<Candidate> = {}): Candidate {
  return {
    person: 'p0',
    team: 'VETERAN',
    area: '141122100201-g01',
    scope: ['141122', '141122100', '141122100201', '141122100201-g01'],
    skills: ['TROLLEY'],
    dialects: [],
    ppe: 1,
    dutyUntil: new Date('2022-04-18T12:00:00Z'),
    healthHold: false,
    contactChain: false,
    relatives: [],
    open: 0,
    seatLimit: 6,
    doneToday: 0,
    ...given,
  };
}

/** A grocery request of a home in grid g01, just triaged. For tests. */
export function sampleTask(given: Partial<RouteTask> = {}): RouteTask {
  return {
    id: '141122-01hzzzzzzz0000000000000000',
    kind: 'DELIVERY',
    variant: 'GROCERY',
    priority: 2,
    area: '141122100201-g01',
    scope: ['141122', '141122100', '141122100201', '141122100201-g01'],
    households: [],
    needs: { skills: [], ppe: 0 },
    wishes: [],
    waitingSince: new Date('2022-04-18T01:00:00Z'),
    excluded: [],
    rung: 0,
    misses: 0,
    ...given,
  };
}
