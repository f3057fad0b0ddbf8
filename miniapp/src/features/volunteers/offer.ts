import type { DeliveryView, RouteReason } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { deliveryActions } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { type RunView, runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import { offerMinutes } from '@grid-relief/shared-types/lifecycles/assignable';
import { volunteerText } from '@/text/volunteer';

/** A delivery or a run that waits for my answer, as the sheet draws it. */
export type Offer = {
  readonly id: string;
  readonly kind: 'delivery' | 'run';
  readonly what: DeliveryView['kind'];
  readonly priority: DeliveryView['priority'];
  readonly areaNames: readonly string[];
  readonly doors: number;
  readonly count: number;
  /** Meals for a post, instead of lines. */
  readonly heads?: number | undefined;
  readonly weightGrams: number | undefined;
  readonly estimateFen: number;
  readonly expiresAt: string;
  readonly reason: RouteReason;
  readonly actions: readonly string[];
};

/** The offer in a delivery; undefined when there is none for this viewer. */
export function offerOfDelivery(view: DeliveryView): Offer | undefined {
  if (view.offer === undefined) return undefined;
  const { id, kind: what, priority, areaNames, estimateFen, actions, lines, offer, headCount: heads } = view;
  const shape = { kind: 'delivery', doors: 1, count: lines.length, weightGrams: undefined } as const;
  return { id, what, priority, areaNames, estimateFen, actions, heads, ...shape, ...offer };
}

/** The offer in a run. */
export function offerOfRun(run: RunView): Offer | undefined {
  if (run.offer === undefined || run.state !== 'OFFERED') return undefined;
  const { id, priority, areaNames, estimateFen, actions, weightGrams, offer, picking, doorCount: doors } = run;
  const what = run.deliveries[0]?.kind ?? 'GROCERY';
  return {
    id,
    kind: 'run',
    what,
    priority,
    areaNames,
    doors,
    count: picking.length,
    weightGrams,
    estimateFen,
    actions,
    ...offer,
  };
}

const minuteSeconds = 60;
/** Kinds that cannot wait (handbook 4.2). */
const quickKinds: readonly Offer['what'][] = ['MEDICINE', 'BABY'];

/** How long an offer stands in all: quick kinds and danger to life three minutes, everything else ten. */
export function standsSeconds({ what, priority }: Pick<Offer, 'what' | 'priority'>): number {
  const isQuick = priority === 'P0' || quickKinds.includes(what);
  return minuteSeconds * (isQuick ? offerMinutes.urgent : offerMinutes.normal);
}

/** The endpoints an offer is answered with. */
export const answersOf = ({ kind }: Offer) =>
  kind === 'run'
    ? { accept: runActions.accept, decline: runActions.decline }
    : { accept: deliveryActions.accept, decline: deliveryActions.decline };

/** The strongest reasons first, as keys of the words; a code this version does not know still says something kind. */
export function whyKeys({ parts }: RouteReason): (keyof typeof volunteerText.zh)[] {
  const known = [...parts]
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ code }) => `why-${code}`)
    .filter((key): key is 'why-LOAD' => key in volunteerText.zh);
  return known.length > 0 ? known.slice(0, 3) : ['why-other'];
}
