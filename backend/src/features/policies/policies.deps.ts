import type { Clock } from '../../platform/clock';
import type { PolicyRepository } from './policy.repository';
import type { PolicyBook } from './policy-book';

/** What policies need. */
export interface PoliciesDeps {
  readonly policies: PolicyRepository;
  readonly book: PolicyBook;
  readonly now: Clock;
}
