import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock';
import type { FieldCipher } from '../../platform/encryption';
import type { Audit } from '../audit';
import type { HasDied, MoveLink } from '../quarantine';

/** What requests for codes need of the others: functions, put together where the application is built. */
export interface CodeRequestDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly cipherOf: (county: string) => Promise<FieldCipher>;
  readonly areaName: (area: AreaId) => string;
  /** Tells the chain how its link stands. */
  readonly moveLink: MoveLink;
  readonly recordLook: Audit['record'];
  readonly hasDied: HasDied;
}
