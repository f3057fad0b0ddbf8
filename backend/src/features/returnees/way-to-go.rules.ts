import type { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { TransferOpening } from '../quarantine';
import type { StoredVerdict } from './judge.rules';

/** As whom they travel: contacts sit behind a partition (handbook 2.4). */
const kinds: Readonly<Partial<Record<QuarantineCategory, TransferOpening['kind']>>> = {
  CLOSE_CONTACT: 'CLOSE_CONTACT',
  CLOSE_CONTACT_SPECIAL: 'CLOSE_CONTACT',
  SECOND_CONTACT: 'SECOND_CONTACT',
};

/** As whom, and to what kind of place, somebody travels of whom this was decided. Pure. */
export function wayToGo({
  category,
  rule,
}: NonNullable<StoredVerdict['decided']>): Pick<TransferOpening, 'kind' | 'goal'> {
  return { kind: kinds[category] ?? 'RETURNEE', goal: rule.phases[0]?.kind === 'CENTRAL' ? 'SITE' : 'HOME' };
}
