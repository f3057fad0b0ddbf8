/** Quarantines as the server tells them to those who see to them. All people are invented. */
const id = (word: string) => `141122-${word.padEnd(26, '0')}`;
const began = '2026-11-24T06:00:00.000Z';
const ends = '2026-12-01T06:00:00.000Z';
const area = '141122100201-g03';

export const episodeId = id('e1');

/** One at home, five days in, with what a test puts in place. */
export function episodeView(more: Readonly<Record<string, unknown>> = {}) {
  const phase = { kind: 'HOME', stayIn: true, countedFrom: began, endsAt: ends };
  return {
    ...{ id: episodeId, state: 'HOME_ACTIVE', revision: 3, part: 'GRID', nameMasked: '薛**', area, areaName: '一网格' },
    ...{ category: 'MEDIUM_RISK_STAY', placement: 'HOME', phase: 0, phases: [phase], swabs: [], tests: [] },
    ...{ day: { number: 5, of: 7, left: 2 }, foundAt: began, endsAt: ends, since: began, linked: [], actions: [] },
    ...more,
  };
}

/** A row of a list, of the same person. */
export function episodeRow(more: Readonly<Record<string, unknown>> = {}) {
  return {
    ...{ id: episodeId, state: 'HOME_ACTIVE', revision: 3, nameMasked: '薛**', area, areaName: '一网格' },
    ...{ doorCode: '3-1-0402', placement: 'HOME', day: { number: 5, of: 7, left: 2 }, endsAt: ends },
    ...{ todos: [], testsDue: 0, isDouble: false, linked: 0, actions: [] },
    ...more,
  };
}

/** A tube without a result. */
export function tube(word: string, code: string) {
  return { episode: episodeId, swab: id(word), takenAt: began, code };
}
