/** How far a trip from door to door has come (handbook 2.4). */
export const states = [
  'REQUESTED',
  'APPROVED',
  'REDIRECTED',
  'DISPATCHED',
  'AT_PICKUP',
  'BOARDED',
  'EN_ROUTE',
  'AT_DEST',
  'HANDED_OVER',
  'DISINFECTED',
  'BREAKDOWN',
  'CLOSED',
  'CANCELLED',
] as const;
export type TransferState = (typeof states)[number];
