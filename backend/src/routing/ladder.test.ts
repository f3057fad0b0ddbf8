import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { dueRung, isNearlyFull, lookAgainMinutes, rungAt, rungOf, stagesToTell } from './ladder';
import { routingPolicy } from './policy';
import { sampleCandidate, sampleNeighbours, sampleTask } from './routing.fixture';

const start = new Date('2022-04-18T01:00:00Z');
const after = (minutes: number) => addMinutes(start, minutes);

describe('the call-up ladder', () => {
  it.each([
    [0, 'OWN_GRID'],
    [29, 'OWN_GRID'],
    [30, 'NEIGHBOUR_GRID'],
    [60, 'TOWNSHIP'],
    [90, 'PARTY_STRIKE'],
    [120, 'PARTY_RESERVE'],
    [900, 'COUNTY'],
  ])('after %d minutes a grocery task has reached %s', (minutes, rung) => {
    expect(rungAt(dueRung(sampleTask(), routingPolicy, after(minutes)))).toBe(rung);
  });

  it.each([
    [14, 'OWN_GRID'],
    [15, 'NEIGHBOUR_GRID'],
    [30, 'TOWNSHIP'],
  ])('after %d minutes medicine has reached %s', (minutes, rung) => {
    expect(rungAt(dueRung(sampleTask({ variant: 'MEDICINE' }), routingPolicy, after(minutes)))).toBe(rung);
  });

  it('climbs after three misses before the time is up', () => {
    const rung = (misses: number) => dueRung(sampleTask({ misses }), routingPolicy, start);
    expect([0, 2, 3, 5, 6].map(rung)).toEqual([0, 0, 1, 1, 2]);
  });

  it('never climbs down', () => {
    expect(dueRung(sampleTask({ rung: 3 }), routingPolicy, start)).toBe(3);
  });

  it.each([
    [{ area: '141122100201-g01' }, 'OWN_GRID'],
    [{ area: '141122100201-g02' }, 'NEIGHBOUR_GRID'],
    [{ area: '141122100205-g01' }, 'TOWNSHIP'],
    [{ area: '141122101201-g01' }, 'COUNTY'],
    [{ team: 'PARTY_STRIKE' as const }, 'PARTY_STRIKE'],
    [{ team: 'PARTY_RESERVE' as const }, 'PARTY_RESERVE'],
    [{ team: 'SECONDED' as const }, 'COUNTY'],
  ])('asks a person like %p from %s on', (given, rung) => {
    expect(rungAt(rungOf(sampleTask(), sampleCandidate(given), routingPolicy, sampleNeighbours))).toBe(rung);
  });

  it('opens the next rung when less than a fifth is free', () => {
    const full = (open: number) => isNearlyFull(sampleTask(), [sampleCandidate({ open })], routingPolicy, start);
    expect([full(0), full(4), full(5), full(6)]).toEqual([false, false, true, true]);
    expect(isNearlyFull(sampleTask(), [], routingPolicy, start)).toBe(true);
  });

  it('tells the grid leader, then the township, each once', () => {
    expect(stagesToTell(sampleTask(), 0, routingPolicy, after(10))).toEqual({ tell: [], told: 0 });
    expect(stagesToTell(sampleTask(), 0, routingPolicy, after(30))).toEqual({ tell: ['GRID_LEADER'], told: 1 });
    expect(stagesToTell(sampleTask(), 1, routingPolicy, after(45))).toEqual({ tell: [], told: 1 });
    expect(stagesToTell(sampleTask(), 0, routingPolicy, after(70))).toEqual({
      tell: ['GRID_LEADER', 'TOWNSHIP_DISPATCHER'],
      told: 2,
    });
  });

  it('looks again ever more rarely, within bounds', () => {
    const again = (minutes: number) => lookAgainMinutes(sampleTask(), routingPolicy, after(minutes));
    expect([0, 10, 40, 500].map(again)).toEqual([2, 5, 20, 30]);
  });
});
