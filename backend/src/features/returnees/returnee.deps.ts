import type { SamePersonView } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { PersonActor } from '../../lifecycle';
import type { Clock } from '../../platform/clock';
import type { FieldCipher } from '../../platform/encryption';
import type { Audit } from '../audit';
import type {
  CodeDesk,
  HomeEventDesk,
  IsCountedOtherwise,
  JudgementAt,
  OpenEpisode,
  OpenInvestigation,
  RefusalDesk,
  RevokeContact,
  TransferDesk,
} from '../quarantine';
import type { Traveller } from './traveller';

/** What returnees need of the others: functions, put together where the application is built. */
export interface ReturneeDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly cipherOf: (county: string) => Promise<FieldCipher>;
  /** The set and the risk list of a county as they hold at an instant. */
  readonly judgementAt: JudgementAt;
  readonly openEpisode: OpenEpisode;
  /** Where somebody who tests positive without being in quarantine has been. */
  readonly openInvestigation: OpenInvestigation;
  /** Somebody who was followed has died: the home is seen to before anything else is sent there. */
  readonly openHomeEvent: HomeEventDesk['open'];
  readonly isCountedOtherwise: IsCountedOtherwise;
  readonly revokeContact: RevokeContact;
  /** Requests for health codes. */
  readonly codes: CodeDesk;
  /** Whoever refuses the notice is talked to. */
  readonly refusals: RefusalDesk;
  /** Trips from door to door. */
  readonly transfers: Pick<TransferDesk, 'open' | 'withdraw' | 'callOff' | 'askAgain' | 'standing'>;
  /** undefined: there is no such household. */
  readonly areaOf: (county: string, household: string) => Promise<AreaId | undefined>;
  /** Who has this phone and answers there for people without a household here; undefined: nobody whom the county knows as a host. */
  readonly hostOf: (county: string, area: AreaId, phone: string) => Promise<string | undefined>;
  /** What a chain has opened for somebody names whoever speaks for them as well: their quarantine, codes, trips. */
  readonly nameBehind: (traveller: Pick<Traveller, '_id' | 'county' | 'parties'>) => Promise<void>;
  /** The short sign of a door, never an address; undefined: there is no such household. */
  readonly doorCodeOf: (county: string, household: string) => Promise<string | undefined>;
  readonly areaName: (area: AreaId) => string;
  /** Whether the county knows this place. */
  readonly knowsArea: (area: AreaId) => boolean;
  readonly recordLook: Audit['record'];
  /** Other records of the same person, for whoever looks after both. */
  readonly showSamePerson: (actor: PersonActor, names: readonly string[]) => Promise<SamePersonView | undefined>;
}
