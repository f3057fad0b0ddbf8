import { ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import { z } from '@grid-relief/shared-types/zod';
import { sampleId as id, sample } from '@/api/testing/fake-server';
import { nobodyYet, nowhereYet } from './report-draft';
import { arrivalAt, reportFrom, whatIsMissing } from './report-rules';

jest.mock('@/platform', () => jest.requireActual('@/api/testing/fake-device').fakePlatform());

describe('the form', () => {
  const draft: Parameters<typeof reportFrom>[0] = {
    ...({
      id: id('r1'),
      mode: 'home',
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
    expect(whatIsMissing(draft, 'home', undefined)).toBe('need-home');
    expect(whatIsMissing({ ...draft, people: [nobodyYet] }, 'home', sample.household)).toBe('need-name');
    const hotel = { ...draft, kind: 'HOTEL', area: '141122100201-g03', place: '样例宾馆' } as const;
    expect(whatIsMissing(hotel, 'home', sample.household)).toBe('need-host');
  });
});
