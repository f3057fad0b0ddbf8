import type { FourClassMode } from '@grid-relief/shared-types/primitives/areas';
import type { Delivery, Line } from './delivery';
import type { Bought, FieldError } from './line.rules';

/** Whether a pharmacy registers anybody for these lines: four-class medicine that is still wanted (handbook 4.8). Pure. */
export function asksRegister(lines: readonly Pick<Line, 'controlledFour' | 'outcome'>[], mode: FourClassMode): boolean {
  return mode === 'REGISTER' && lines.some(({ controlledFour, outcome }) => controlledFour && outcome !== 'LEFT_OUT');
}

/** Registered by whoever holds it now: a second buyer stands at a counter of his or her own. Pure. */
export function isRegistered({ detail, assignment }: Pick<Delivery, 'detail' | 'assignment'>): boolean {
  return detail.registered !== undefined && detail.registered.by === assignment.assignee;
}

/** Four-class medicine on a receipt that nobody was registered for, by its place there. Pure. */
export function registerErrors(
  { detail, assignment }: Pick<Delivery, 'detail' | 'assignment'>,
  bought: readonly Bought[],
  mode: FourClassMode,
): FieldError[] {
  if (mode !== 'REGISTER' || isRegistered({ detail, assignment })) return [];
  const controlled = new Set(detail.lines.flatMap(({ line, controlledFour }) => (controlledFour ? [line] : [])));
  return bought.flatMap(({ line, outcome }, place) =>
    controlled.has(line) && outcome !== 'LEFT_OUT'
      ? [{ pointer: `/lines/${place}/outcome`, detail: 'to be registered first' }]
      : [],
  );
}
