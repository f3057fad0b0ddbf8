import { Problem } from '../../http/problem';
import type { Passenger } from './passenger';
import type { Transfer } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { transferRepository } from './transfer.repository';

/**
 * Two records that are one person have one bed. Asked where beds are given for the first time: a trip that is sent on to
 * another site exchanges them, and whoever is on the road is not left without.
 * @throws Problem already-open with the trip that brings the person under another name, or the room that is theirs
 */
export async function mustHaveNoOther(
  deps: TransferDeps,
  record: Transfer,
  coming: readonly Passenger[],
): Promise<void> {
  if (record.detail.beds) return;
  const { state, revision } = record;
  for (const { about } of coming) {
    const open = await bedUnderOtherName(deps, record, coming, about);
    if (open !== undefined) throw new Problem('already-open', undefined, { open, state, revision, next: 'open' });
  }
}

async function bedUnderOtherName(
  deps: TransferDeps,
  { _id, county }: Transfer,
  coming: readonly Passenger[],
  about: string,
): Promise<string | undefined> {
  const { others } = await deps.everyName(county, about);
  if (others.length === 0) return undefined;
  // twice on this very list: one of them is to be taken off it
  if (coming.some((one) => others.includes(one.about))) return _id;
  const room = await deps.beds.takenBy(county, others);
  if (room === undefined) return undefined;
  const [seat] = await transferRepository(deps.connection).openPassengersOf(county, others);
  return seat?.detail.trip ?? room;
}
