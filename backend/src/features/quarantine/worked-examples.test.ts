/** The six worked examples of handbook 9.2, with every date typed from there. */
import { swabDays } from './swab-days.rules';
import { at, wallTime } from './testing/shanghai';
import { lookedAt, negative, planned, siteSamples, written } from './testing/worked-examples.fixture';

const monitored = ['2022-04-26', '2022-05-01'];

describe('1: a close contact under V8, found on the evening of the last exposure', () => {
  const plan = planned('V8', 'CLOSE_CONTACT', '2022-04-10 15:00', '2022-04-10 21:00');

  test('is planned', () => {
    expect(written(plan)).toEqual({
      foundOnDay: 0,
      landing: '2022-04-10',
      tests: ['2022-04-11', '2022-04-14', '2022-04-17', '2022-04-24 double', ...monitored],
      dropped: [],
      phases: ['CENTRAL to 2022-04-24 15:00', 'MONITORING to 2022-05-01 15:00'],
    });
  });

  const landing = negative('2022-04-10 21:30');
  const inTime = [landing, negative('2022-04-11 09:00'), negative('2022-04-14 09:00'), negative('2022-04-17 09:00')];
  const double = [
    negative('2022-04-24 08:00', '2022-04-24 14:00', 'A'),
    negative('2022-04-24 08:05', '2022-04-24 14:30', 'B'),
  ];

  test('and the swab of day 0 is extra, not day 1', () => {
    const days = swabDays(plan, [landing], at('2022-04-11 23:00'));
    expect(days.landing?.id).toBe(landing.id);
    expect(days.tests[0]?.swabs).toEqual([]);
    expect(days.extra.map(({ id }) => id)).toEqual([landing.id]);
  });

  test('and goes on to monitoring at 15:00 of the 24th, with both kits negative and the room sampled', () => {
    const facts = {
      placement: 'CENTRAL',
      swabs: [...inTime, ...double],
      siteSamples: siteSamples('2022-04-24 08:00'),
    } as const;
    expect(lookedAt(plan, facts, '2022-04-24 14:59')).toEqual({ outcome: 'RUNNING', until: at('2022-04-24 15:00') });
    expect(lookedAt(plan, facts, '2022-04-24 15:00')).toMatchObject({
      ...{ outcome: 'NEXT_PHASE', metAt: at('2022-04-24 15:00'), at: at('2022-04-24 15:00') },
      next: { kind: 'MONITORING', countedFrom: at('2022-04-24 15:00'), endsAt: at('2022-05-01 15:00') },
    });
    const one = { ...facts, swabs: [...inTime, ...double.slice(0, 1)] };
    expect(lookedAt(plan, one, '2022-04-24 15:00')).toMatchObject({
      outcome: 'RELEASE_BLOCKED',
      reason: 'TEST_MISSED',
    });
    const room = { ...facts, siteSamples: { person: at('2022-04-24 08:00'), belongings: at('2022-04-24 08:00') } };
    expect(lookedAt(plan, room, '2022-04-24 15:00')).toMatchObject({
      ...{ outcome: 'RELEASE_BLOCKED', reason: 'SITE_SAMPLES_PENDING', owner: 'SITE_MANAGER' },
    });
  });

  test('and is released on 1 May at 15:00', () => {
    const swabs = [
      ...inTime,
      ...double,
      negative('2022-04-26 09:00'),
      negative('2022-05-01 08:00', '2022-05-01 13:00'),
    ];
    const facts = { phase: 1, placement: 'MONITORING', swabs } as const;
    expect(lookedAt(plan, facts, '2022-05-01 15:00')).toEqual({
      ...{ outcome: 'RELEASED', metAt: at('2022-05-01 15:00'), at: at('2022-05-01 15:00') },
    });
  });
});

describe('2: the same, found on day 5', () => {
  const plan = planned('V8', 'CLOSE_CONTACT', '2022-04-10 15:00', '2022-04-15 09:30');

  test('days before it are dropped, the ends are the same', () => {
    expect(written(plan)).toEqual({
      foundOnDay: 5,
      landing: '2022-04-15',
      tests: ['2022-04-17', '2022-04-24 double', ...monitored],
      dropped: ['2022-04-11', '2022-04-14'],
      phases: ['CENTRAL to 2022-04-24 15:00', 'MONITORING to 2022-05-01 15:00'],
    });
  });

  test('counted from entry it would end on the 29th', () => {
    const fromEntry = planned('V8', 'CLOSE_CONTACT', '2022-04-15 09:30', '2022-04-15 09:30');
    expect(wallTime(fromEntry.phases[0]?.endsAt ?? at('2022-01-01'))).toBe('2022-04-29 09:30');
  });
});

describe('3: a second contact under V8, found on day 1', () => {
  const plan = planned('V8', 'SECOND_CONTACT', '2022-04-18 22:40', '2022-04-19 08:00');
  const swabs = [
    negative('2022-04-19 08:30', '2022-04-19 20:00'),
    negative('2022-04-22 08:30'),
    negative('2022-04-25 08:30'),
  ];

  test('one swab is landing test and day 1; there is no monitoring', () => {
    expect(written(plan)).toEqual({
      ...{ foundOnDay: 1, landing: '2022-04-19', dropped: [] },
      tests: ['2022-04-19', '2022-04-22', '2022-04-25'],
      phases: ['CENTRAL to 2022-04-25 22:40'],
    });
    const days = swabDays(plan, swabs.slice(0, 1), at('2022-04-19 21:00'));
    expect([days.landing?.id, days.tests[0]?.swabs[0]?.id]).toEqual([swabs[0]?.id, swabs[0]?.id]);
  });

  test('is released at 22:40 only when the linked contact was negative twice', () => {
    const facts = { placement: 'CENTRAL', swabs, siteSamples: siteSamples('2022-04-25 08:30') } as const;
    expect(lookedAt(plan, facts, '2022-04-25 22:40', 'V8', 'SECOND_CONTACT')).toEqual({
      ...{ outcome: 'RELEASE_BLOCKED', reason: 'LINKED_CONTACT_PENDING', reasons: ['LINKED_CONTACT_PENDING'] },
      ...{ since: at('2022-04-25 22:40'), owner: 'CDC_INVESTIGATOR' },
    });
    const known = { ...facts, linkedContactNegativeAt: at('2022-04-20 18:00') };
    expect(lookedAt(plan, known, '2022-04-25 22:40', 'V8', 'SECOND_CONTACT')).toEqual({
      ...{ outcome: 'RELEASED', metAt: at('2022-04-25 22:40'), at: at('2022-04-25 22:40') },
    });
  });
});

describe('4: a close contact under V9, exposed ten minutes before midnight', () => {
  const plan = planned('V9', 'CLOSE_CONTACT', '2022-07-02 23:50', '2022-07-03 01:10');

  test('found an hour later it is day 1 already; a UTC day would be one day early', () => {
    expect([at('2022-07-02 23:50').toISOString(), at('2022-07-03 01:10').toISOString()]).toEqual([
      ...['2022-07-02T15:50:00.000Z', '2022-07-02T17:10:00.000Z'],
    ]);
    expect(written(plan)).toEqual({
      ...{ foundOnDay: 1, landing: '2022-07-03', dropped: [] },
      tests: ['2022-07-03', '2022-07-04', '2022-07-05', '2022-07-07', '2022-07-09', '2022-07-12'],
      phases: ['CENTRAL to 2022-07-09 23:50', 'MONITORING to 2022-07-12 23:50'],
    });
  });

  test('is released on 12 July at 23:50', () => {
    const days = ['2022-07-03', '2022-07-04', '2022-07-05', '2022-07-07', '2022-07-09', '2022-07-12'];
    const facts = { phase: 1, placement: 'MONITORING', swabs: days.map((day) => negative(`${day} 09:00`)) } as const;
    expect(lookedAt(plan, facts, '2022-07-12 23:49')).toEqual({ outcome: 'RUNNING', until: at('2022-07-12 23:50') });
    expect(lookedAt(plan, facts, '2022-07-12 23:50')).toMatchObject({
      outcome: 'RELEASED',
      metAt: at('2022-07-12 23:50'),
    });
  });
});

describe('5: a high-risk stay under V9, left ten minutes after midnight', () => {
  const plan = planned('V9', 'HIGH_RISK_STAY', '2022-08-03 00:10', '2022-08-03 09:00');
  const before = ['03', '04', '05', '06', '08'].map((day) => negative(`2022-08-${day} 10:00`));

  test('is planned', () => {
    expect(written(plan)).toEqual({
      ...{ foundOnDay: 0, landing: '2022-08-03', dropped: [] },
      tests: ['2022-08-04', '2022-08-05', '2022-08-06', '2022-08-08', '2022-08-10'],
      phases: ['CENTRAL to 2022-08-10 00:10'],
    });
  });

  test('a swab half an hour before the last day is refused as day 7 and kept as a fact', () => {
    const early = negative('2022-08-09 23:30');
    const days = swabDays(plan, [...before, early], at('2022-08-10 00:10'));
    expect(days.tests.at(-1)?.swabs).toEqual([]);
    expect(days.extra.find(({ id }) => id === early.id)).toMatchObject({ isEarly: true });
    const facts = {
      placement: 'CENTRAL',
      swabs: [...before, early],
      siteSamples: siteSamples('2022-08-09 23:30'),
    } as const;
    expect(lookedAt(plan, facts, '2022-08-10 00:10')).toMatchObject({
      outcome: 'RELEASE_BLOCKED',
      reason: 'TEST_MISSED',
    });
  });

  test('the last swab, taken after the end, delays it to its result at 16:00', () => {
    const swabs = [...before, negative('2022-08-10 08:30', '2022-08-10 16:00')];
    const facts = { placement: 'CENTRAL', swabs, siteSamples: siteSamples('2022-08-10 08:30') } as const;
    expect(lookedAt(plan, facts, '2022-08-10 15:59')).toMatchObject({
      ...{ outcome: 'RELEASE_BLOCKED', reason: 'RESULT_PENDING', since: at('2022-08-10 00:10'), owner: 'LAB' },
    });
    expect(lookedAt(plan, facts, '2022-08-10 16:00')).toEqual({
      ...{ outcome: 'RELEASED', metAt: at('2022-08-10 16:00'), at: at('2022-08-10 16:00') },
    });
  });
});

describe('6: a medium-risk stay under V9, at home', () => {
  const plan = planned('V9', 'MEDIUM_RISK_STAY', '2022-08-10 06:20', '2022-08-10 20:00');

  test('is planned', () => {
    expect(written(plan)).toEqual({
      ...{ foundOnDay: 0, landing: '2022-08-10', dropped: [] },
      tests: ['2022-08-11', '2022-08-14', '2022-08-17'],
      phases: ['HOME to 2022-08-17 06:20'],
    });
  });

  test('waits at home from 06:20 for its last result, and is released at 18:00 without monitoring', () => {
    const swabs = ['10 20:30', '11 09:00', '14 09:00'].map((when) => negative(`2022-08-${when}`));
    const all = [...swabs, negative('2022-08-17 09:00', '2022-08-17 18:00')];
    expect(lookedAt(plan, { swabs: all }, '2022-08-17 06:19')).toMatchObject({ outcome: 'RUNNING' });
    expect(lookedAt(plan, { swabs: all }, '2022-08-17 06:20')).toMatchObject({ outcome: 'RELEASE_BLOCKED' });
    expect(lookedAt(plan, { swabs: all }, '2022-08-17 17:59')).toMatchObject({ reason: 'RESULT_PENDING' });
    expect(lookedAt(plan, { swabs: all }, '2022-08-17 18:00')).toEqual({
      ...{ outcome: 'RELEASED', metAt: at('2022-08-17 18:00'), at: at('2022-08-17 18:00') },
    });
  });
});
