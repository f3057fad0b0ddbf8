import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock';
import type { FieldCipher } from '../../platform/encryption';
import type { AreaRepository } from '../areas';
import type { ExtendedGrants } from '../identity';
import type { Holding } from './holding';
import type { KindOfWork } from './work-holding';

/** A home as a preview counts it. */
export interface HomeSize {
  readonly area: string;
  /** Absent for a post, where nobody lives. */
  readonly people?: number;
}

/** What changes of the tree need of others: functions, put together where the application is built. */
export interface AreaChangeDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly areas: AreaRepository;
  /** What this process knows of the tree is old: it has written. */
  readonly refreshBook: () => Promise<void>;
  /** By which rules an area is served, as one word. */
  readonly waysOf: (area: AreaId) => string;
  /** Opens and seals what is said beside a change. */
  readonly cipherOf: (county: string) => Promise<FieldCipher>;
  /** Names of those who prepare and decide. */
  readonly staffNames: (county: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Everything that lies in areas, in the order in which it goes along: rights first, so that nobody loses sight. */
  readonly holdings: readonly Holding[];
  /** So long one leg of a walk takes; what is left goes on in another. Milliseconds. */
  readonly legMs: number;
  /** For the numbers of a preview. */
  readonly work: readonly KindOfWork[];
  readonly grants: Pick<ExtendedGrants, 'holdersIn'>;
  readonly homesIn: (county: string, areas: readonly AreaId[]) => AsyncIterable<HomeSize>;
}
