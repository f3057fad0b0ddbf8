import type { NoticeView } from '@grid-relief/shared-types/notices/notice.contract';
import type { NoticeAudience } from '@grid-relief/shared-types/notices/notice-codes';
import { homePage, type PageParams } from '@/platform';
import { audienceOf } from '@/text/notices';

type Way = { readonly page: string; readonly params: PageParams };

/** The page on which each sort of reader sees a request. */
const requestPages: Readonly<Record<NoticeAudience, string>> = {
  HOUSEHOLD: '/pages/delivery/index',
  CARRIER: '/packages/volunteer/delivery/index',
  GRID: '/packages/grid/delivery/index',
};

/** Codes whose record may be a run or is not the reader's yet: they lead to the first page of the work. */
const firstPages: Readonly<Record<string, string>> = {
  OFFER: '/packages/volunteer/home/index',
  TAKEN_BACK: '/packages/volunteer/home/index',
  NOBODY_YET: '/packages/grid/home/index',
  LATE_FACT_OVERDUE: '/packages/grid/late/index',
  RUN_STRANDED: '/packages/grid/runs/index',
  MONEY_DIFFERS: '/packages/command/owed/index',
  FLOAT_WITH_FORMER: '/packages/command/owed/index',
  CASH_AGREED: '/packages/volunteer/home/index',
  HEALTH_HOLD: '/packages/command/doctor/index',
  HOLD_CLEARED: '/packages/volunteer/home/index',
};

/** Notices whose record may be a handover at the edge of a sealed zone: they name its point, others do not. */
const legPages: Readonly<Record<string, string>> = {
  HANDOVER_FOR_YOU: '/packages/volunteer/leg/index',
  COUNT_DIFFERS: '/packages/grid/legs/index',
};

/** Codes about somebody who comes; the household reads its trips, the grid its list. */
const returneePages: Readonly<Record<NoticeAudience, string>> = {
  HOUSEHOLD: '/packages/returnee/list/index',
  CARRIER: '/packages/returnee/list/index',
  GRID: '/packages/grid/returnees/index',
};
const isOfReturnee = (code: string) => /^(RETURNEE|LINK|TRACKER)_/.test(code);
const myDays = '/packages/returnee/my-days/index';
const quarantine = '/packages/grid/quarantine/index';

/** Notices about a quarantine: to whoever is in it its days, to everybody else what is to be done. */
const quarantinePages: Readonly<Record<string, Partial<Record<NoticeAudience, string>>>> = {
  ASSESS_HOME: { GRID: quarantine },
  ASSESS_OVERDUE: { GRID: quarantine },
  PLACE_NEEDED: { GRID: quarantine },
  QUARANTINE_BEGAN: { HOUSEHOLD: myDays },
  REPORT_MISSING: { HOUSEHOLD: myDays, GRID: quarantine },
  SYMPTOM_ALERT: { GRID: quarantine },
  DOCTOR_COMES: { HOUSEHOLD: myDays },
  DOCTOR_LATE: { GRID: quarantine },
  SYMPTOM_CLEARED: { HOUSEHOLD: myDays },
  TEST_MISSED: { GRID: quarantine },
  RESULT_INVALID: { GRID: quarantine },
  RESULT_POSITIVE: { GRID: quarantine },
  RELEASE_WAITS: { HOUSEHOLD: myDays, GRID: quarantine },
  BLOCK_OVERDUE: { GRID: quarantine },
  MONITORING_BEGINS: { HOUSEHOLD: myDays },
  NEXT_PHASE: { HOUSEHOLD: myDays },
  RELEASED: { HOUSEHOLD: myDays },
  QUARANTINE_REVOKED: { HOUSEHOLD: myDays },
  CATEGORY_CHANGED: { HOUSEHOLD: myDays },
  END_EARLIER: { HOUSEHOLD: myDays },
  END_LATER: { HOUSEHOLD: myDays },
  RULES_CHANGED: { HOUSEHOLD: myDays },
  TAKEN_BY_120: { GRID: quarantine },
  MOVE_BEGINS: { HOUSEHOLD: myDays },
  MOVE_DUE: { GRID: quarantine },
  MOVE_OVERDUE: { GRID: quarantine },
  BREACH_PROPOSED: { GRID: quarantine },
  BREACH_OVERDUE: { GRID: quarantine },
  NOT_THERE: { GRID: quarantine },
  SEARCH_DUE: { GRID: quarantine },
  POSITIVE_AT_HOME: { GRID: quarantine },
  RUNS_OUT_SOON: { HOUSEHOLD: myDays, GRID: quarantine },
  NOT_ENSURED: { HOUSEHOLD: myDays, GRID: quarantine },
  NO_SIGN_OF_LIFE: { GRID: quarantine },
};

/** Notices whose record is no request, each with the page on which it is read. */
const otherPages: Readonly<Record<string, string>> = {
  POLICY_TO_APPROVE: '/packages/command/policy-change/index',
};

/** Where a notice leads: the request as this reader sees it, or the page where the work begins. */
export function pageOfNotice(
  notice: Pick<NoticeView, 'code' | 'audience' | 'record'> & Partial<Pick<NoticeView, 'values'>>,
): Way {
  if (isOfReturnee(notice.code)) return { page: returneePages[audienceOf(notice)], params: {} };
  const first = firstPages[notice.code];
  if (first !== undefined) return { page: first, params: {} };
  if (notice.record === undefined) return { page: homePage, params: {} };
  const inQuarantine = quarantinePages[notice.code]?.[audienceOf(notice)];
  if (inQuarantine !== undefined) return { page: inQuarantine, params: {} };
  const other = otherPages[notice.code];
  if (other !== undefined) return { page: other, params: { id: notice.record } };
  const leg = notice.values?.point === undefined ? undefined : legPages[notice.code];
  if (leg !== undefined) return { page: leg, params: { id: notice.record } };
  return { page: requestPages[audienceOf(notice)], params: { id: notice.record } };
}
