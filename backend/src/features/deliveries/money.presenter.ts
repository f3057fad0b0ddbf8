import { type Delivery, isFree } from './delivery';

const owedTo = {
  VOLUNTEER_ADVANCE: 'CARRIER',
  COMMUNITY_COLLECTS: 'COMMUNITY',
  RESIDENT_PAYS_SHOP: 'SHOP',
  FREE: undefined,
} as const;

/** Paid, taken over by somebody else, or the goods went back: the household has nothing left to pay. */
const nothingOwed: readonly string[] = ['RETURNED', 'SETTLED', 'PAID_BY_AID', 'WRITTEN_OFF', 'CLOSED'];

/**
 * What the household has still to pay, to whom, and who has said so. Fen. Pure.
 * @param repaidFirst the cashier has repaid the carrier before the household has paid
 */
export function moneyOf({ variant, state, detail }: Delivery, repaidFirst = false) {
  if (detail.actualFen === undefined || isFree({ variant, detail })) return undefined;
  const { paidTick = false, receivedTick = false } = detail;
  return {
    owedFen: nothingOwed.includes(state) || (paidTick && receivedTick) ? 0 : detail.actualFen,
    paidTick,
    receivedTick,
    owedTo: repaidFirst ? 'COMMUNITY' : owedTo[detail.payMode],
  };
}
