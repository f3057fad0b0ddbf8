import { type AreaId, type ControlZone, type FourClassMode, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { type AreaRecord, type FourClassRule, isInForce } from './area.record';
import { openHeirOf } from './heirs.rules';

type PickupPlaceRecord = NonNullable<AreaRecord['pickupPlace']>;

/** The area tree in memory: names, neighbours and zones without a question to the database. */
export interface AreaBook {
  /** Names from the county down to the place itself; a place nobody knows is left out. */
  areaNames(area: AreaId): string[];
  /** The place's own name, or its id when unknown. */
  areaName(area: AreaId): string;
  /** Neighbouring grids, which the router asks when the own grid has nobody (handbook 4.4). */
  adjacentOf(grid: AreaId): readonly AreaId[];
  /** The zone of the place, or of the nearest place above it that has one (handbook 4.9). */
  zoneOf(area: AreaId): ControlZone;
  /** Name of the handover point of the place, or of the nearest above it; undefined: none is set up. */
  handoverPointOf(area: AreaId): string | undefined;
  /** The pick-up place of the place, or of the nearest above it, and whose it is; undefined: none is set up. */
  pickupPlaceOf(area: AreaId): { readonly area: AreaId; readonly place: PickupPlaceRecord } | undefined;
  /** How four-class medicine is sold there now; under registration where nobody has said otherwise (handbook 4.8). */
  fourClassOf(area: AreaId, now: Date): FourClassMode;
  /** Whether the place counts now: it is there, has begun and has not ended. */
  has(area: AreaId): boolean;
  /** Where what lies in the area lies now: itself, or, where it has ended, the area that has come in its place. */
  openAreaOf(area: AreaId): AreaId;
  /** Reads the tree again. */
  refresh(): Promise<void>;
}

/** The rule that counts at an instant: the last that has begun, and of two of one instant the one said last. Pure. */
export function inForce(rules: readonly FourClassRule[] = [], now: Date): FourClassRule | undefined {
  return rules
    .filter(({ from }) => from <= now)
    .sort((one, other) => one.from.getTime() - other.from.getTime())
    .at(-1);
}

/** Opens the book and reads the tree once. `read` gives all places, `now` says which of them count. */
export async function openAreaBook(read: () => Promise<readonly AreaRecord[]>, now: () => Date): Promise<AreaBook> {
  let known = new Map<string, AreaRecord>();
  const refresh = async () => {
    known = new Map((await read()).map((area) => [area._id, area]));
  };
  await refresh();
  return {
    areaNames: (area) => scopeOf(area).flatMap((id) => known.get(id)?.name ?? []),
    areaName: (area) => known.get(area)?.name ?? area,
    adjacentOf: (grid) => known.get(grid)?.adjacent ?? [],
    zoneOf: (area) => {
      const zones = scopeOf(area).map((id) => known.get(id)?.zone);
      return zones.findLast((zone) => zone !== undefined) ?? 'NONE';
    },
    handoverPointOf: (area) =>
      scopeOf(area)
        .map((id) => known.get(id)?.handoverPoint)
        .findLast((point) => point !== undefined),
    pickupPlaceOf: (area) =>
      scopeOf(area)
        .flatMap((id) => {
          const place = known.get(id)?.pickupPlace;
          return place ? [{ area: id, place }] : [];
        })
        .at(-1),
    fourClassOf(area, now) {
      const begun = scopeOf(area).map((id) => inForce(known.get(id)?.fourClass, now));
      return begun.findLast((entry) => entry !== undefined)?.mode ?? 'REGISTER';
    },
    has: (area) => {
      const found = known.get(area);
      return found !== undefined && isInForce(found, now());
    },
    openAreaOf: (area) => openHeirOf(known, area, now()),
    refresh,
  };
}
