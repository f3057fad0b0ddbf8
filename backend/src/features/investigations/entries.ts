import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import type { Role } from '@grid-relief/shared-types/roles';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import type { Investigation } from './investigation';

type Placed = Pick<Investigation, 'area'> & { readonly detail: { readonly code: string } };

/** The chains of these contacts hear how each stands: delivered at least once, and read afresh each time. */
export const contactsMoved = (ids: readonly string[]): NewEntry[] =>
  ids.length === 0 ? [] : [{ kind: 'contactsMoved', payload: { contacts: [...ids] } }];

/** Tells investigators, and whoever else has to push, by the four characters: a notice says of nobody that they are a case. */
export function tellRoles(roles: readonly Role[], { area, detail }: Placed, code: NoticeCode): NewEntry {
  const to = roles.map((role) => ({ role, area }));
  return notice(to, code, { code: detail.code }, { urgent: true });
}
