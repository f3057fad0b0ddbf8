import type { NextStep } from '@grid-relief/shared-types/returnees/returnee.schema';
import { isLinkOver, type Link } from './chain-link';
import { ownerOf } from './link-table';
import { gridRoles } from './returnee.policy';
import { isTravellerOver, type Traveller } from './traveller';

const traveller = 'TRAVELLER';

/** Links that still run, the one due first in front. Pure. */
export function openOf(links: Iterable<Link>): Link[] {
  const end = ({ dueAt }: Link) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...links]
    .filter((link) => !isLinkOver(link))
    .sort((a, b) => end(a) - end(b) || (a.variant < b.variant ? -1 : 1));
}

/** What happens next to somebody, by whom and until when; nothing once it is over. Pure. */
export function nextStepOf(one: Traveller, links: readonly Link[]): NextStep | undefined {
  const { state, assignment, detail, dueAt } = one;
  if (isTravellerOver(one)) return undefined;
  const rung = gridRoles[Math.min(assignment.rung, gridRoles.length - 1)] ?? 'GRID_WORKER';
  const step = (what: string, owner: string, due = dueAt): NextStep => ({
    ...{ what, owner },
    ...(due ? { dueAt: due.toISOString() } : {}),
  });
  const [first] = openOf(links);
  switch (state) {
    case 'TRIAGED':
      return step('ACKNOWLEDGE', rung);
    case 'NEED_INFO':
      return step('CALL', rung);
    case 'ACKNOWLEDGED':
    case 'EN_ROUTE':
    case 'ADVISED_DEFER':
      return step('ARRIVE', traveller, detail.plannedAt);
    case 'NO_SHOW':
      return step('FIND_OUT', rung);
    case 'SEARCH':
      return step('SEARCH', rung);
    case 'TRANSIT_ONLY':
      return step('LEAVE_COUNTY', traveller);
    case 'HANDING_OUT':
      return step('CONFIRM_HAND_OUT', 'TOWNSHIP_DISPATCHER');
    case 'IN_CHAIN':
      return first
        ? step(`LINK_${first.variant}`, ownerOf(first.variant, first.assignment.rung), first.dueAt)
        : undefined;
    default:
      return step('JUDGE', 'SYSTEM');
  }
}

/** Past a limit of its own. Pure. */
export function isPastOwnLimit({ dueAt, state }: Pick<Traveller, 'dueAt' | 'state'>, now: Date): boolean {
  // a plan is no limit of the grid's: the day after it is
  return ['TRIAGED', 'NEED_INFO', 'NO_SHOW', 'SEARCH'].includes(state) && dueAt !== undefined && dueAt <= now;
}

/** Past a limit of its own, or with a link that is. Pure. */
export function isLate(one: Traveller, links: readonly Link[], now: Date): boolean {
  return isPastOwnLimit(one, now) || links.some((link) => isLinkLate(link, now));
}

/** Open, counted from the arrival, and past its time. Pure. */
export function isLinkLate(link: Link, now: Date): boolean {
  const { dueAt, detail } = link;
  return !isLinkOver(link) && detail.countedFrom === 'ARRIVAL' && dueAt !== undefined && dueAt <= now;
}
