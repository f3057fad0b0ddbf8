import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import { notice, type Telling } from '../../notice-entry';
import type { NewEntry, OutboxEntry } from '../../outbox';
import type { Delivery } from './delivery';

/** Whoever does not open may lie ill (handbook 2.1). */
const lookAfter: readonly NoticeCode[] = ['NO_ANSWER_AT_DOOR', 'GO_TO_DOOR'];

function lifeIn({ priority }: Pick<Delivery, 'priority'>, code: NoticeCode): boolean {
  return priority === 0 || lookAfter.includes(code);
}

export function toHousehold(delivery: Delivery, code: NoticeCode, more?: Telling): NewEntry {
  const { household, detail } = delivery;
  return notice({ household }, code, { code: detail.code }, { life: lifeIn(delivery, code), ...more });
}

/** The same where the request has not been read: whose it is, whoever delivers the entry looks up. */
export function tellHousehold(code: NoticeCode): NewEntry {
  return { kind: 'tellHousehold', payload: { code } };
}

/** What an entry of the kind `tellHousehold` says, now that the request has been read. */
export function householdOf(
  { household, detail, priority }: Delivery,
  { payload }: Pick<OutboxEntry, 'payload'>,
): OutboxEntry['payload'] {
  const { code } = payload;
  return { to: { household }, code, values: { code: detail.code }, ...(priority === 0 ? { life: true } : {}) };
}

export function toGrid(delivery: Delivery, code: NoticeCode, more?: Telling): NewEntry {
  const { area, detail } = delivery;
  return notice({ gridOf: area }, code, { code: detail.code }, { life: lifeIn(delivery, code), ...more });
}

/** Everybody who holds the role where it is, or above. */
export function toRole(role: Role, delivery: Delivery, code: NoticeCode): NewEntry {
  const { area, detail } = delivery;
  return notice({ role, area }, code, { code: detail.code }, { urgent: true, life: lifeIn(delivery, code) });
}

/** Nothing when nobody holds it. */
export function toHolder({ assignment, detail }: Delivery, code: NoticeCode): NewEntry[] {
  const { assignee } = assignment;
  return assignee === undefined ? [] : [notice({ person: assignee }, code, { code: detail.code })];
}

/** The router looks for somebody. */
export function route(due: Date): NewEntry {
  return { kind: 'route', due };
}

/** An action of the product itself that follows from this one. */
export function follow(action: string, more: Partial<NewEntry> = {}): NewEntry {
  return { kind: 'follow', payload: { action }, ...more };
}

/** An action fired when time has passed, for as long as the record stays where this operation has put it. */
export function fireAfter(
  minutes: number,
  action: string,
  now: Date,
  states: readonly string[],
  opId?: string,
): NewEntry {
  const stay = { states, ...(opId ? { enteredBy: opId } : {}) };
  return { kind: 'fire', payload: { action }, due: addMinutes(now, minutes), while: stay };
}

/** The carrier has it back within a day in any case (handbook 2.1). Minutes. */
export const repayWithinMinutes = 24 * 60;

/** A carrier paid: booked, and asked about when it is not repaid in time. */
export function advanced(amountFen: number, person: string, now: Date): NewEntry[] {
  const due = addMinutes(now, repayWithinMinutes);
  return [ledgerEntry('ADVANCED', amountFen, person), { kind: 'fire', payload: { action: 'repayOverdue' }, due }];
}

/** A row of the ledger; its `_id` is derived from the entry that causes it. */
export function ledgerEntry(
  row: string,
  amountFen: number,
  person: string | undefined,
  more: { readonly byReceipt?: true; readonly dueAt?: Date } = {},
): NewEntry {
  return { kind: 'ledger', payload: { row, amountFen, ...(person ? { person } : {}), ...more } };
}
