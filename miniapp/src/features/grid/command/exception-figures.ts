import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';

/** A place with late requests: how many, and since when the first of them waits. */
type LateArea = {
  readonly area: string;
  readonly name: string;
  readonly count: number;
  readonly since: string;
};

/** Late requests by place, the longest wait first. */
export function byArea(rows: readonly Pick<DeliveryRow, 'area' | 'areaName' | 'waitingSince'>[]): LateArea[] {
  const areas = new Map<string, LateArea>();
  for (const { area, areaName: name, waitingSince } of rows) {
    const known = areas.get(area);
    const since = known !== undefined && known.since < waitingSince ? known.since : waitingSince;
    areas.set(area, { area, name, count: (known?.count ?? 0) + 1, since });
  }
  return [...areas.values()].sort((a, b) => (a.since < b.since ? -1 : 1));
}

type Hand = { readonly openSeats: number; readonly seatLimit: number; readonly healthHold: boolean };

/** How many more requests the people on duty can take; whoever rests for health takes none. */
export function placesLeft(people: readonly Hand[]): number {
  return people.reduce(
    (sum, { openSeats, seatLimit, healthHold }) => sum + (healthHold ? 0 : Math.max(0, seatLimit - openSeats)),
    0,
  );
}

/** Runs whose list is fixed and that nobody has taken. */
export function runsWithoutCarrier(runs: readonly Pick<RunView, 'state' | 'carrier'>[]): number {
  return runs.filter(({ state, carrier }) => carrier === undefined && (state === 'LOCKED' || state === 'OFFERED'))
    .length;
}
