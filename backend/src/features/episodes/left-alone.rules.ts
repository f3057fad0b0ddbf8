import type { SpecialNeed } from '@grid-relief/shared-types/households/household.schema';

/** From this age on somebody is no child who cannot stay alone. Years. */
const adultFromAge = 18;

/** What is known of a home that somebody leaves. */
export interface LeftHome {
  /** How many live there; unknown: nobody has said. */
  readonly size: number | undefined;
  readonly needs: readonly SpecialNeed[];
  /** Years of birth of the others who are there, as far as they are known; of whom nothing is known, undefined. */
  readonly others: readonly (number | undefined)[];
  /** The year in which it happens. */
  readonly year: number;
}

export interface LeftAlone {
  /** Nobody else lives there: the home is empty. */
  readonly isEmpty: boolean;
  /** Ages of children with whom no adult stays. */
  readonly children: readonly number[];
}

/**
 * Whether the only adult leaves (handbook 2.12). Only what is known counts: with one person in doubt nobody is left
 * alone, and the grid worker, who hears of every departure, opens the event by hand. Pure.
 */
export function leftAlone({ size, needs, others, year }: LeftHome): LeftAlone {
  const nobody = { isEmpty: false, children: [] };
  if (size === undefined) return nobody;
  const staying = size - 1;
  if (staying <= 0) return { isEmpty: true, children: [] };
  const ages = others.map((born) => (born === undefined ? undefined : year - born));
  const children = ages.filter((age) => age !== undefined && age < adultFromAge) as number[];
  if (children.length === staying && ages.length === staying) return { isEmpty: false, children };
  // an infant lives with the one who leaves, and with nobody else
  if (staying === 1 && ages.length === 0 && needs.includes('INFANT')) return { isEmpty: false, children: [0] };
  return nobody;
}
