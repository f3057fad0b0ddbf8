import type { Role } from '../roles';
import { type Allowed, lifecycle } from './lifecycle';

const reconcilers: Allowed[] = [
  { role: 'GRID_WORKER', relation: 'inArea' },
  { role: 'GRID_LEADER', relation: 'inArea' },
  { role: 'TOWNSHIP_DISPATCHER', relation: 'inArea' },
  { role: 'COUNTY_DISPATCHER', relation: 'inArea' },
];

/** Who hears of a fact that nobody has decided on, and how many minutes after it came (handbook 2.11). */
export const lateFactClimbs = [
  { role: 'TOWNSHIP_DISPATCHER', minutes: 24 * 60 },
  { role: 'COUNTY_DISPATCHER', minutes: 48 * 60 },
] as const satisfies readonly { readonly role: Role; readonly minutes: number }[];

/** A fact from a device that arrived when its record had moved on: kept, and reconciled by a person (handbook 2). */
export const lateFactLifecycle = lifecycle({
  name: 'lateFact',
  resource: 'late-facts',
  states: ['OPEN', 'APPLIED', 'NOTED'],
  initial: ['OPEN'],
  terminal: ['APPLIED', 'NOTED'],
  held: [],
  actions: {
    apply: { from: ['OPEN'], to: 'APPLIED', by: reconcilers, doc: 'The fact counts: what follows from it is done.' },
    note: {
      from: ['OPEN'],
      to: 'NOTED',
      by: reconcilers,
      needs: ['reason'],
      doc: 'Known and kept; nothing follows from it.',
    },
    climb: {
      from: ['OPEN'],
      to: 'SAME',
      by: [{ system: 'timer' }],
      doc: 'Nobody has decided for a day: the township hears of it, after two days the county.',
    },
  },
});
