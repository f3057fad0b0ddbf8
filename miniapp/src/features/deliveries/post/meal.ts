import type { DeliveryDraft } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type * as z from '@grid-relief/shared-types/zod';

const hourMs = 60 * 60 * 1000;
/** A crew of four shifts is mostly about so large; from here it is a few presses. */
export const usualHeads = 10;
/** The most one post asks for (docs/rules.md 2.1). */
export const mostHeads = 200;
const timesShown = 6;
/** Nearer than this, hardly anybody can cook and bring it in time. */
const easyMs = 1.5 * hourMs;

/** The next full hours as instants, soonest first. Pure. */
export function mealTimes(now: Date): string[] {
  const first = (Math.floor(now.getTime() / hourMs) + 1) * hourMs;
  return Array.from({ length: timesShown }, (_, at) => new Date(first + at * hourMs).toISOString());
}

/** The one proposed: the first that leaves time to cook. Pure. */
export function proposedTime(times: readonly string[], now: Date): string | undefined {
  return times.find((time) => Date.parse(time) - now.getTime() >= easyMs) ?? times[0];
}

type Meal = { readonly id: string; readonly household: string; readonly headCount: number; readonly wantedBy: string };

/** A meal as the server takes it. Pure. */
export function mealDraft(meal: Meal): z.input<typeof DeliveryDraft> {
  return { ...meal, kind: 'MEAL', lines: [], payMode: 'FREE' };
}
