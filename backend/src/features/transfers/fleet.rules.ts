import type { CarryNeed, TransferKind } from '@grid-relief/shared-types/transfers/transfer.schema';

/** What a trip asks of a vehicle. */
export interface TripNeeds {
  readonly kind: TransferKind;
  readonly people: number;
  /** What some of them cannot be fetched without. */
  readonly needs: readonly CarryNeed[];
}

export interface VehicleTraits {
  /** Passengers, beside the crew. */
  readonly seats: number;
  readonly partition: boolean;
  /** Kinds of trips that it may make. */
  readonly kinds: readonly TransferKind[];
  readonly carries: readonly CarryNeed[];
}

export type Unfit = 'SEATS' | 'PARTITION' | 'KIND' | 'NEEDS';

/** Contacts, cases, and whoever goes from one place of quarantine to another or to care from it. */
const behindPartition: readonly TransferKind[] = ['CLOSE_CONTACT', 'SECOND_CONTACT', 'CASE', 'SITE_MOVE', 'MEDICAL'];

/** Why a vehicle cannot make a trip; undefined: it can (handbook 2.4, 4.2). Pure. */
export function unfitFor(
  { kind, people, needs }: TripNeeds,
  { seats, partition, kinds, carries }: VehicleTraits,
): Unfit | undefined {
  if (!kinds.includes(kind)) return 'KIND';
  if (behindPartition.includes(kind) && !partition) return 'PARTITION';
  if (!needs.every((need) => carries.includes(need))) return 'NEEDS';
  return people > seats ? 'SEATS' : undefined;
}
