import type { PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';

/** From this temperature on a doctor looks, in tenths of a degree as reports are kept; policies name degrees. Pure. */
export function feverTenthsOf({ feverCelsius }: Pick<PolicySet['parameters'], 'feverCelsius'>): number {
  return Math.round(feverCelsius * 10);
}
