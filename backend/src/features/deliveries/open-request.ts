import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { beginRecord } from '../../lifecycle';
import { type Holders, passOn, reserve, unreserve } from '../../reservations';
import type { Delivery } from './delivery';
import { deliveryRepository } from './delivery.repository';
import { bagCodeOf } from './triage.rules';

type Request = Pick<Delivery, '_id' | 'county' | 'household' | 'variant' | 'area'>;

const place = (connection: Connection, { _id, county, household, variant }: Omit<Request, 'area'>) => ({
  collection: connection.collection('reservations'),
  key: `${household}:${variant}`,
  county,
  holder: _id,
});

/**
 * One open request of a kind per household (handbook 2.1): taken before the request is stored.
 * @throws Problem already-open with the id of the one that is open
 */
export async function holdOpenRequest(connection: Connection, request: Request, now: Date): Promise<void> {
  await reserve(place(connection, request), holdersFor(connection, request, now), now);
}

/**
 * The household's place goes to the request that comes after an open one (handbook 2.1: redelivery).
 * @returns false when the first one has it no more
 */
export function passOnOpenRequest(
  connection: Connection,
  from: Omit<Request, 'area'>,
  to: string,
  now: Date,
): Promise<boolean> {
  return passOn(place(connection, from), to, now);
}

/** Lets a request go that has ended. Safe to repeat. */
export async function freeOpenRequest(connection: Connection, request: Omit<Request, 'area'>): Promise<void> {
  await unreserve(place(connection, request));
}

/** How the requests behind reservations stand, and the fence where one was never stored. */
export function holdersFor(connection: Connection, request: Omit<Request, '_id'>, now: Date): Holders {
  const deliveries = deliveryRepository(connection);
  return {
    async look(id) {
      const found = await deliveries.byId(request.county, id);
      if (!found) return 'absent';
      return deliveryLifecycle.terminal.some((state) => state === found.state) ? 'ended' : 'open';
    },
    insertVoid: (id) => deliveries.insert(voidRequest(id, request, now)),
  };
}

function voidRequest(id: string, { county, household, variant, area }: Omit<Request, '_id'>, now: Date): Delivery {
  const scope = scopeOf(area as Parameters<typeof scopeOf>[0]); // areas of stored households are well-formed
  const record = beginRecord(
    { _id: id, county, kind: 'DELIVERY', variant, state: 'VOID', area, scope, household },
    [],
    now,
  );
  return {
    ...record,
    kind: 'DELIVERY',
    variant,
    household,
    assignment: { excluded: [], rung: 0 },
    priority: 3,
    createdAt: now,
    waitingSince: now,
    detail: {
      mode: 'DOOR',
      zone: 'NONE',
      code: bagCodeOf(id),
      askedBy: 'SYSTEM',
      draftHash: '',
      lines: [],
      flags: [],
      estimateFen: 0,
      payMode: 'FREE',
      remarks: [],
    },
  };
}
