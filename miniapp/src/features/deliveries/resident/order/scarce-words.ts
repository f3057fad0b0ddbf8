import type { ScarceShare } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { Reader } from '@/text';
import type { orderText } from '@/text/order';

type Words = Reader<typeof orderText.zh>;
const weekdays = ['day-0', 'day-1', 'day-2', 'day-3', 'day-4', 'day-5', 'day-6'] as const;

/** The rule of a scarce good as it concerns this household now: when its turn is, or that it has had its share. */
export function shareWords(t: Words, { left, turn }: ScarceShare): string | undefined {
  if (turn && !turn.isOpen) return t('turnComes', { day: weekdayWords(t, turn.day) });
  if (turn) return t(left > 0 ? 'turnOpen' : 'turnHad');
  return left > 0 ? undefined : t('leftNone');
}

/** How many of it may be put into the basket now. */
export function mostNow({ left, turn }: ScarceShare): number {
  return turn && !turn.isOpen ? 0 : left;
}

/** What the server said of a line that asks for too much, or too early; other words stay as they are. */
export function refusalWords(t: Words, detail: string): string {
  const count = /^at most (\d+)$/.exec(detail)?.[1];
  if (count !== undefined) return t('refusedAtMost', { count });
  const day = /^turn (\d{4}-\d\d-\d\d)$/.exec(detail)?.[1];
  return day === undefined ? detail : t('turnComes', { day: weekdayWords(t, day) });
}

function weekdayWords(t: Words, day: string): string {
  return t(weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'day-0');
}
