import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { townshipOf } from '../../routing';
import type { VisitedDoor, Visitor } from '../volunteers';
import type { Delivery } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { deliveryRepository } from './delivery.repository';

/** What somebody does at a door, or a step from it. */
const atDoor: readonly string[] = ['drop', 'undoDrop', 'failDelivery', 'queryAddress', 'collectAtDoor', 'finishErrand'];
/** A request is rarely older than this when somebody is at its door. Minutes. */
const oldestMinutes = 14 * 24 * 60;
/** More than somebody carries in two days. */
const readAtMost = 200;

/** Where and when somebody was, by the clock of the device. */
export interface Visit {
  readonly household: string;
  readonly area: string;
  readonly at: Date;
  readonly did: string;
  /** By then it went to another place than the household's door. */
  readonly elsewhere?: true;
}

/** The visits of a person among these requests, in a span of time; also those that were reported too late. Pure. */
export function visitsIn(
  deliveries: readonly Delivery[],
  { person, from, to }: Omit<Visitor, 'area' | 'county'>,
): Visit[] {
  const visits = deliveries.flatMap(({ household, area, history, detail }) => {
    const away = history.find(({ action }) => action === 'redirect')?.occurredAt;
    const acts = [...history, ...(detail.lateMarks ?? [])].filter(({ by }) => by === person);
    return acts.map(({ action: did, occurredAt: at }) => ({
      ...{ household, area, did, at },
      ...(away && at >= away ? { elsewhere: true as const } : {}),
    }));
  });
  return visits
    .filter(({ did, at }) => atDoor.includes(did) && at >= from && at <= to)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * The doors where somebody was (handbook 2.12). Looks through the township by what was done there, because the work has
 * other holders by now, or none; asked only when somebody falls ill.
 */
export async function visitedDoors(
  { connection, households, areas }: Pick<DeliveryDeps, 'connection' | 'households' | 'areas'>,
  { county, area, ...visitor }: Visitor,
): Promise<VisitedDoor[]> {
  const scope = townshipOf(area) ?? county;
  const found = await deliveryRepository(connection).list(
    { county, scope, createdAt: { $gte: addMinutes(visitor.from, -oldestMinutes) }, ...touchedBy(visitor.person) },
    { createdAt: -1 },
    readAtMost,
  );
  const visits = visitsIn(found, visitor);
  const doorCodes = await households.doorCodes(county, [...new Set(visits.map(({ household }) => household))]);
  return visits.map(({ area: place, ...visit }) => ({
    ...visit,
    doorCode: doorCodes.get(visit.household) ?? '',
    areaName: areas.areaName(areaId(place)),
  }));
}

function touchedBy(person: string) {
  return { $or: [{ 'history.by': person }, { 'detail.lateMarks.by': person }] };
}
