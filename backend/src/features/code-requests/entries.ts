import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import type { Role } from '@grid-relief/shared-types/roles';
import { timerAt } from '../../lifecycle';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import type { CodeRequest, CodeRequestAction } from './code-request';

type Placed = Pick<CodeRequest, 'area' | 'household' | 'parties'> & { readonly detail: { readonly code: string } };

/** The chain hears how the request stands: delivered at least once, and read afresh each time. */
export const codeMoved: NewEntry = { kind: 'codeMoved' };

/** Rings when a step has not come by then, as long as the request stays there. */
export const ringsAt = (due: Date, stay: NonNullable<NewEntry['while']>): NewEntry =>
  timerAt('stepOverdue' satisfies CodeRequestAction, due, stay);

/** Tells whoever has the next step, by the four characters and without a name. */
export function tellRoles(roles: readonly Role[], { area, detail }: Placed, code: NoticeCode): NewEntry {
  const to = roles.map((role) => ({ role, area }));
  return notice(to, code, { code: detail.code }, { urgent: true });
}

/** Tells the household; where nobody lives there yet, whom the record names. */
export function tellHome({ household, parties = [], detail }: Placed, code: NoticeCode): NewEntry[] {
  const to = household ? [{ household }] : parties.map((party) => ({ party }));
  return to.length === 0 ? [] : [notice(to, code, { code: detail.code })];
}
