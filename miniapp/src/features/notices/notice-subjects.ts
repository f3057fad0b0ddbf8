import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';

/** Notices whose record is somebody who comes. */
export const aboutPeople: readonly string[] = [
  'RETURNEE_NEW',
  'RETURNEE_OVERDUE',
  'RETURNEE_NO_SHOW',
  'RETURNEE_SEARCH',
  'RETURNEE_INFO',
  'RETURNEE_EXPECTED',
  'RETURNEE_ADVISED',
  'RETURNEE_GOES_ON',
  'RETURNEE_JUDGED',
] satisfies readonly NoticeCode[];

/** Notices whose record is somebody's quarantine. */
export const aboutEpisodes: readonly string[] = [
  'ASSESS_HOME',
  'ASSESS_OVERDUE',
  'PLACE_NEEDED',
  'QUARANTINE_BEGAN',
  'REPORT_MISSING',
  'SYMPTOM_ALERT',
  'DOCTOR_COMES',
  'DOCTOR_LATE',
  'SYMPTOM_CLEARED',
  'TEST_MISSED',
  'RESULT_INVALID',
  'RESULT_POSITIVE',
  'RELEASE_WAITS',
  'BLOCK_OVERDUE',
  'MONITORING_BEGINS',
  'NEXT_PHASE',
  'RELEASED',
  'QUARANTINE_REVOKED',
  'CATEGORY_CHANGED',
  'END_EARLIER',
  'END_LATER',
  'RULES_CHANGED',
  'TAKEN_BY_120',
  'MOVE_BEGINS',
  'MOVE_DUE',
  'MOVE_OVERDUE',
  'BREACH_PROPOSED',
  'BREACH_OVERDUE',
  'NOT_THERE',
  'SEARCH_DUE',
  'POSITIVE_AT_HOME',
] satisfies readonly NoticeCode[];
