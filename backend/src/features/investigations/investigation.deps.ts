import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock';
import type { FieldCipher } from '../../platform/encryption';
import type { Audit } from '../audit';
import type { ContactDesk } from '../quarantine';

/** What investigations need of the others: functions, put together where the application is built. */
export interface InvestigationDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly cipherOf: (county: string) => Promise<FieldCipher>;
  readonly areaName: (area: AreaId) => string;
  /** Whether the county knows this place. */
  readonly knowsArea: (area: AreaId) => boolean;
  readonly recordLook: Audit['record'];
  /** Where the chains of contacts begin and end. */
  readonly contacts: ContactDesk;
}
