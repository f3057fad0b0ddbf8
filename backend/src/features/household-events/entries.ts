import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import type { Role } from '@grid-relief/shared-types/roles';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';

interface Placed {
  readonly area: string;
  readonly detail: { readonly code: string };
}

/** What was not yet bought goes on hold. */
export const homeHolds: NewEntry = { kind: 'homeHolds' };
/** Who is left behind is looked after by a task of its own. */
export const welfareOpens = (task: string): NewEntry => ({ kind: 'welfareOpens', payload: { task } });
/** A code is asked for, in the name of whoever said so. */
export const homeCode = (episode: string, by: string): NewEntry => ({ kind: 'homeCode', payload: { episode, by } });
/** Food and medicine for whoever stays in the home; what exactly stands sealed in the record. */
export const welfareBring = (by: string): NewEntry => ({ kind: 'welfareBring', payload: { by } });

/** A life may be at risk: it rings in the night as well (handbook 4.3, 4.7). */
const loud = { urgent: true, life: true };

/** What is told of a welfare task opens its event, on whose sheet it stands; absent: the record itself. */
const opens = (event: string | undefined) => (event === undefined ? loud : { ...loud, record: event });

/** Tells everybody who holds one of these roles for the place, by the four characters and without a name. */
export function tellRoles(
  roles: readonly Role[],
  { area, detail }: Placed,
  code: NoticeCode,
  event?: string,
): NewEntry {
  return notice(
    roles.map((role) => ({ role, area })),
    code,
    { code: detail.code },
    opens(event),
  );
}

/** Tells the workers and leaders of the grid, in the same way. */
export const tellGrid = ({ area, detail }: Placed, code: NoticeCode, event?: string): NewEntry =>
  notice({ gridOf: area }, code, { code: detail.code }, opens(event));

/** Whoever stands before the door soon: wait for the grid. The notice opens the delivery. */
export const tellCarrier = (carrier: string, delivery: string, code: string): NewEntry =>
  notice({ person: carrier }, 'WAIT_BEFORE_DOOR', { code }, { urgent: true, record: delivery });
