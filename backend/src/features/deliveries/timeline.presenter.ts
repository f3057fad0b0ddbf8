import type { Somebody, TimelineEntry } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type * as z from '@grid-relief/shared-types/zod';
import type { PersonActor } from '../../lifecycle';
import { type Delivery, known, type LateMark } from './delivery';
import type { Standing } from './delivery.policy';

type Person = z.infer<typeof Somebody>;

/** Who looks, and what others are called. */
interface Names {
  readonly labels: ReadonlyMap<string, Person>;
  readonly actor: PersonActor;
  /** What was remarked and said beside reasons, opened, by operation. */
  readonly reasonWords?: ReadonlyMap<string, string> | undefined;
  readonly standing: Standing;
}

/** Why a carrier cannot come or go on may be their health: the grid reads it, the household does not (handbook 8). */
const aboutCarrier: readonly string[] = ['decline', 'giveBack', 'askHandover', 'quarantineBags'];

/** What the device did and told us that much later is marked as late. */
const lateMs = 5 * 60_000;

/** Everything that happened to a request, in the order of recording. Pure. */
export function timelineOf(
  delivery: Delivery,
  { labels, actor, standing, reasonWords = new Map() }: Names,
): z.infer<typeof TimelineEntry>[] {
  const begin = { action: 'submit', to: 'SUBMITTED', at: delivery.createdAt.toISOString() };
  const marks = new Map(delivery.detail.lateMarks?.map((mark) => [mark.opId, mark]));
  const acts = delivery.history.map((entry) => {
    const mark = marks.get(entry.opId);
    const isKept = standing === 'HOUSEHOLD' && entry.by !== 'SYSTEM' && aboutCarrier.includes(entry.action);
    const reason = isKept ? undefined : (reasonWords.get(entry.opId) ?? entry.reason);
    return {
      action: entry.action,
      from: entry.from,
      to: entry.to,
      at: entry.recordedAt.toISOString(),
      occurredAt: entry.occurredAt.toISOString(),
      // the product notes it, and a person has decided it
      by: somebody(mark?.decidedBy ?? entry.by, labels, actor),
      late: entry.recordedAt.getTime() - entry.occurredAt.getTime() > lateMs,
      ...known({ reason: mark?.reason ?? reason, fact: mark && factOf(mark) }),
    };
  });
  return [{ ...begin, by: somebody(delivery.detail.askedBy, labels, actor) }, ...acts];
}

function factOf({ action, counts, occurredAt }: LateMark) {
  return { action, counts, occurredAt: occurredAt.toISOString() };
}

function somebody(person: string, labels: Names['labels'], actor: PersonActor): Person {
  const label = labels.get(person) ?? { label: person === 'SYSTEM' ? 'SYSTEM' : 'STAFF' };
  return person === actor.personId ? { ...label, self: true } : label;
}
