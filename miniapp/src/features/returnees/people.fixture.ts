import { sampleId as id } from '@/api/testing/fake-server';

/** An instant so many minutes from now. */
export const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
/** Somebody who comes, as a list shows them. */
export const row = (change: object = {}) => ({
  ...{ id: id('t1'), report: id('r1'), state: 'TRIAGED', revision: 1, code: 'K7QX', nameMasked: '王**' },
  ...{
    area: '141122100201-g03',
    areaName: '第三网格',
    foundBy: 'FAMILY',
    destination: 'HOUSEHOLD',
    plannedAt: at(600),
  },
  ...{ lateReport: false, late: false, next: { what: 'ACKNOWLEDGE', owner: 'GRID_WORKER', dueAt: at(20) } },
  ...{ actions: ['acknowledge', 'askInfo', 'arrive'], ...change },
});
/** One link of somebody's chain. */
export const link = (change: object = {}) => ({
  ...{ id: id('k1'), traveller: id('t1'), link: 'NOTICE', state: 'STARTED', revision: 1, owner: 'GRID_WORKER' },
  ...{ late: true, dueAt: at(-5), code: 'K7QX', area: '141122100201-g03', areaName: '第三网格' },
  ...{ actions: ['finishByHand', 'failByHand'], ...change },
});
