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

/** Not sold in this place, and no doctor has let this request through: it is to be left out (handbook 4.8). Pure. */
export function isStopped({ detail, history }: Pick<Delivery, 'detail' | 'history'>, mode: FourClassMode): boolean {
  const wanted = detail.lines.some(({ controlledFour, outcome }) => controlledFour && outcome !== 'LEFT_OUT');
  return mode === 'SUSPENDED' && wanted && !history.some(({ action }) => action === 'doctorClear');
}

/** Four-class medicine on a receipt that nobody was registered for, or that was not to be bought, by its place there. Pure. */
export function registerErrors(
  delivery: Pick<Delivery, 'detail' | 'assignment' | 'history'>,
  bought: readonly Bought[],
  mode: FourClassMode,
): FieldError[] {
  const isMissing = mode === 'REGISTER' && !isRegistered(delivery);
  const detail = isMissing
    ? 'to be registered first'
    : isStopped(delivery, mode)
      ? 'not sold here: left out'
      : undefined;
  if (detail === undefined) return [];
  const { lines } = delivery.detail;
  const controlled = new Set(lines.flatMap(({ line, controlledFour }) => (controlledFour ? [line] : [])));
  return bought.flatMap(({ line, outcome }, place) =>
    controlled.has(line) && outcome !== 'LEFT_OUT' ? [{ pointer: `/lines/${place}/outcome`, detail }] : [],
  );
}
