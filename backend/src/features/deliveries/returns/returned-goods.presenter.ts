import type { ReturnedGoods, WhyBack } from '@grid-relief/shared-types/deliveries/returned-goods.contract';
import type { PersonActor } from '../../../lifecycle';
import type { Person } from '../around';
import { type Delivery, known } from '../delivery';
import { actionsFor } from '../delivery.presenter';
import type { RunWindow } from '../runs/run';
import { backSince, inBags, mayBecome, sayBy, whyBack } from './returned-goods.rules';

/** What a row is made of besides the record. */
export interface AroundReturn {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly labels: ReadonlyMap<string, Person>;
  /** Windows of the runs they went out with. */
  readonly windows: ReadonlyMap<string, RunWindow>;
}

/** The one thing a store does with goods that come back. */
const ownAction = 'disposeReturned';

/** Goods that come back, for whoever keeps the store: no household, no door, nobody's health. Pure. */
export function presentReturn(delivery: Delivery, around: AroundReturn): ReturnedGoods {
  const { actor, now, windows } = around;
  const { detail, run } = delivery;
  const window = run === undefined ? undefined : windows.get(run);
  const why = whyBack(delivery);
  const countedIn = countedInOf(delivery, around);
  const dueAt = sayBy(delivery);
  // ids were parsed when they came in; the database gives them back as plain text
  return {
    id: delivery._id,
    kind: delivery.variant,
    code: detail.code,
    lines: inBags(detail.lines),
    why,
    since: backSince(delivery).toISOString(),
    dueAt: dueAt.toISOString(),
    late: countedIn === undefined && dueAt < now,
    mayBecome: mayBecome(delivery),
    revision: delivery.revision,
    actions: actionsFor(delivery, actor, now).filter((action) => action === ownAction),
    ...known({
      bags: detail.bags,
      shop: detail.shopName,
      run: window && { id: run, from: window.from.toISOString(), to: window.to.toISOString() },
      brings: isBrought(why) && !countedIn ? labelOf(delivery.assignment.assignee, around) : undefined,
      countedIn,
    }),
  } as ReturnedGoods;
}

/** Beside bags that are kept back a name would say who is ill; those at the point of a sealed zone nobody has. */
const isBrought = (why: WhyBack): boolean => why !== 'KEPT_BACK' && why !== 'FROM_POINT';

function countedInOf(delivery: Delivery, around: AroundReturn) {
  const { disposition, countedInAt } = delivery.detail;
  if (disposition === undefined || countedInAt === undefined) return undefined;
  const { by } = delivery.history.findLast(({ action }) => action === ownAction) ?? {};
  return { at: countedInAt.toISOString(), disposition, by: labelOf(by, around) ?? { label: 'STAFF' } };
}

function labelOf(person: string | undefined, { labels, actor }: AroundReturn): Person | undefined {
  const label = person === undefined ? undefined : labels.get(person);
  return label && { ...label, ...(person === actor.personId ? { self: true } : {}) };
}
