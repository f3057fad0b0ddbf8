import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import type { ChainLink } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import { notice, type Telling } from '../../notice-entry';
import type { NewEntry } from '../../outbox';

interface Placed {
  readonly area: string;
  readonly household?: string;
  readonly parties?: readonly string[];
  readonly detail: { readonly code: string };
}

/** Whatever follows from how a record stands now: delivered at least once, and read afresh each time. */
export const moved: NewEntry = { kind: 'returneeMoved' };

type Loud = Pick<Telling, 'urgent' | 'life'>;

/** Tells a role of the place, by a code and without personal data. */
export function tellRole(role: Role, { area, detail }: Placed, code: NoticeCode, how: Loud = {}): NewEntry {
  return notice({ role, area }, code, { code: detail.code }, { urgent: true, ...how });
}

/** Tells a role which of the links of somebody is meant: several may begin at once. */
export function tellOfLink(role: Role, link: ChainLink, { area, detail }: Placed, code: NoticeCode): NewEntry {
  return notice({ role, area }, code, { code: detail.code, link }, { urgent: true });
}

export function tellGrid({ area, detail }: Placed, code: NoticeCode, how: Loud = {}): NewEntry {
  return notice({ gridOf: area }, code, { code: detail.code }, how);
}

/** A host hears that people come whom somebody else has reported. */
export function tellHost({ parties = [] }: Pick<Placed, 'parties'>, by: string, code: string): NewEntry[] {
  const hosts = parties.filter((party) => party !== by).map((party) => ({ party }));
  return hosts.length === 0 ? [] : [notice(hosts, 'RETURNEE_HOSTED', { code })];
}

/** The household; where nobody lives there yet, whom the record names: the reporter, a host. */
export function tellHome({ household, parties = [], detail }: Placed, code: NoticeCode): NewEntry[] {
  const to = household ? [{ household }] : parties.map((party) => ({ party }));
  return to.length === 0 ? [] : [notice(to, code, { code: detail.code })];
}
