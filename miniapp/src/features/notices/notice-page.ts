import type { NoticeView } from '@grid-relief/shared-types/notices/notice.contract';
import { type NoticeAudience, type NoticeCode, noticeCodes } from '@grid-relief/shared-types/notices/notice-codes';
import type { Role } from '@grid-relief/shared-types/roles';
import { homePage, type PageParams } from '@/platform';
import { aboutEpisodes, aboutPeople } from './notice-subjects';

type Way = { readonly page: string; readonly params: PageParams };

/** A page, who may open it (everybody unless named), and whether it is the page of the notice's record. */
type Door = { readonly page: string; readonly roles?: readonly Role[]; readonly ofRecord?: true };
/** The first that the reader may open. */
type Doors = readonly Door[];

const worker: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
const dispatch: readonly Role[] = [...worker, 'COUNTY_DISPATCHER'];

const request: Doors = [{ page: '/pages/delivery/index', ofRecord: true }];
const carrying: Doors = [{ page: '/packages/volunteer/delivery/index', ofRecord: true }];
const work: Doors = [{ page: '/packages/volunteer/home/index' }];
const desk: Doors = [
  {
    page: '/packages/grid/delivery/index',
    roles: [...dispatch, 'COMMUNITY_CASHIER'],
    ofRecord: true,
  },
];
const queue: Doors = [{ page: '/packages/grid/home/index', roles: dispatch }];
const runs: Doors = [{ page: '/packages/grid/runs/index', roles: dispatch }];
const owed: Door = {
  page: '/packages/command/owed/index',
  roles: ['COMMUNITY_CASHIER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'],
};
/** Whoever keeps a store has a list of what comes back, and no request. */
const returned: Doors = [{ page: '/packages/command/returns/index', roles: ['STORE_KEEPER'] }, ...desk];
const doctor: Doors = [{ page: '/packages/command/doctor/index', roles: ['DOCTOR'] }];
const lateFacts: Doors = [{ page: '/packages/grid/late/index', roles: dispatch }];
const policyChange: Doors = [
  { page: '/packages/command/policy-change/index', roles: ['COUNTY_HEAD', 'CDC_INVESTIGATOR'], ofRecord: true },
];
const areaChange: Doors = [
  { page: '/packages/command/area-change/index', roles: ['COUNTY_HEAD', 'COUNTY_DISPATCHER'], ofRecord: true },
];
/** Whose places have changed: the desk from which they look at them. */
const changedPlaces: Doors = [
  { page: '/packages/grid/home/index', roles: dispatch },
  { page: '/packages/command/home/index', roles: ['VILLAGE_SECRETARY', 'COMMUNITY_WORKER'] },
];
const person: Doors = [{ page: '/packages/returnee/person/index', ofRecord: true }];
const trips: Doors = [{ page: '/packages/returnee/list/index' }];
const whoComes: Door = { page: '/packages/grid/returnees/index', roles: worker };
const lateLinks: Door = {
  page: '/packages/command/late-links/index',
  roles: ['GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'],
};
const codes: Doors = [
  {
    page: '/packages/command/codes/index',
    roles: ['COMMUNITY_WORKER', 'VILLAGE_SECRETARY', 'CODE_CLERK', 'TOWNSHIP_DISPATCHER', 'COUNTY_HEAD'],
  },
];
const myCodes: Doors = [{ page: '/packages/returnee/codes/index' }];
/** Whoever has to push and may not read it comes to the desk. */
const cases: Doors = [
  { page: '/packages/command/case/index', roles: ['CDC_INVESTIGATOR'], ofRecord: true },
  { page: '/packages/command/home/index', roles: ['COUNTY_DISPATCHER'] },
];
const refusals: Doors = [
  {
    page: '/packages/grid/refusals/index',
    roles: ['VILLAGE_SECRETARY', 'DOCTOR', 'POLICE', 'TOWNSHIP_DISPATCHER'],
  },
];
/** One of them, or the list where the notice names none. */
const homeEvents: Doors = [
  { page: '/packages/grid/home-events/index', roles: worker, ofRecord: true },
  { page: '/packages/grid/home-events/index', roles: worker },
];
const merges: Doors = [{ page: '/packages/grid/merges/index', roles: [...worker, 'CDC_INVESTIGATOR'] }];
const moving: readonly Role[] = [...dispatch, 'TRANSFER_DESK', 'DRIVER', 'ESCORT', 'SITE_MANAGER'];
const transfer: Doors = [
  { page: '/packages/transfer/trip/index', roles: [...moving, 'DOCTOR'], ofRecord: true },
  { page: '/packages/transfer/desk/index', roles: moving },
];
const sites: Doors = [
  { page: '/packages/command/sites/index', roles: ['COUNTY_DISPATCHER', 'TRANSFER_DESK', 'COUNTY_HEAD'] },
];
const doorAlerts: Doors = [{ page: '/packages/grid/door-alerts/index', roles: [...dispatch, 'BUILDING_CAPTAIN'] }];
const doorSensors: Doors = [{ page: '/packages/grid/door-sensors/index', roles: worker }];
const myDoor: Doors = [{ page: '/packages/returnee/door/index' }];
const screening: Doors = [
  { page: '/packages/screening/campaigns/index', roles: ['GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] },
];
const myDays: Doors = [{ page: '/packages/returnee/my-days/index' }];
const quarantine = '/packages/grid/quarantine/index';
const listed: readonly Role[] = [...worker, 'SAMPLER', 'SITE_MANAGER', 'DOCTOR'];
/** To the person; to the list where the notice names none, or several. Whoever has no list there comes to one person only. */
const episode: Doors = [
  { page: quarantine, roles: [...listed, 'COUNTY_DISPATCHER', 'COUNTY_HEAD', 'CDC_INVESTIGATOR'], ofRecord: true },
  { page: quarantine, roles: [...listed, 'LAB'] },
  { page: '/packages/command/sites/index', roles: ['TRANSFER_DESK'] },
];
/** The record is the plan of somebody's supplies, which has no page of its own. */
const supplies: Doors = [{ page: quarantine, roles: listed }];

/** What most notices are about: a request, as each sort of reader sees it. */
const usual: Readonly<Record<NoticeAudience, Doors>> = { HOUSEHOLD: request, CARRIER: carrying, GRID: desk };

/** Where a notice leads that is not about a request, or whose request is not the reader's (any more). */
const others: Readonly<Partial<Record<NoticeCode, Partial<Record<NoticeAudience, Doors>>>>> = {
  ...{
    OFFER: { CARRIER: work },
    TAKEN_BACK: { CARRIER: work },
    CARD_PASSED: { CARRIER: work },
    NOBODY_YET: { GRID: queue },
  },
  ...{ CASH_AGREED: { CARRIER: work }, HOLD_CLEARED: { CARRIER: work }, RUN_STRANDED: { GRID: runs } },
  RETURNED: { GRID: returned },
  ...{ MONEY_DIFFERS: { GRID: [owed] }, FLOAT_WITH_FORMER: { GRID: [owed, ...runs] } },
  ...{ DOCTOR_ASKED: { GRID: doctor }, HEALTH_HOLD: { GRID: doctor } },
  ...{ LATE_FACT_OVERDUE: { GRID: lateFacts }, POLICY_TO_APPROVE: { GRID: policyChange } },
  ...{ AREA_TO_SCHEDULE: { GRID: areaChange }, AREA_SCHEDULED: { GRID: changedPlaces } },
  ...{ AREA_CHANGED: { GRID: changedPlaces }, AREA_REVERTED: { GRID: changedPlaces } },
  AREA_CALLED_OFF: { GRID: changedPlaces },
  // the record of a link or a tracker is no person: the list has both
  ...{ LINK_WAITS: { GRID: [whoComes] }, LINK_OVERDUE: { GRID: [lateLinks, whoComes] } },
  ...{ TRACKER_LATE: { GRID: [whoComes] }, TRACKER_MISSED: { HOUSEHOLD: trips }, TRACKER_DONE: { HOUSEHOLD: trips } },
  TRACKER_ALARM: { HOUSEHOLD: trips, GRID: [whoComes, ...doctor] },
  TEST_POSITIVE: { GRID: [whoComes, ...doctor] },
  ...{ RUNS_OUT_SOON: { HOUSEHOLD: myDays, GRID: supplies }, NOT_ENSURED: { HOUSEHOLD: myDays, GRID: supplies } },
  NO_SIGN_OF_LIFE: { GRID: supplies },
  SITE_LOW: { GRID: sites },
  WALKED_IN: { GRID: [whoComes] },
  ...{ CODE_WAITS: { GRID: codes }, CODE_NO_ANSWER: { GRID: codes }, CODE_APPEALED: { GRID: codes } },
  CODE_LATE: { GRID: codes },
  ...{ DOOR_OPENED: { GRID: doorAlerts }, DOOR_NOBODY_THERE: { GRID: doorAlerts } },
  ...{ DOOR_STILL_OPEN: { GRID: doorAlerts }, DOOR_LEFT_HOME: { GRID: doorAlerts } },
  ...{ SENSORS_SILENT: { GRID: doorAlerts }, SENSOR_SILENT: { GRID: doorSensors } },
  ...{ SENSOR_FLAG: { GRID: doorSensors }, SENSOR_REMOVE: { GRID: doorSensors, HOUSEHOLD: myDoor } },
  ...{
    CODE_CONFIRMED: { HOUSEHOLD: myCodes },
    CODE_REFUSED: { HOUSEHOLD: myCodes },
    CODE_REFUSED_FINAL: { HOUSEHOLD: myCodes },
  },
  ...{ REFUSAL_NEW: { GRID: refusals }, REFUSAL_LIAISON: { GRID: refusals } },
  ...{ REFUSAL_LATE: { GRID: refusals }, REFUSAL_ESCALATED: { GRID: refusals } },
  ...{ HOME_EVENT_NEW: { GRID: homeEvents }, HOME_EVENT_LATE: { GRID: homeEvents } },
  ...{ HOME_EVENT_DONE: { GRID: homeEvents }, WELFARE_NEW: { GRID: homeEvents } },
  ...{ WELFARE_LATE: { GRID: homeEvents }, WELFARE_NOT_ASKED: { GRID: homeEvents } },
  ...{ MERGE_PROPOSED: { GRID: merges }, MERGE_APPLIED: { GRID: merges } },
  ...{ MERGE_TWO_ENDS: { GRID: merges }, MERGE_UNDONE: { GRID: merges } },
  ...{ INVESTIGATION_NEW: { GRID: cases }, INVESTIGATION_LATE: { GRID: cases } },
  ...{ TRANSFER_WAITS: { GRID: transfer }, TRANSFER_OVERDUE: { GRID: transfer }, TRANSFER_TRIP: { CARRIER: transfer } },
  ...{ TRANSFER_COMES: { HOUSEHOLD: trips }, TRANSFER_OFF: { HOUSEHOLD: trips, CARRIER: transfer } },
  TRANSFER_AT_HOME: { GRID: transfer, CARRIER: transfer },
  ...{ TRANSFER_NO_BED: { GRID: transfer }, TRANSFER_BROKEN: { GRID: transfer }, TRANSFER_FEVER: { GRID: transfer } },
  ...{ TRANSFER_MISSING: { GRID: transfer }, TRANSFER_120: { GRID: transfer }, TRANSFER_RECEIVE: { GRID: transfer } },
  ...{ DOORS_GIVEN: { CARRIER: [{ page: '/packages/screening/doors/index' }] }, SCREENING_BEHIND: { GRID: screening } },
  DOOR_WAITS: { GRID: [{ page: '/packages/screening/door/index', ofRecord: true }] },
};

/** About somebody who comes, and about somebody in quarantine: to themselves and to whoever sees to them. */
const ofPerson = { HOUSEHOLD: person, CARRIER: person, GRID: person } as const;
const ofEpisode = { HOUSEHOLD: myDays, CARRIER: myDays, GRID: episode } as const;
/** Two codes are sent for requests, runs and handovers at a sealed edge: a handover names its point, a run no bag. */
const shared: Readonly<Record<string, { readonly leg: Doors; readonly run: Doors }>> = {
  HANDOVER_FOR_YOU: {
    leg: [{ page: '/packages/volunteer/leg/index', ofRecord: true }],
    run: [{ page: '/packages/volunteer/run/index', ofRecord: true }],
  },
  COUNT_DIFFERS: { leg: [{ page: '/packages/grid/legs/index', roles: worker }], run: runs },
};

type Told = Pick<NoticeView, 'code' | 'audience' | 'record'> & Partial<Pick<NoticeView, 'values'>>;

/** Whom a notice addresses; one from before the server said so addresses the first its code may. */
export function audienceOf({ code, audience }: Pick<Told, 'code' | 'audience'>): NoticeAudience {
  const known: Readonly<Record<string, readonly NoticeAudience[]>> = noticeCodes;
  return audience ?? known[code]?.[0] ?? 'HOUSEHOLD';
}

function doorsOf(notice: Told): Doors {
  const { code, values = {} } = notice;
  // of a newer server: what its record is, nobody knows here
  if (!(code in noticeCodes)) return [];
  const audience = audienceOf(notice);
  if (aboutPeople.includes(code)) return ofPerson[audience];
  if (aboutEpisodes.includes(code)) return ofEpisode[audience];
  const ways = shared[code];
  if (ways && values.point !== undefined) return ways.leg;
  if (ways && values.code === undefined) return ways.run;
  const known: Readonly<Record<string, Partial<Record<NoticeAudience, Doors>>>> = others;
  return known[code]?.[audience] ?? usual[audience];
}

/** Where a notice leads this reader: the page of its record, or where the work begins; home where neither is theirs. */
export function pageOfNotice(notice: Told, held: readonly string[]): Way {
  const { record } = notice;
  const mayOpen = ({ roles, ofRecord }: Door) =>
    (roles === undefined || roles.some((role) => held.includes(role))) && !(ofRecord && record === undefined);
  const door = doorsOf(notice).find(mayOpen);
  if (door === undefined) return { page: homePage, params: {} };
  return { page: door.page, params: door.ofRecord && record !== undefined ? { id: record } : {} };
}
