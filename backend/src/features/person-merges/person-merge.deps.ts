import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock';
import type { FieldCipher } from '../../platform/encryption';
import type { Audit } from '../audit';
import type { MergePeople } from './merge-people';

/** What merges need of the others: functions, put together where the application is built. */
export interface PersonMergeDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly cipherOf: (county: string) => Promise<FieldCipher>;
  readonly areaName: (area: AreaId) => string;
  readonly recordLook: Audit['record'];
  readonly people: MergePeople;
  /**
   * Marks open quarantines as changed, so that none ends by what was read before: the write that applies a merge comes
   * next. @returns false when one of them has ended
   */
  readonly fence: (county: string, episodes: readonly string[]) => Promise<boolean>;
  /** Whoever is to be fetched is asked for, also who had waited because the other one of the two has a seat. */
  readonly lookAtTrips: (county: string, names: readonly string[]) => Promise<void>;
  /** Looks whether quarantines under these names end: two have become one person, or two again. */
  readonly lookAtEnds: (county: string, names: readonly string[], because: string) => Promise<void>;
}
