import type { Somebody } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { ReturneeReportDraft } from '@grid-relief/shared-types/returnees/returnee.schema';
import type * as z from '@grid-relief/shared-types/zod';
import type { Connection } from 'mongoose';
import type { PersonActor } from '../../lifecycle';
import type { Clock } from '../../platform/clock';
import type { FieldCipher } from '../../platform/encryption';
import type { Audit } from '../audit';

/** A home and where it lies; nothing of it is opened. */
export interface HomeAt {
  readonly household: string;
  readonly area: string;
}

/** Somebody does not want to answer at a door (handbook 2.11); a second time nothing happens. */
export interface RefusedDoor {
  readonly id: string;
  readonly county: string;
  readonly area: AreaId;
  readonly household?: string;
  /** The visit. */
  readonly about: string;
}

/** What screenings need of the others: functions, put together where the application is built. */
export interface ScreeningDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly cipherOf: (county: string) => Promise<FieldCipher>;
  readonly areaName: (area: AreaId) => string;
  readonly areaNames: (area: AreaId) => string[];
  readonly knowsArea: (area: AreaId) => boolean;
  /** All homes of these areas, by building; posts are none. */
  readonly homesIn: (county: string, areas: readonly string[]) => AsyncIterable<HomeAt>;
  /** Signs of doors by household. */
  readonly doorCodes: (county: string, households: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** In plain text, for whoever's look is recorded. */
  readonly phoneOf: (county: string, household: string) => Promise<string | undefined>;
  /** Who holds SCREENER for a place or one above it. */
  readonly screenersOf: (county: string, area: AreaId) => Promise<readonly string[]>;
  readonly labelsOf: (
    county: string,
    people: readonly string[],
  ) => Promise<ReadonlyMap<string, z.infer<typeof Somebody>>>;
  /** The same draft again answers the stored report. @throws Problem as the endpoint that takes reports */
  readonly submitReturnees: (actor: PersonActor, draft: ReturneeReportDraft) => Promise<unknown>;
  /** Whoever does not open is talked to, beside what the grid leader does; a second time nothing happens. */
  readonly recordRefusal: (refused: RefusedDoor) => Promise<void>;
  readonly recordLook: Audit['record'];
}
