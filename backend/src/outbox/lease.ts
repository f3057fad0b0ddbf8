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
    .aggregate<{ _id: string; county: string }>([
      { $match: { $and: [due, free] } },
      { $sample: { size: batch } },
      { $project: { county: 1 } },
    ])
    .toArray();
  if (candidates.length === 0) return [];
  const ids = {
    _id: { $in: candidates.map(({ _id }) => _id) },
    county: { $in: [...new Set(candidates.map(({ county }) => county))] },
  };
  const counted = { $mergeObjects: ['$$entry', { attempts: { $add: ['$$entry.attempts', 1] } }] };
  await records.updateMany({ ...ids, $and: [due, free] }, [
    {
      $set: {
        'relay.owner': mark,
        'relay.lease': { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: leaseMs } },
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

/** Entries that are due, in the order they are delivered in. */
export function dueEntries(document: WithOutbox, now: Date): OutboxEntry[] {
  // sort is stable: of equal instants the earlier in the list goes first
  return document.outbox.filter(({ due }) => due <= now).sort((a, b) => a.due.getTime() - b.due.getTime());
}
