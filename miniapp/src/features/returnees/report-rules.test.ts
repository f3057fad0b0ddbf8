import { ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import * as z from '@grid-relief/shared-types/zod';
import { sampleId as id, sample } from '@/api/testing/fake-server';
import { broughtTo, nobodyYet, nowhereYet } from './report-draft';
import { findingsIn } from './report-findings';
import { arrivalAt, reportFrom, whatIsMissing } from './report-rules';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

describe('the form', () => {
  const draft: Parameters<typeof reportFrom>[0] = {
    ...({
      id: id('r1'),
      mode: 'home',
      on: '2022-04-18',
      foundBy: 'FAMILY',
      kind: 'HOUSEHOLD',
      hour: '12',
      day: '2',
      entry: '',
      transport: '',
    } as const),
    people: [{ ...nobodyYet, name: '王小返', phone: '19900001234', symptoms: 'no' }],
    places: [{ ...nowhereYet, parts: ['甘肃省', '兰州市', '', ''], came: '9' }],
    ...{ areaName: '', place: '', hostName: '', hostPhone: '' },
  };

  test('what it makes, the contract takes', () => {
    const report = reportFrom(draft, 'home', sample.household, new Date('2022-04-18T01:30:00Z'));
    expect(z.parse(ReturneeReportDraft, report)).toMatchObject({
      plannedArrival: '2022-04-20T04:00:00.000Z',
      stays: [{ place: ['甘肃省', '兰州市'], from: '2022-04-09T01:30:00.000Z' }],
      destination: { kind: 'HOUSEHOLD', household: sample.household },
    });
  });

  test('an hour that is over today is now', () => {
    const now = new Date('2022-04-18T09:00:00Z');
    expect([arrivalAt('0', '8', now), arrivalAt('0', '21', now)]).toEqual([
      now.toISOString(),
      '2022-04-18T13:00:00.000Z',
    ]);
  });

  test('it asks for one thing after the other, and without a home here for who answers for them', () => {
    expect(whatIsMissing(draft, 'home', sample.household)).toBeUndefined();
    expect(whatIsMissing(draft, 'home', undefined)).toBe('need-own-home');
    expect(whatIsMissing(draft, 'post', undefined)).toBe('need-home');
    expect(whatIsMissing({ ...draft, people: [nobodyYet] }, 'home', sample.household)).toBe('need-name');
    const hotel = { ...draft, kind: 'HOTEL', area: '141122100201-g03', place: '样例宾馆' } as const;
    expect(whatIsMissing(hotel, 'home', sample.household)).toBe('need-host');
  });

  const findings = (part: Partial<typeof draft>) =>
    findingsIn({ ...draft, ...part }, new Date('2022-04-18T01:30:00Z')).map(
      ({ pointer, word }) => `${pointer} ${word}`,
    );
  const person = (part: object) => ({ people: [{ ...draft.people[0], ...part } as (typeof draft.people)[number]] });
  const place = (part: object) => ({ places: [{ ...draft.places[0], ...part } as (typeof draft.places)[number]] });

  test.each([
    ['a phone with a digit too few', person({ phone: '1990000123' }), '/travellers/0/phone bad-phone'],
    ['a number that is on no papers', person({ idNumber: '14112219900101·011' }), '/travellers/0/idNumber bad-id'],
    ['born next year', person({ year: '2023' }), '/travellers/0/birthYear bad-year'],
    ['left before they came', place({ came: '3', left: '5' }), '/stays/0/to bad-left'],
    ['days that are no number', place({ came: '上周' }), '/stays/0/from bad-days'],
    ['a gap in the place', place({ parts: ['甘肃省', '', '城关区', ''] }), '/stays/0/place/1 need-level'],
    [
      'a host who cannot be phoned',
      { kind: 'HOTEL' as const, hostPhone: '0358-1234' },
      '/destination/responsibleHost/phone bad-phone',
    ],
  ])('%s is found at its field', (_, part, finding) => {
    expect(findings(part)).toEqual([finding]);
  });

  test('what can be is left alone: a child without papers, left on the day of coming, still there', () => {
    expect(findings(person({ phone: '', idNumber: '', year: '' }))).toEqual([]);
    expect(findings(place({ came: '3', left: '3' }))).toEqual([]);
    expect(findings(place({ left: '' }))).toEqual([]);
  });

  test('taken up two days later it counts from then: days ago are more, days ahead fewer, and health is asked anew', () => {
    const begun = { ...draft, ...place({ came: '9', left: '' }), day: '3' };
    const { on, day, places, people } = broughtTo('2022-04-20', begun);
    expect([on, day, places[0]?.came, places[0]?.left]).toEqual(['2022-04-20', '1', '11', '']);
    expect(people[0]?.symptoms).toBeUndefined();
    expect(broughtTo('2022-04-22', begun).day).toBeUndefined();
    // four days ahead is no answer of the form: it is asked again
    expect(broughtTo('2022-04-19', { ...begun, day: '5' }).day).toBeUndefined();
    expect(broughtTo('2022-04-18', begun)).toBe(begun);
  });
});
