import fc from 'fast-check';
import type { Candidate, RouteTask } from './candidate';
import { refusalOf } from './hard-filters';
import { routingPolicy } from './policy';
import { pickAmongEquals, type Ranked, rank } from './rank';
import { sampleCandidate, sampleNeighbours, sampleTask } from './routing.fixture';

const now = new Date('2022-04-18T01:00:00Z');
const ranked = (task: RouteTask, candidates: readonly Candidate[]) =>
  rank(task, candidates, routingPolicy, now, sampleNeighbours);
const people = (list: readonly Ranked[]) => list.map(({ candidate }) => candidate.person);

const areas = ['141122100201-g01-b01', '141122100201-g01', '141122100201-g02', '141122100202-g01', '141122101201-g01'];
const candidates = fc
  .array(
    fc.record({
      area: fc.constantFrom(...areas),
      open: fc.integer({ min: 0, max: 8 }),
      seatLimit: fc.integer({ min: 1, max: 8 }),
      ppe: fc.integer({ min: 0, max: 3 }),
      skills: fc.subarray(['TROLLEY', 'CAR', 'JIN']),
      healthHold: fc.boolean(),
      contactChain: fc.boolean(),
      doneToday: fc.integer({ min: 0, max: 22 }),
      onTime: fc.double({ min: 0, max: 1, noNaN: true }),
      lastServedAt: fc.date({ min: new Date('2022-04-01'), max: now, noInvalidDate: true }),
    }),
    { maxLength: 20 },
  )
  .map((list) => list.map((given, i) => sampleCandidate({ ...given, person: `p${i}` })));

describe('rank', () => {
  it('scores exactly as the handbook says', () => {
    const task = sampleTask({ wishes: ['JIN'], genderWish: 'F', building: '141122100201-g01-b01' });
    const best = { area: '141122100201-g01-b01', onTime: 1, dialects: ['JIN'], gender: 'F' as const, open: 2 };
    const [first] = ranked(task, [sampleCandidate(best)]);
    expect(first?.parts).toEqual([
      { code: 'SAME_BUILDING', points: 40 },
      { code: 'LOAD', points: 16 },
      { code: 'ON_TIME', points: 10 },
      { code: 'MATCH', points: 5 },
      { code: 'GENDER', points: 3 },
    ]);
    expect(first?.score).toBe(74);
  });

  it.each([
    ['141122100201-g01', 30],
    ['141122100201-g02', 15],
    ['141122100201', 15],
    ['141122100202-g01', 5],
    ['141122101201-g01', 0],
  ])('gives a person of %s %d points for the place', (area, points) => {
    const [first] = ranked(sampleTask(), [sampleCandidate({ area, open: 6 - 1, onTime: 0 })]);
    expect(first?.score).toBe(points + 4);
  });

  it('asks the least recently served among equals', () => {
    const early = sampleCandidate({ person: 'z', lastServedAt: new Date('2022-04-17T01:00:00Z') });
    const late = sampleCandidate({ person: 'a', lastServedAt: new Date('2022-04-17T09:00:00Z') });
    expect(people(ranked(sampleTask(), [late, early]))).toEqual(['z', 'a']);
  });

  it('never ranks somebody a hard filter refuses', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 0, max: 2 }), (list, ppe) => {
        const task = sampleTask({ needs: { skills: ['TROLLEY'], ppe }, excluded: ['p1'] });
        for (const { candidate } of ranked(task, list)) {
          expect(refusalOf(task, candidate, routingPolicy, now)).toBeUndefined();
          expect(candidate.open).toBeLessThan(candidate.seatLimit);
          expect(candidate.person).not.toBe('p1');
        }
      }),
    );
  });

  it('never ranks a person higher for being more loaded', () => {
    fc.assert(
      fc.property(candidates, fc.nat(), fc.integer({ min: 1, max: 6 }), (list, which, more) => {
        fc.pre(list.length > 0);
        const chosen = list[which % list.length];
        if (!chosen) return;
        const place = (all: readonly Candidate[]) => people(ranked(sampleTask(), all)).indexOf(chosen.person);
        const before = place(list);
        const loaded = { ...chosen, open: chosen.open + more };
        const after = place(list.map((one) => (one.person === chosen.person ? loaded : one)));
        if (after >= 0) expect(after).toBeGreaterThanOrEqual(before);
        if (before < 0) expect(after).toBe(-1);
      }),
    );
  });

  it('gives the same order whatever order the candidates come in', () => {
    const shuffled = candidates.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(ranked(sampleTask(), other)).toEqual(ranked(sampleTask(), list));
      }),
    );
  });

  it('gives parts that add up to the score', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        for (const { parts, score } of ranked(sampleTask(), list)) {
          expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        }
      }),
    );
  });
});

describe('pickAmongEquals', () => {
  it('reaches every equal and nobody else', () => {
    const equals = ['a', 'b', 'c'].map((person) => sampleCandidate({ person }));
    const worse = sampleCandidate({ person: 'd', open: 3 });
    const list = ranked(sampleTask(), [...equals, worse]);
    const picked = [0, 0.4, 0.99].map((random) => pickAmongEquals(list, () => random)?.candidate.person);
    expect(picked).toEqual(['a', 'b', 'c']);
  });

  it('answers nobody for nobody', () => {
    expect(pickAmongEquals([], Math.random)).toBeUndefined();
  });
});

describe('hard filters', () => {
  const refused = (task: Partial<RouteTask>, candidate: Partial<Candidate>) =>
    refusalOf(sampleTask(task), sampleCandidate(candidate), routingPolicy, now);

  it.each([
    ['OFF_DUTY', {}, { dutyUntil: now }],
    ['HEALTH_HOLD', {}, { healthHold: true }],
    ['CONTACT_CHAIN', {}, { contactChain: true }],
    ['EXCLUDED', { excluded: ['p0'] }, {}],
    ['SKILL', { needs: { skills: ['DRIVER'], ppe: 0 } }, {}],
    ['PPE', { needs: { skills: [], ppe: 3 } }, {}],
    ['LOOP', { needs: { skills: [], ppe: 0, loop: 'inner' } }, {}],
    ['LOOP', {}, { loop: 'inner' }],
    ['CAPACITY', {}, { open: 6 }],
    ['CAPACITY', { variant: 'MEDICINE' }, { open: 3 }],
    ['SHIFT_LIMIT', {}, { doneToday: 20 }],
    ['RELATIVE', { payMode: 'VOLUNTEER_ADVANCE', households: ['h1'] }, { relatives: ['h1'] }],
  ])('%s keeps a person out', (why, task, candidate) => {
    expect(refused(task, candidate)).toBe(why);
  });

  it('lets a relative carry when no money passes through their hands', () => {
    expect(refused({ payMode: 'FREE', households: ['h1'] }, { relatives: ['h1'] })).toBeUndefined();
  });
});
