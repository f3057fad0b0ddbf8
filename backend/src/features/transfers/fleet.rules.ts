import type { TransferKind } from '@grid-relief/shared-types/transfers/transfer.schema';

/** What a trip asks of a vehicle. */
export interface TripNeeds {
  readonly kind: TransferKind;
  readonly people: number;
}

export interface VehicleTraits {
  /** Passengers, beside the crew. */
  readonly seats: number;
  readonly partition: boolean;
  /** Kinds of trips that it may make. */
  readonly kinds: readonly TransferKind[];
}

export type Unfit = 'SEATS' | 'PARTITION' | 'KIND';

const behindPartition: readonly TransferKind[] = ['CLOSE_CONTACT', 'SECOND_CONTACT', 'CASE'];

/** Why a vehicle cannot make a trip; undefined: it can (handbook 2.4, 4.2). Pure. */
export function unfitFor({ kind, people }: TripNeeds, { seats, partition, kinds }: VehicleTraits): Unfit | undefined {
  if (!kinds.includes(kind)) return 'KIND';
  if (behindPartition.includes(kind) && !partition) return 'PARTITION';
  return people > seats ? 'SEATS' : undefined;
}
