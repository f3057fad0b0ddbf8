import type { AreaChangePreview, AreaChangeView } from '@grid-relief/shared-types/areas/area-change.schema';
import type { Reader } from '@/text';
import type { areaChangesText } from '@/text/area-changes';

export type AreaWords = Reader<(typeof areaChangesText)['zh']>;

/** What a change does, in one line. Pure. */
export function changeLine(t: AreaWords, { kind, from, into }: AreaChangeView): string {
  const names = (areas: readonly { readonly name: string }[]) => areas.map(({ name }) => name).join(t('list-mark'));
  return t(`line-${kind}`, { from: names(from), into: names(into) });
}

const knownStates = ['DRAFT', 'PREVIEWED', 'SCHEDULED', 'APPLIED', 'FINAL', 'REVERTED', 'CANCELLED'] as const;

/** The state in words; one that this version does not know is not named. Pure. */
export function stateWords(t: AreaWords, state: string): string {
  return t(`state-${knownStates.find((one) => one === state) ?? 'OTHER'}`);
}

/** How many things are in hand, held and free. Pure. */
export function workIn({ work }: Pick<AreaChangePreview, 'work'>) {
  const sum = (of: 'held' | 'free') => work.reduce((total, one) => total + one[of], 0);
  return { held: sum('held'), free: sum('free'), all: sum('held') + sum('free') };
}
