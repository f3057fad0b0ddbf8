import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import type { Role } from '@grid-relief/shared-types/roles';
import { notice, type Telling } from '../../notice-entry';
import type { NewEntry } from '../../outbox';

interface Placed {
  readonly area: string;
  readonly household?: string;
  readonly parties?: readonly string[];
  readonly detail: { readonly code: string };
}

/** Whatever follows from how a trip stands now: delivered at least once, and read afresh each time. */
export const tripMoved: NewEntry = { kind: 'transferMoved' };
/** The same of somebody on its list. */
export const passengerMoved: NewEntry = { kind: 'passengerMoved' };

type Loud = Pick<Telling, 'urgent' | 'life' | 'record'>;

/** Tells roles of the place, by the four characters and without a name. */
export function tellRoles(
  roles: readonly Role[],
  { area, detail }: Placed,
  code: NoticeCode,
  how: Loud = {},
): NewEntry {
  const to = roles.map((role) => ({ role, area }));
  return notice(to, code, { code: detail.code }, { urgent: true, ...how });
}

export function tellGrid({ area, detail }: Placed, code: NoticeCode, how: Loud = {}): NewEntry {
  return notice({ gridOf: area }, code, { code: detail.code }, { urgent: true, ...how });
}

export function tellPerson(person: string, { detail }: Placed, code: NoticeCode, how: Loud = {}): NewEntry {
  return notice({ person }, code, { code: detail.code }, { urgent: true, ...how });
}

/** The household; where nobody lives there yet, whom the record names. */
export function tellHome({ household, parties = [], detail }: Placed, code: NoticeCode): NewEntry[] {
  const to = household ? [{ household }] : parties.map((party) => ({ party }));
  return to.length === 0 ? [] : [notice(to, code, { code: detail.code })];
}
