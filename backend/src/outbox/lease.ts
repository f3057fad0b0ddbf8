import type { OutboxEntry, ParkedEntry, WithOutbox } from './entry';
import type { OutboxRecords } from './records';

/** What became of the due entries of one document. */
export interface Outcome {
  readonly done: readonly string[];
  readonly again: readonly { readonly id: string; readonly due: Date; readonly attempts: number }[];
  readonly parked: readonly ParkedEntry[];
}

/** Nobody has it, or whoever had it ran out of time by the database's own clock. */
const free = { $or: [{ 'relay.owner': { $exists: false } }, { $expr: { $lt: ['$relay.lease', '$$NOW'] } }] };

interface LeaseRequest {
  readonly now: Date;
  /** Unique for this batch: the acknowledgement finds only what is still leased under it. */
  readonly mark: string;
  readonly batch: number;
  readonly leaseMs: number;
}

/**
 * Takes due documents at random and counts an attempt for each of their due entries. The lease repeats the due
 * condition: a candidate may have been delivered and acknowledged since it was listed.
 */
export async function leaseDue(records: OutboxRecords, request: LeaseRequest): Promise<WithOutbox[]> {
  const { now, mark, batch, leaseMs } = request;
  const due = { 'relay.due': { $lte: now } };
  const candidates = await records
    .aggregate<{ _id: string }>([
      { $match: { $and: [due, free] } },
      { $sample: { size: batch } },
      { $project: { _id: 1 } },
    ])
    .toArray();
  if (candidates.length === 0) return [];
  const ids = withoutCounty(candidates);
  const counted = { $mergeObjects: ['$$entry', { attempts: { $add: ['$$entry.attempts', 1] } }] };
  await records.updateMany({ ...ids, $and: [due, free] }, [
    {
      $set: {
        'relay.owner': mark,
        'relay.lease': leaseEnd(leaseMs),
        outbox: {
          $map: {
            input: '$outbox',
            as: 'entry',
            in: { $cond: [{ $lte: ['$$entry.due', { $literal: now }] }, counted, '$$entry'] },
          },
        },
      },
    },
  ]);
  return records.find({ ...ids, 'relay.owner': mark }).toArray();
}

/** Of no county: beside one, SecantusDB passes by the ids (see `withIds`), and these were just read. */
const withoutCounty = (documents: readonly { readonly _id: string }[]) => ({
  _id: { $in: documents.map(({ _id }) => _id) },
});

/** By the database's own clock, so that relays on machines with other clocks agree. */
function leaseEnd(leaseMs: number) {
  return { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: leaseMs } };
}

/** Renewals in the time of one lease: one that comes late, or not at all, loses nothing. */
const renewalsPerLease = 3;

/**
 * Renews the lease of a batch while it is being delivered, so that leases can be short: what a killed relay had taken
 * waits for the end of its lease. Whoever loses one all the same finds nothing of its own to acknowledge.
 * @returns ends the renewing
 */
export function keepLease(
  records: OutboxRecords,
  mark: string,
  documents: readonly WithOutbox[],
  leaseMs: number,
): () => void {
  if (documents.length === 0) return () => undefined;
  const own = { ...withoutCounty(documents), 'relay.owner': mark };
  const renew = () => {
    // a renewal that fails is made up for by the next; if none gets through, somebody else delivers again
    records.updateMany(own, [{ $set: { 'relay.lease': leaseEnd(leaseMs) } }]).catch(() => undefined);
  };
  const timer = setInterval(renew, leaseMs / renewalsPerLease);
  return () => clearInterval(timer);
}

/** One bulk write for the whole batch, of what is still ours; entries that came meanwhile stay. */
export async function acknowledge(
  records: OutboxRecords,
  mark: string,
  outcomes: readonly { readonly document: WithOutbox; readonly outcome: Outcome }[],
): Promise<void> {
  if (outcomes.length === 0) return;
  const writes = outcomes.map(({ document: { _id, county }, outcome }) => ({
    updateOne: { filter: { _id, county, 'relay.owner': mark }, update: settled(outcome) },
  }));
  await records.bulkWrite(writes, { ordered: false });
}

function settled({ done, again, parked }: Outcome): Record<string, unknown>[] {
  const gone = [...done, ...parked.map(({ id }) => id)];
  return [
    {
      $set: {
        outbox: postponed(
          { $filter: { input: '$outbox', as: 'entry', cond: { $not: [{ $in: ['$$entry.id', { $literal: gone }] }] } } },
          again,
        ),
        ...(parked.length > 0
          ? { parked: { $concatArrays: [{ $ifNull: ['$parked', []] }, { $literal: parked }] } }
          : {}),
      },
    },
    // removed, never null, when nothing is left; $map, because SecantusDB reads no path through a list ('$outbox.due')
    {
      $set: {
        'relay.due': {
          $ifNull: [{ $min: { $map: { input: '$outbox', as: 'entry', in: '$$entry.due' } } }, '$$REMOVE'],
        },
      },
    },
    { $unset: ['relay.owner', 'relay.lease'] },
  ];
}

function postponed(entries: unknown, again: Outcome['again']): unknown {
  if (again.length === 0) return entries;
  const branches = again.map(({ id, due, attempts }) => ({
    case: { $eq: ['$$entry.id', { $literal: id }] },
    // biome-ignore lint/suspicious/noThenProperty: `then` is the database's word in $switch
    then: { $mergeObjects: ['$$entry', { $literal: { due, attempts } }] },
  }));
  return { $map: { input: entries, as: 'entry', in: { $switch: { branches, default: '$$entry' } } } };
}

/**
 * Entries that are due, in the order they are delivered in: by their instants, except that what stands behind an entry
 * which keeps its order and has failed before never overtakes it, although that one is due later by its pause.
 */
export function dueEntries(
  document: WithOutbox,
  now: Date,
  keepsOrder: (entry: OutboxEntry) => boolean = () => false,
): OutboxEntry[] {
  let notBefore = 0;
  const ranked = document.outbox.map((entry) => {
    const rank = Math.max(notBefore, entry.due.getTime());
    // the lease under which it is read has counted one attempt already
    if (entry.attempts > 1 && keepsOrder(entry)) notBefore = rank;
    return { entry, rank };
  });
  const due = ranked.filter(({ entry }) => entry.due <= now);
  // sort is stable: of equal instants the earlier in the list goes first
  return due.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}
