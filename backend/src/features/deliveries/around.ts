import type { Somebody } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { FourClassMode } from '@grid-relief/shared-types/primitives/areas';
import type * as z from '@grid-relief/shared-types/zod';
import type { PersonActor } from '../../lifecycle';
import type { Said } from './delivery';
import type { HouseholdContact } from './delivery.deps';
import type { Standing } from './delivery.policy';

export type Person = z.infer<typeof Somebody>;

/** What a view is made of besides the record: everything was read before, for this viewer. */
export interface Around {
  readonly actor: PersonActor;
  readonly standing: Standing;
  readonly now: Date;
  readonly areaNames: readonly string[];
  readonly labels: ReadonlyMap<string, Person>;
  /** Only where the standing allows it and the look is recorded. */
  readonly contact?: HouseholdContact | undefined;
  /** Opened for the household and the holder only. */
  readonly wayWords?: readonly { readonly at: Date; readonly words: string }[];
  /** What the household said with its request; opened for those who are near it. */
  readonly said?: Said | undefined;
  /** What was remarked and said beside reasons, by operation; opened for whoever sees the timeline. */
  readonly reasonWords?: ReadonlyMap<string, string>;
  /** Opened for the household and the doctor only. */
  readonly doctorWords?: string | undefined;
  /** The cashier has repaid the carrier before the household has paid. */
  readonly repaidFirst?: boolean;
  /** Whether pharmacies where it is keep a register (handbook 4.8). */
  readonly fourClass?: FourClassMode;
  /** Of the row's door, for the grid. */
  readonly doorCode?: string | undefined;
}

export const iso = (at: Date | undefined) => at?.toISOString();
export const priorities = ['P0', 'P1', 'P2', 'P3'] as const;
/** Standings that see what was asked for in the household's own words, and who carries it. */
export const close: readonly Standing[] = ['HOUSEHOLD', 'HOLDER', 'GRID', 'DOCTOR'];
