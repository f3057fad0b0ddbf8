import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import type { OutboxEntry, WithOutbox } from '../../outbox';
import type { Clock } from '../../platform/clock';
import type { FieldCipher } from '../../platform/encryption';
import type { Audit } from '../audit';
import type { Carrying, HouseholdEvent } from './household-event';
import type { HomeFacts } from './in-the-way.rules';
import type { WelfareNeed } from './welfare/welfare-task';

/** Whose code is to be asked for, and who asks. */
export interface HomeCodeAsked {
  readonly county: string;
  readonly event: string;
  readonly episode: string;
  readonly by: string;
}

/** What events in homes need of the others: functions, put together where the application is built. */
export interface HouseholdEventDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly cipherOf: (county: string) => Promise<FieldCipher>;
  readonly areaName: (area: AreaId) => string;
  readonly recordLook: Audit['record'];
  /** Where a home lies; undefined: there is none of this id, or it is a post. */
  readonly homeArea: (county: string, household: string) => Promise<AreaId | undefined>;
  readonly doorCodes: (county: string, households: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** The duty phone of the grid of an area. */
  readonly gridPhone: (county: string, area: AreaId) => Promise<string | undefined>;
  /** Puts on hold what was not yet bought for the home when it happened; once, however often it is asked for. */
  readonly holdGoods: (
    event: Pick<HouseholdEvent, '_id' | 'county' | 'household' | 'createdAt'>,
  ) => Promise<{ readonly held: number; readonly carrying: readonly Carrying[] }>;
  /** Deliveries, quarantines and codes of the home, as far as an event asks. */
  readonly homeFacts: (
    event: Pick<HouseholdEvent, 'county' | 'household' | 'variant' | 'about'>,
  ) => Promise<Omit<HomeFacts, 'welfare'>>;
  /** Asks for the code of somebody of the home. */
  readonly askCode: (asked: HomeCodeAsked) => Promise<void>;
  /** What is needed becomes a request that somebody takes. @returns false when that was not possible */
  readonly bring: (need: WelfareNeed) => Promise<boolean>;
  /** Delivers a notice; repeatable. */
  readonly tell: (
    document: Pick<WithOutbox, '_id' | 'county'>,
    entry: Pick<OutboxEntry, 'id' | 'payload'>,
  ) => Promise<void>;
}
