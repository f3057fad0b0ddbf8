import type { AreaId, AreaLevel, ControlZone, FourClassMode } from '@grid-relief/shared-types/primitives/areas';

/** How four-class medicine is sold from an instant on; who said so, and by which operation, where a person has. */
export interface FourClassRule {
  readonly mode: FourClassMode;
  readonly from: Date;
  readonly by?: string;
  readonly opId?: string;
  readonly inputHash?: string;
}

/** A place of the area tree as stored. An area that ends keeps its record: history stays where it happened (handbook 4.1). */
export interface AreaRecord {
  readonly _id: AreaId;
  readonly county: string;
  readonly level: AreaLevel;
  readonly name: string;
  /** Its own id and those of all its ancestors. */
  readonly scope: readonly AreaId[];
  /** Absent: as the place above it. */
  readonly zone?: ControlZone;
  /** Where bags change hands at the edge of this grid while it is sealed (handbook 2.1b). */
  readonly handoverPoint?: string;
  /** Where households of this grid fetch their bags in turn while it is controlled (handbook 2.1c). */
  readonly pickupPlace?: {
    readonly name: string;
    /** How many bags can stand there, each on its number. */
    readonly numbers: number;
    /** Minutes of the Shanghai day. */
    readonly opensMinute?: number;
    readonly closesMinute?: number;
  };
  /** How four-class medicine is sold here since when; before the first entry, and without any, as above (handbook 4.8). */
  readonly fourClass?: readonly FourClassRule[];
  readonly adjacent: readonly AreaId[];
  readonly validFrom: Date;
  /** First instant at which it no longer counts; absent: in force. */
  readonly validTo?: Date;
  /** Where what lay here lies from then on; the first takes what hangs at the area itself (handbook 2.11). */
  readonly successors?: readonly AreaId[];
  /** The change of the tree that made it, and the one that ended it. */
  readonly madeBy?: string;
  readonly endedBy?: string;
  /** Names it had before, each with the change that ended it. */
  readonly formerNames?: readonly { readonly name: string; readonly until: Date; readonly change: string }[];
}

/** Whether an area counts at an instant. Pure. */
export function isInForce({ validFrom, validTo }: Pick<AreaRecord, 'validFrom' | 'validTo'>, at: Date): boolean {
  return validFrom <= at && (!validTo || validTo > at);
}
