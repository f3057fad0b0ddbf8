/** What both targets tell of a press: a browser's click, or WeChat's tap with the place in `detail`. */
export type PressEvent = {
  readonly detail?: unknown;
  readonly clientX?: number;
  readonly clientY?: number;
};

type Spot = { readonly x: number; readonly y: number };

/** A double tap comes within this; nobody reads a new button and means it so soon. */
const doubleTapMs = 400;
/** A thumb does not hit the same point twice. */
const thumbPx = 32;

let last: (Spot & { readonly at: number; readonly on: string }) | undefined;

/** Where a finger or a mouse pressed; undefined for a keyboard, which presses what has the focus and nothing else. */
function spotOf({ detail, clientX = 0, clientY = 0 }: PressEvent): Spot | undefined {
  if (typeof detail === 'number') return detail > 0 ? { x: clientX, y: clientY } : undefined;
  const { x, y }: Record<string, unknown> = { ...(typeof detail === 'object' ? detail : {}) };
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
}

/**
 * True for the second half of a double tap that falls on something else, because the first half moved or changed what
 * lies under the thumb: "I have it" must not go on to "I have paid".
 * @param on which part it is, and what it says: the same button with other words is another one
 */
export function isStrayTap(event: PressEvent, on: string, now = Date.now()): boolean {
  const spot = spotOf(event);
  if (spot === undefined) return false;
  const before = last;
  last = { ...spot, at: now, on };
  if (before === undefined || before.on === on) return false;
  const since = now - before.at;
  // a clock that was set back tells nothing
  if (since < 0 || since > doubleTapMs) return false;
  return Math.hypot(spot.x - before.x, spot.y - before.y) < thumbPx;
}
