import type { NoticeAudience, NoticeCode } from './notice-codes';

const home = ['HOUSEHOLD'] as const;
const grid = ['GRID'] as const;
const both = ['HOUSEHOLD', 'GRID'] as const;

/**
 * Notices that ask for something to be done about their record, by whom they ask: over with the record, and in a home with
 * whoever has died there (handbook 2.3). All others only tell something. Of the grid those are meant by which somebody
 * would call or knock because of a person. None of them is sent by the act that ends its record.
 */
const prompts: Readonly<Partial<Record<NoticeCode, readonly NoticeAudience[]>>> = {
  // requests
  ...{ REGISTER_NEEDED: home, SUBSTITUTION_ASKED: home, CONSENT_ASKED: home, ADDRESS_ASKED: home, DROPPED: home },
  ...{ READY_FOR_PICKUP: home, PICKUP_TIME: home, PICKUP_SOON: home, PICKUP_MISSED: home, UNPAID: home },
  // people who come, with their chains
  ...{ RETURNEE_INFO: home, RETURNEE_NEW: grid, RETURNEE_OVERDUE: grid, RETURNEE_NO_SHOW: grid, RETURNEE_SEARCH: grid },
  ...{ LINK_WAITS: grid, LINK_OVERDUE: grid, TRANSFER_COMES: home },
  ...{ TRACKER_MISSED: home, TRACKER_LATE: grid, TRACKER_ALARM: both },
  // in quarantine
  ...{ ASSESS_HOME: grid, ASSESS_OVERDUE: grid, PLACE_NEEDED: grid, REPORT_MISSING: both, TEST_MISSED: grid },
  ...{ SYMPTOM_ALERT: grid, DOCTOR_COMES: home, DOCTOR_LATE: grid, RELEASE_WAITS: both, BLOCK_OVERDUE: grid },
  ...{ MOVE_BEGINS: home, MOVE_DUE: grid, MOVE_OVERDUE: grid, NOT_THERE: grid, SEARCH_DUE: grid },
  ...{ BREACH_PROPOSED: grid, BREACH_OVERDUE: grid, RUNS_OUT_SOON: both, NOT_ENSURED: grid, NO_SIGN_OF_LIFE: grid },
  // health codes, people who say no, doors
  ...{ CODE_WAITS: grid, CODE_NO_ANSWER: grid, CODE_LATE: grid, CODE_APPEALED: grid, CODE_REFUSED: home },
  ...{ REFUSAL_NEW: grid, REFUSAL_LIAISON: grid, REFUSAL_LATE: grid, REFUSAL_ESCALATED: grid },
  ...{ DOOR_OPENED: grid, DOOR_NOBODY_THERE: grid, DOOR_STILL_OPEN: grid },
};

/** Whether a notice asks whom it addresses for something; one of a newer server only tells. Pure. */
export function isPrompt(code: string, audience: NoticeAudience): boolean {
  const known: Readonly<Record<string, readonly NoticeAudience[]>> = prompts;
  return known[code]?.includes(audience) ?? false;
}
