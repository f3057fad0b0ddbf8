import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock';
import type { FieldCipher } from '../../platform/encryption';
import type { Audit } from '../audit';
import type { HasDied, MoveLink } from '../quarantine';

/** What refusals need of the others: functions, put together where the application is built. */
export interface RefusalDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly cipherOf: (county: string) => Promise<FieldCipher>;
  readonly areaName: (area: AreaId) => string;
  readonly recordLook: Audit['record'];
  /** Tells the chain how its link stands. */
  readonly moveLink: MoveLink;
  readonly hasDied: HasDied;
  /** Every name under which somebody is known, the one that is asked with included. */
  readonly namesOf: (county: string, about: string) => Promise<readonly string[]>;
}
