import { lifecycle } from '../lifecycle';
import { county, countyHead, timer } from './actors';

/** Kinds of changes of the area tree (handbook 2.11). */
export const areaChangeKinds = ['SPLIT', 'MERGE', 'RENUMBER'] as const;

/** Areas are split, merged or renumbered; nothing is without an area for a moment (handbook 2.11). */
export const areaChangeLifecycle = lifecycle({
  name: 'areaChange',
  resource: 'area-changes',
  states: ['DRAFT', 'PREVIEWED', 'SCHEDULED', 'APPLIED', 'FINAL', 'REVERTED', 'CANCELLED'],
  initial: ['DRAFT'],
  terminal: ['FINAL', 'REVERTED', 'CANCELLED'],
  held: [],
  actions: {
    preview: { from: ['DRAFT'], to: 'PREVIEWED', by: county, doc: 'Which people and which work would move.' },
    schedule: {
      from: ['PREVIEWED'],
      to: 'SCHEDULED',
      by: countyHead,
      needs: ['revision'],
      doc: 'Either head of the county, and not whoever prepared it, sets the instant from which it counts.',
    },
    apply: {
      from: ['SCHEDULED'],
      to: 'APPLIED',
      by: timer,
      limit: { minutes: 10_080, fires: 'makeFinal' },
      doc: 'Held work keeps holder and old path, the rest is routed once more; statistics use the area of the day.',
    },
    revert: {
      from: ['APPLIED'],
      to: 'REVERTED',
      by: [...county, ...countyHead],
      needs: ['reason'],
      doc: 'Undone within seven days.',
    },
    makeFinal: { from: ['APPLIED'], to: 'FINAL', by: timer, doc: 'Seven days have passed.' },
    cancel: {
      from: ['DRAFT', 'PREVIEWED', 'SCHEDULED'],
      to: 'CANCELLED',
      by: [...county, ...countyHead],
      needs: ['reason'],
      doc: 'Not wanted.',
    },
  },
});
