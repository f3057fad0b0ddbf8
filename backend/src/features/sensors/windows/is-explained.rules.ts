import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { DoorWindow } from '../sensor.deps';

/** How long a door may be opened after its people said so; ours, after the ten minutes of a delivery. Minutes. */
export const ownMinutes = 5;
/** The longest round that may be announced at once: a morning or an afternoon; ours. Minutes. */
export const roundMinutes = 4 * 60;
/** So long after bags were put down the door may be opened (handbook 2.1). Minutes. */
export const dropMinutes = 10;

/**
 * The window that explains an opening at this instant; among several, the one that began first. A window counts from its
 * first instant to before its end. Pure.
 */
export function explanationOf(openedAt: Date, windows: readonly DoorWindow[]): DoorWindow | undefined {
  const fitting = windows.filter(({ from, to }) => from <= openedAt && (to === undefined || openedAt < to));
  return fitting.reduce<DoorWindow | undefined>(
    (first, one) => (first && first.from <= one.from ? first : one),
    undefined,
  );
}

/** Whether an opening alerts nobody. Pure. */
export function isExplained(openedAt: Date, windows: readonly DoorWindow[]): boolean {
  return explanationOf(openedAt, windows) !== undefined;
}

/** A door that its people are about to open. Pure. */
export function ownWindow(why: DoorWindow['why'], now: Date): Required<DoorWindow> {
  return { why, from: now, to: addMinutes(now, ownMinutes) };
}

/** Bags that are on their way, and ten minutes after they were put down or taken back. Pure. */
export function deliveryWindow(leftAt: Date, endedAt: Date | undefined): DoorWindow {
  return { why: 'DELIVERY', from: leftAt, ...(endedAt ? { to: addMinutes(endedAt, dropMinutes) } : {}) };
}
