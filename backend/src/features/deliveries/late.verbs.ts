import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { notice } from '../../notice-entry';
import type { Delivery, LateMark } from './delivery';
import { confirmAfterMinutes, putDown } from './door.verbs';
import { advanced, fireAfter, ledgerEntry, repayWithinMinutes, toGrid } from './entries';
import { type Bought, linesAfter, linesByReceipt, paidFen } from './line.rules';
import { accountFor } from './owed';
import { bought } from './shopping.verbs';
import type { Attempt, Effects, Verb } from './verb';

/** A receipt as its phone sent it. */
export interface Receipt {
  readonly receiptPhoto: string;
  readonly bags: number;
  readonly lines: readonly Bought[];
}

/** What somebody has decided on a late fact, for the record it was meant for. */
export interface Compared extends Omit<LateMark, 'opId'> {
  /** It counted, but the record had moved on once more: somebody must look. */
  readonly isStuck?: boolean;
}

const latePurchase: Verb<Receipt> = (delivery, { body, now }) => {
  const effects = bought(delivery, linesAfter(delivery.detail.lines, body.lines), now);
  return { ...effects, set: { ...effects.set, 'detail.receiptPhoto': body.receiptPhoto, 'detail.bags': body.bags } };
};

/** The estimate is taken out of the book, and what the receipt says put in: no row is ever changed (handbook 2.1). */
const bookReceipt: Verb<Receipt> = async (delivery, attempt) => {
  const { body, now } = attempt;
  const lines = linesByReceipt(delivery.detail.lines, body.lines);
  const [beforeFen, afterFen] = [delivery.detail.actualFen ?? 0, paidFen(lines)];
  const { rows, repayTold } = await advanceByReceipt(delivery, attempt, beforeFen, afterFen);
  const values = { code: delivery.detail.code, beforeFen, afterFen };
  return {
    set: {
      'detail.lines': lines,
      'detail.actualFen': afterFen,
      'detail.receiptPhoto': body.receiptPhoto,
      'detail.bags': body.bags,
      'detail.receiptCame': { at: now, beforeFen, afterFen },
      ...(repayTold === undefined ? {} : { 'detail.repayTold': repayTold }),
    },
    // what the household said it has paid was the estimate
    ...(beforeFen === afterFen ? {} : { unset: ['detail.paidTick'] }),
    emit: [
      notice({ household: delivery.household }, 'RECEIPT_CAME', values),
      notice({ role: 'COMMUNITY_CASHIER', area: delivery.area }, 'RECEIPT_CAME', values),
      ...rows,
    ],
  };
};

/** Reversal and new advance. A debt that had been repaid begins anew; one that is still open keeps its day. */
async function advanceByReceipt(
  delivery: Delivery,
  { deps, now }: Attempt<Receipt>,
  beforeFen: number,
  afterFen: number,
): Promise<{ readonly rows: NonNullable<Effects['emit']>; readonly repayTold?: number }> {
  const { advancedBy: person } = delivery.detail;
  if (person === undefined || beforeFen === afterFen) return { rows: [] };
  const reversed = ledgerEntry('ADVANCE_REVERSED', beforeFen, person);
  const dueAt = addMinutes(paidAt(delivery) ?? now, repayWithinMinutes);
  const stillOpen = ((await accountFor(deps, delivery))?.owedFen ?? 0) > 0;
  if (stillOpen) return { rows: [reversed, ledgerEntry('ADVANCED', afterFen, person, { byReceipt: true, dueAt })] };
  const [row, timer] = advanced(afterFen, person, now);
  const again = row && timer ? [{ ...row, payload: { ...row.payload, byReceipt: true } }, timer] : [];
  return { rows: [reversed, ...again], repayTold: 0 };
}

/** When the estimate was booked. */
function paidAt({ history }: Delivery): Date | undefined {
  return history.find(({ to }) => to === 'PURCHASED')?.recordedAt;
}

/** What was compared stays with the record; a photo that was missing is there now. */
const compareLate: Verb<Compared> = (delivery, { body, opId, now }) => {
  const { isStuck, ...mark } = body;
  const kept = mark.counts ? keptPhoto(delivery, body, now) : {};
  return {
    ...kept,
    push: { 'detail.lateMarks': [{ ...mark, opId } satisfies LateMark] },
    emit: [...(kept.emit ?? []), ...(isStuck ? [toGrid(delivery, 'LATE_FACT_STUCK')] : [])],
  };
};

function keptPhoto({ state, enteredBy, detail }: Delivery, { action, photo }: Compared, now: Date): Effects {
  if (photo === undefined) return {};
  if (action === 'failDelivery' && !detail.failPhoto) return { set: { 'detail.failPhoto': photo } };
  if (action !== 'drop' || detail.dropPhoto || !detail.droppedAt) return {};
  if (state !== 'DROPPED') return { set: { 'detail.dropPhoto': photo } };
  return {
    set: { 'detail.dropPhoto': photo, 'detail.flags': detail.flags.filter((flag) => flag !== 'CALL_FIRST') },
    // without a photo nothing was confirmed by time
    emit: [fireAfter(confirmAfterMinutes, 'autoConfirm', now, ['DROPPED'], enteredBy)],
  };
}

/** What devices reported too late, once a person has said that it counts (handbook 2). */
export const lateVerbs = {
  latePurchase,
  bookReceipt,
  lateDrop: ((delivery, { body, now, opId }) =>
    putDown(delivery, body.photo, { now, opId, undoMinutes: 0 })) satisfies Verb<{ readonly photo?: string }>,
  compareLate,
};
