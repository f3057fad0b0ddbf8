import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Endpoint } from '@grid-relief/shared-types/contract';
import { doctorQueue, gridQueue } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { listHandoverLegs } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { listLateFacts } from '@grid-relief/shared-types/deliveries/late-fact.contract';
import { owedInArea } from '@grid-relief/shared-types/deliveries/ledger.contract';
import { returnedGoods } from '@grid-relief/shared-types/deliveries/returned-goods.contract';
import { listRuns } from '@grid-relief/shared-types/deliveries/run.contract';
import { listHouseholdEvents } from '@grid-relief/shared-types/household-events/household-event.contract';
import { getInvestigation } from '@grid-relief/shared-types/investigations/investigation.contract';
import { type NoticeAudience, type NoticeCode, noticeCodes } from '@grid-relief/shared-types/notices/notice-codes';
import { listPersonMerges } from '@grid-relief/shared-types/person-merges/person-merge.contract';
import { codeRequestsToDo } from '@grid-relief/shared-types/quarantine/code-request.contract';
import { getPolicyChange } from '@grid-relief/shared-types/quarantine/policy-change.contract';
import { listSites } from '@grid-relief/shared-types/quarantine/site.contract';
import { listRefusals } from '@grid-relief/shared-types/refusals/refusal.contract';
import { lateLinks, listTravellers } from '@grid-relief/shared-types/returnees/returnee.contract';
import { listScreenings } from '@grid-relief/shared-types/screening/screening.contract';
import { listDoorSensors } from '@grid-relief/shared-types/sensors/door-sensor.contract';
import { listSensorAlerts } from '@grid-relief/shared-types/sensors/sensor-alert.contract';
import { getTransfer, transfersToDo } from '@grid-relief/shared-types/transfers/transfer.contract';
import { homePage } from '@/platform';
import { pageOfNotice } from './notice-page';

// the ids of a contract are branded; a sentence is enough to see where a notice leads
const record = '141122-d10000000000000000000000000' as Parameters<typeof pageOfNotice>[0]['record'];
const values = { code: 'A07' };

const grid = ['GRID_WORKER', 'GRID_LEADER'];
const up = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
const inChangedAreas = [...grid, 'VILLAGE_SECRETARY', 'COMMUNITY_WORKER', 'TOWNSHIP_DISPATCHER'];
const ladder = [...up, 'COUNTY_DISPATCHER'];
const cars = ['TRANSFER_DESK', 'COUNTY_DISPATCHER'];
const codeDesk = ['COMMUNITY_WORKER', 'VILLAGE_SECRETARY', 'CODE_CLERK', 'TOWNSHIP_DISPATCHER', 'COUNTY_HEAD'];

/** Which roles the server tells, code by code, as its own sources say; whoever is not here is the grid of the place. */
const told: Readonly<Partial<Record<NoticeCode, readonly string[]>>> = {
  ...{ FLAG_OVERDUE: up, DOCTOR_ASKED: ['DOCTOR'], DOCTOR_OVERDUE: up, CARD_OUT: up, POST_UNFED: ['GRID_LEADER'] },
  ...{ NOBODY_YET: up, COUNT_DIFFERS: [...grid, 'TOWNSHIP_DISPATCHER'], GO_TO_DOOR: [...grid, 'TOWNSHIP_DISPATCHER'] },
  ...{ RETURNED: [...grid, 'STORE_KEEPER', 'COMMUNITY_CASHIER'], RETURN_OVERDUE: ['GRID_LEADER'] },
  ...{ MONEY_DIFFERS: ['GRID_LEADER'], HEALTH_HOLD: ['DOCTOR'], RECEIPT_CAME: ['COMMUNITY_CASHIER'] },
  ...{ LATE_FACT_OVERDUE: ['TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'], POLICY_TO_APPROVE: ['COUNTY_HEAD'] },
  ...Object.fromEntries(
    ['AREA_SCHEDULED', 'AREA_CHANGED', 'AREA_REVERTED', 'AREA_CALLED_OFF'].map((code) => [code, inChangedAreas]),
  ),
  AREA_TO_SCHEDULE: ['COUNTY_HEAD'],
  ...{ UNPAID: ['COMMUNITY_CASHIER'], REPAY_OVERDUE: ['COMMUNITY_CASHIER', ...up] },
  ...{ DISPUTE_OVERDUE: ['TOWNSHIP_DISPATCHER'], RETURNEE_OVERDUE: ladder, RETURNEE_SEARCH: ladder },
  ...{
    LINK_WAITS: ['GRID_WORKER'],
    LINK_OVERDUE: ladder,
    ASSESS_OVERDUE: ladder,
    PLACE_NEEDED: ['SITE_MANAGER', 'TRANSFER_DESK'],
  },
  ...{ SYMPTOM_ALERT: ['DOCTOR', ...grid], DOCTOR_LATE: ['DOCTOR', 'TOWNSHIP_DISPATCHER'], BLOCK_OVERDUE: ladder },
  ...{ RELEASE_WAITS: ['GRID_WORKER', 'SITE_MANAGER', 'LAB', 'CDC_INVESTIGATOR'], MOVE_DUE: ['GRID_LEADER'] },
  ...{ MOVE_OVERDUE: ['TOWNSHIP_DISPATCHER'], BREACH_PROPOSED: ['TOWNSHIP_DISPATCHER'] },
  ...{ BREACH_OVERDUE: ['COUNTY_DISPATCHER'], NOT_THERE: ['GRID_LEADER'] },
  ...{ SEARCH_DUE: [...grid, 'TOWNSHIP_DISPATCHER'], POSITIVE_AT_HOME: ['GRID_LEADER', 'COUNTY_DISPATCHER'] },
  ...{ TRANSFER_WAITS: ['TOWNSHIP_DISPATCHER', 'TRANSFER_DESK'], TRANSFER_NO_BED: [...cars, 'SITE_MANAGER'] },
  ...{ TRANSFER_OVERDUE: [...cars, ...grid], TRANSFER_BROKEN: cars, TRANSFER_FEVER: ['DOCTOR', 'TRANSFER_DESK'] },
  ...{ TRANSFER_MISSING: [...grid, 'TOWNSHIP_DISPATCHER'], TRANSFER_120: [...grid, 'DOCTOR', 'TRANSFER_DESK'] },
  TRANSFER_RECEIVE: ['SITE_MANAGER'],
  ...{ SITE_LOW: ['COUNTY_DISPATCHER', 'TRANSFER_DESK'], WALKED_IN: grid },
  ...{ CODE_WAITS: codeDesk, CODE_NO_ANSWER: ['CODE_CLERK'], CODE_APPEALED: codeDesk, CODE_LATE: codeDesk },
  TEST_POSITIVE: ['DOCTOR', 'GRID_LEADER'],
  ...{ REFUSAL_NEW: ['VILLAGE_SECRETARY', 'DOCTOR'], REFUSAL_LIAISON: ['POLICE'] },
  ...{ REFUSAL_LATE: ['TOWNSHIP_DISPATCHER'], REFUSAL_ESCALATED: ['TOWNSHIP_DISPATCHER'] },
  ...{ INVESTIGATION_NEW: ['CDC_INVESTIGATOR'], INVESTIGATION_LATE: ['CDC_INVESTIGATOR', 'COUNTY_DISPATCHER'] },
  ...{
    DOOR_OPENED: ['GRID_WORKER', 'BUILDING_CAPTAIN', ...up],
    DOOR_NOBODY_THERE: ['GRID_WORKER', 'BUILDING_CAPTAIN'],
  },
  ...{ DOOR_STILL_OPEN: ['GRID_WORKER', 'BUILDING_CAPTAIN'], DOOR_LEFT_HOME: ['GRID_LEADER'] },
  SENSORS_SILENT: [...grid, 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'],
  ...{ SCREENING_BEHIND: up, DOOR_WAITS: up },
  ...{ HOME_EVENT_LATE: up, HOME_EVENT_DONE: ['GRID_LEADER'], WELFARE_LATE: up },
};
const carrier = (code: NoticeCode) => (code.startsWith('TRANSFER_') ? 'DRIVER' : 'VOLUNTEER');
const rolesOf = (code: NoticeCode, audience: NoticeAudience): readonly string[] =>
  audience === 'GRID' ? (told[code] ?? grid) : audience === 'CARRIER' ? [carrier(code)] : ['RESIDENT'];

const codes = Object.keys(noticeCodes) as NoticeCode[];
const addressed = codes.flatMap((code) =>
  noticeCodes[code].flatMap((audience) => rolesOf(code, audience).map((role) => ({ code, audience, role }))),
);

/** What each page of a role reads first, whose contract says who may; a record's own page is read by whoever may see it. */
const reads: Readonly<Record<string, Endpoint>> = {
  '/packages/grid/home/index': gridQueue,
  '/packages/grid/runs/index': listRuns,
  '/packages/grid/legs/index': listHandoverLegs,
  '/packages/grid/late/index': listLateFacts,
  '/packages/grid/returnees/index': listTravellers,
  '/packages/grid/door-alerts/index': listSensorAlerts,
  '/packages/grid/door-sensors/index': listDoorSensors,
  '/packages/command/owed/index': owedInArea,
  '/packages/command/returns/index': returnedGoods,
  '/packages/command/doctor/index': doctorQueue,
  '/packages/command/late-links/index': lateLinks,
  '/packages/command/policy-change/index': getPolicyChange,
  '/packages/command/codes/index': codeRequestsToDo,
  '/packages/command/case/index': getInvestigation,
  '/packages/grid/refusals/index': listRefusals,
  '/packages/grid/home-events/index': listHouseholdEvents,
  '/packages/grid/merges/index': listPersonMerges,
  '/packages/transfer/trip/index': getTransfer,
  '/packages/transfer/desk/index': transfersToDo,
  '/packages/command/sites/index': listSites,
  '/packages/screening/campaigns/index': listScreenings,
};
/** Pages of one record, without whose id they are blank. */
const ofRecord =
  /\/(pages\/delivery|volunteer\/(delivery|leg|run)|grid\/delivery|policy-change|case|person|transfer\/trip|screening\/door)\/index$/;

test.each(addressed)(
  '$code for $audience leads a $role to a page there is, that they may open',
  ({ role, ...notice }) => {
    const { page, params } = pageOfNotice({ ...notice, record, values }, [role]);
    expect(existsSync(path.join(__dirname, '../..', `${page}.tsx`))).toBe(true);
    expect(page).not.toBe(homePage);
    const access = reads[page]?.access;
    if (typeof access === 'object' && 'roles' in access) expect(access.roles).toContain(role);
    if (ofRecord.test(page)) expect(params).toEqual({ id: record });
  },
);

const desk = '/packages/grid/delivery/index';
const carrying = '/packages/volunteer/delivery/index';
const person = '/packages/returnee/person/index';
const quarantine = '/packages/grid/quarantine/index';
const homeEvents = '/packages/grid/home-events/index';
test.each([
  ['a request to its household', 'RETURNED', 'HOUSEHOLD', 'RESIDENT', '/pages/delivery/index', true],
  ['the same to the grid', 'RETURNED', 'GRID', 'GRID_WORKER', desk, true],
  ['the same to whoever carries it', 'RETURNED', 'CARRIER', 'VOLUNTEER', carrying, true],
  ['the same to whoever keeps the store', 'RETURNED', 'GRID', 'STORE_KEEPER', '/packages/command/returns/index', false],
  ['an offer to where it is answered', 'OFFER', 'CARRIER', 'VOLUNTEER', '/packages/volunteer/home/index', false],
  [
    'a card that went on, to the work of whoever had it',
    'CARD_PASSED',
    'CARRIER',
    'VOLUNTEER',
    '/packages/volunteer/home/index',
    false,
  ],
  [
    'a fever of somebody followed, to who comes',
    'TRACKER_ALARM',
    'GRID',
    'GRID_WORKER',
    '/packages/grid/returnees/index',
    false,
  ],
  ['the same to their home', 'TRACKER_ALARM', 'HOUSEHOLD', 'RESIDENT', '/packages/returnee/list/index', false],
  ['somebody who goes on anew', 'RETURNEE_GOES_ON', 'HOUSEHOLD', 'RESIDENT', person, true],
  ['somebody judged otherwise', 'RETURNEE_JUDGED', 'GRID', 'GRID_WORKER', person, true],
  ['medicine to the doctor', 'DOCTOR_ASKED', 'GRID', 'DOCTOR', '/packages/command/doctor/index', false],
  [
    'the float of a run, to a leader',
    'FLOAT_WITH_FORMER',
    'GRID',
    'GRID_LEADER',
    '/packages/command/owed/index',
    false,
  ],
  ['the same to a worker', 'FLOAT_WITH_FORMER', 'GRID', 'GRID_WORKER', '/packages/grid/runs/index', false],
  ['a change of areas', 'AREA_TO_SCHEDULE', 'GRID', 'COUNTY_HEAD', '/packages/command/area-change/index', true],
  ['a change of policy', 'POLICY_TO_APPROVE', 'GRID', 'COUNTY_HEAD', '/packages/command/policy-change/index', true],
  ['somebody who comes, to the grid', 'RETURNEE_NEW', 'GRID', 'GRID_WORKER', person, true],
  ['the same to the county', 'RETURNEE_OVERDUE', 'GRID', 'COUNTY_DISPATCHER', person, true],
  ['the same to the family', 'RETURNEE_EXPECTED', 'HOUSEHOLD', 'RESIDENT', person, true],
  [
    'a late link, to the county',
    'LINK_OVERDUE',
    'GRID',
    'COUNTY_DISPATCHER',
    '/packages/command/late-links/index',
    false,
  ],
  ['a new link, to the grid', 'LINK_WAITS', 'GRID', 'GRID_WORKER', '/packages/grid/returnees/index', false],
  ['a new link, to whoever has no page of links', 'LINK_WAITS', 'GRID', 'CODE_CLERK', homePage, false],
  [
    'a health report that is missing, to the person',
    'TRACKER_MISSED',
    'HOUSEHOLD',
    'RESIDENT',
    '/packages/returnee/list/index',
    false,
  ],
  ['quarantine, to whoever is in it', 'RELEASED', 'HOUSEHOLD', 'RESIDENT', '/packages/returnee/my-days/index', false],
  ['quarantine, to the grid', 'ASSESS_HOME', 'GRID', 'GRID_WORKER', quarantine, true],
  ['quarantine, to the county', 'BREACH_OVERDUE', 'GRID', 'COUNTY_DISPATCHER', quarantine, true],
  ['tubes, to the laboratory', 'RELEASE_WAITS', 'GRID', 'LAB', quarantine, false],
  ['supplies, whose record is a plan', 'NOT_ENSURED', 'GRID', 'GRID_WORKER', quarantine, false],
  ['what happened in a home', 'HOME_EVENT_NEW', 'GRID', 'GRID_WORKER', homeEvents, true],
  ['who is left behind by it', 'WELFARE_LATE', 'GRID', 'TOWNSHIP_DISPATCHER', homeEvents, true],
  ['the same to whoever has no such page', 'HOME_EVENT_NEW', 'GRID', 'DOCTOR', homePage, false],
  ['a code of a newer server', 'SOMETHING_NEWER', 'GRID', 'GRID_WORKER', homePage, false],
] as const)('%s', (_, code, audience, role, page, isOfRecord) => {
  const way = { page, params: isOfRecord ? { id: record } : {} };
  expect(pageOfNotice({ code, audience, record, values }, [role])).toEqual(way);
});

test('bags at a sealed edge lead to their handover, bags of a run to the run, others to their request', () => {
  const handover = (more: object) =>
    pageOfNotice({ code: 'HANDOVER_FOR_YOU', audience: 'CARRIER', record, values: more as typeof values }, [
      'VOLUNTEER',
    ]);
  const differs = (more: object) =>
    pageOfNotice({ code: 'COUNT_DIFFERS', audience: 'GRID', record, values: more as typeof values }, ['GRID_WORKER']);
  const point = { code: 'A07', point: '东门货架' };
  expect([handover(point), handover({}), handover(values)].map(({ page }) => page)).toEqual([
    '/packages/volunteer/leg/index',
    '/packages/volunteer/run/index',
    carrying,
  ]);
  expect([differs(point), differs({}), differs(values)].map(({ page }) => page)).toEqual([
    '/packages/grid/legs/index',
    '/packages/grid/runs/index',
    desk,
  ]);
});

test('without a record nobody is led to an empty page', () => {
  expect(pageOfNotice({ code: 'RETURNED', audience: 'HOUSEHOLD' }, ['RESIDENT']).page).toBe(homePage);
  const event = { code: 'HOME_EVENT_LATE', audience: 'GRID' } as const;
  expect(pageOfNotice(event, ['GRID_LEADER'])).toEqual({ page: homeEvents, params: {} });
});
