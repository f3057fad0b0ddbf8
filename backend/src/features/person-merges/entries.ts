import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import type { Role } from '@grid-relief/shared-types/roles';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import type { PersonMerge } from './person-merge';

type Placed = Pick<PersonMerge, 'area'> & { readonly detail: { readonly code: string } };

/** Quarantines of both hear that two are one, or two again: delivered at least once, and read afresh each time. */
export const mergeMoved: NewEntry = { kind: 'mergeMoved' };

/** Tells whoever has the next step, by the four characters and without a name. */
export function tellRoles(roles: readonly Role[], { area, detail }: Placed, code: NoticeCode): NewEntry {
  const to = roles.map((role) => ({ role, area }));
  return notice(to, code, { code: detail.code }, { urgent: true });
}
