import { z } from '../zod';

/** Whom a notice addresses: a household and who speaks for it, the person carrying or asked to, or those who see to the area. */
export const NoticeAudience = z.enum(['HOUSEHOLD', 'CARRIER', 'GRID']);
export type NoticeAudience = z.infer<typeof NoticeAudience>;

/** Every notice the product sends, and whom it may address. The app has words and a page for each pair (handbook 4.7). */
export const noticeCodes = {
  // asking and looking at it
  FLAGGED: ['GRID'],
  FLAG_OVERDUE: ['GRID'],
  DOCTOR_ASKED: ['GRID'],
  DOCTOR_OVERDUE: ['GRID'],
  DOCTOR_CLEARED: ['HOUSEHOLD'],
  DOCTOR_REFUSED: ['HOUSEHOLD'],
  REGISTER_NEEDED: ['HOUSEHOLD'],
  CARD_TAKEN: ['HOUSEHOLD'],
  CARD_OUT: ['GRID', 'CARRIER'],
  CARD_RETURNED: ['CARRIER'],
  MERGED: ['HOUSEHOLD'],
  REJECTED: ['HOUSEHOLD'],
  ON_HOLD: ['HOUSEHOLD', 'CARRIER'],
  CANCELLED: ['HOUSEHOLD', 'CARRIER'],
  LINES_CHANGED: ['CARRIER'],
  WAITING_LONG: ['GRID'],
  // finding somebody
  OFFER: ['CARRIER'],
  NOBODY_YET: ['GRID'],
  CARRIER_FOUND: ['HOUSEHOLD'],
  CARRIER_GAVE_BACK: ['HOUSEHOLD'],
  TAKEN_BACK: ['CARRIER'],
  // in the shop
  SHOPPING_BEGAN: ['HOUSEHOLD'],
  ERRAND_BEGAN: ['HOUSEHOLD'],
  SUBSTITUTION_ASKED: ['HOUSEHOLD'],
  SUBSTITUTION_TAKEN: ['CARRIER'],
  SUBSTITUTION_LEFT_OUT: ['CARRIER'],
  CONSENT_ASKED: ['HOUSEHOLD'],
  CONSENT_GIVEN: ['CARRIER'],
  CANCEL_ASKED: ['CARRIER'],
  BOUGHT: ['HOUSEHOLD'],
  NOTHING_BOUGHT: ['HOUSEHOLD', 'GRID'],
  CLOSED_UNFULFILLED: ['HOUSEHOLD'],
  // on the way and at the door
  COLLECTED: ['HOUSEHOLD'],
  ON_THE_WAY: ['HOUSEHOLD'],
  HANDOVER_ASKED: ['GRID'],
  HANDOVER_FOR_YOU: ['CARRIER'],
  HANDOVER_OVERDUE: ['GRID'],
  COUNT_DIFFERS: ['GRID'],
  BAGS_KEPT_BACK: ['HOUSEHOLD'],
  READY_FOR_PICKUP: ['HOUSEHOLD'],
  PICKUP_TIME: ['HOUSEHOLD'],
  PICKUP_SOON: ['HOUSEHOLD'],
  PICKUP_MISSED: ['HOUSEHOLD'],
  TO_DOOR: ['CARRIER', 'HOUSEHOLD'],
  ADDRESS_ASKED: ['HOUSEHOLD', 'GRID'],
  ADDRESS_ANSWERED: ['CARRIER'],
  REDIRECTED: ['CARRIER'],
  DROPPED: ['HOUSEHOLD'],
  CALL_FIRST: ['GRID'],
  NO_ANSWER_AT_DOOR: ['GRID'],
  GO_TO_DOOR: ['GRID'],
  DELIVERY_FAILED: ['HOUSEHOLD', 'GRID'],
  RETRY_OVERDUE: ['GRID'],
  RETURNED: ['HOUSEHOLD', 'GRID', 'CARRIER'],
  RETURN_OVERDUE: ['GRID'],
  RUN_STRANDED: ['GRID'],
  MONEY_DIFFERS: ['GRID'],
  FLOAT_WITH_FORMER: ['GRID'],
  CASH_AGREED: ['CARRIER'],
  // a volunteer's health
  HEALTH_HOLD: ['GRID'],
  HOLD_CLEARED: ['CARRIER'],
  // what came too late
  LATE_FACT_OVERDUE: ['GRID'],
  LATE_FACT_STUCK: ['GRID'],
  LATE_FACT_APPLIED: ['CARRIER'],
  LATE_FACT_NOTED: ['CARRIER'],
  RECEIPT_CAME: ['HOUSEHOLD', 'GRID'],
  // afterwards
  CONFIRMED: ['CARRIER'],
  UNPAID: ['HOUSEHOLD', 'GRID'],
  REPAY_OVERDUE: ['GRID'],
  DISPUTED: ['GRID'],
  DISPUTE_OVERDUE: ['GRID'],
  DISPUTE_REFUND: ['HOUSEHOLD'],
  DISPUTE_REDELIVER: ['HOUSEHOLD'],
  DISPUTE_ACCEPT: ['HOUSEHOLD'],
  DISPUTE_UNFOUNDED: ['HOUSEHOLD'],
} as const satisfies Readonly<Record<string, readonly NoticeAudience[]>>;

export type NoticeCode = keyof typeof noticeCodes;
