import type { ActionRule, Allowed } from './lifecycle';

const dispatchers: Allowed[] = [
  { role: 'GRID_LEADER', relation: 'inArea' },
  { role: 'TOWNSHIP_DISPATCHER', relation: 'inArea' },
  { role: 'COUNTY_DISPATCHER', relation: 'inArea' },
];

/** Minutes an offer stands: urgent work (P0) three, everything else ten (handbook 2.1). */
export const offerMinutes = { urgent: 3, normal: 10 } as const;

/** Actions by which a task gets a holder, the same for every kind of work. */
type AssignableAction = 'offer' | 'accept' | 'decline' | 'expire' | 'claim' | 'assign' | 'reassign' | 'escalate';

/**
 * The fragment every assignable lifecycle includes: two ways to a person (an offer with a timer, or a pool from which
 * eligible people claim) and a dispatcher who may name somebody on duty.
 * @param waiting the state in which the task looks for a holder
 * @param working the state in which somebody has just taken it
 */
export function assignable<const S extends string>(states: {
  waiting: S;
  offered: S;
  working: S;
}): Record<AssignableAction, ActionRule<S>> {
  const { waiting, offered, working } = states;
  const offeredTo: Allowed[] = [{ role: 'VOLUNTEER', relation: 'offeredTo' }];
  return {
    offer: {
      from: [waiting],
      to: offered,
      by: [{ system: 'router' }],
      limit: { minutes: offerMinutes.normal, fires: 'expire' },
      doc: 'The router offers the task to one person, with a reason and a timer.',
    },
    accept: { from: [offered], to: working, by: offeredTo, doc: 'The person it was offered to takes it.' },
    decline: {
      from: [offered],
      to: waiting,
      by: offeredTo,
      needs: ['reason'],
      doc: 'The person it was offered to says no, with one reason; not asked again for this task.',
    },
    expire: {
      from: [offered],
      to: waiting,
      by: [{ system: 'timer' }],
      doc: 'Nobody answered in time; the router asks the next person.',
    },
    claim: {
      from: [waiting],
      to: working,
      by: [{ role: 'VOLUNTEER', relation: 'eligible' }],
      doc: 'An eligible person takes it from the pool.',
    },
    assign: { from: [waiting, offered], to: working, by: dispatchers, doc: 'A dispatcher names somebody on duty.' },
    reassign: {
      from: [working],
      to: working,
      by: dispatchers,
      needs: ['reason'],
      doc: 'A dispatcher names somebody else before anything is bought.',
    },
    escalate: {
      from: [waiting, offered],
      to: 'SAME',
      by: [{ system: 'timer' }],
      doc: 'The next rung of the ladder opens: wider area, next team.',
    },
  };
}
