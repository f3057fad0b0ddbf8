import { type Allowed, lifecycle } from './lifecycle';

const reconcilers: Allowed[] = [
  { role: 'GRID_WORKER', relation: 'inArea' },
  { role: 'GRID_LEADER', relation: 'inArea' },
  { role: 'TOWNSHIP_DISPATCHER', relation: 'inArea' },
];

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
  },
});
