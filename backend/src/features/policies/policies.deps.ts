import type { Role } from '@grid-relief/shared-types/roles';
import type { Connection } from 'mongoose';
import type { PersonActor } from '../../lifecycle';
import type { Clock } from '../../platform/clock';
import type { ApplyTo, NamesOf, TellConcerned } from './concerned';
import type { PolicyRepository } from './policy.repository';
import type { PolicyBook } from './policy-book';

/** What reading policies needs. */
export interface PoliciesDeps {
  readonly policies: PolicyRepository;
  readonly book: PolicyBook;
  readonly now: Clock;
}

/** What a change needs of others: functions, put together where the application is built. */
export interface PolicyChangeDeps extends PoliciesDeps {
  readonly connection: Connection;
  /** Opens and seals what is kept of people and in their words. */
  readonly seal: (county: string, words: string) => Promise<string>;
  readonly unseal: (county: string, sealed: string) => Promise<string | undefined>;
  readonly concerned: TellConcerned;
  readonly applyTo: ApplyTo;
  readonly namesOf: NamesOf;
  /** Names of those who prepare, approve and answer. */
  readonly staffNames: NamesOf;
  /** Who looked at whose name; stored before anything is answered. */
  readonly recordLook: (actor: PersonActor, role: Role, change: string, one: string, at: Date) => Promise<void>;
}
