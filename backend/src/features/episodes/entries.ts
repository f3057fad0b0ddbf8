import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import { timerAt } from '../../lifecycle';
import { notice } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import type { CaseFound, LinkMove } from '../quarantine';
import { type Episode, type EpisodeAction, machine } from './episode';

const open = openStates(machine);
/** Nobody says anything to a household about somebody who has died (handbook 2.3: DECEASED stops every prompt). */
const alive = machine.states.filter((state) => state !== 'DECEASED');

type Whose = Pick<Episode, '_id' | 'area' | 'household' | 'parties'>;
/** A site's building stands behind the person's own place. */
type Placed = Pick<Episode, 'area'> & Partial<Pick<Episode, 'scope'>>;

/** A notice to the person: the household, or whoever the record names. Never after a death. */
export function tell({ household, parties = [] }: Whose, code: NoticeCode, more: Urgency = {}): NewEntry[] {
  const to = household ? [{ household }] : parties.map((party) => ({ party }));
  return to.length === 0 ? [] : [notice(to, code, {}, { ...more, while: { states: alive } })];
}

interface Urgency {
  readonly urgent?: true;
  readonly life?: true;
}

/** A notice to the grid of the person's place. */
export function tellGrid(
  { area }: Pick<Episode, 'area'>,
  code: NoticeCode,
  more: Urgency = { urgent: true },
): NewEntry {
  return notice({ gridOf: area }, code, {}, { ...more, while: { states: alive } });
}

/** A notice to everybody who holds a role for the place; who keeps a site hears of whoever is in it. */
export function tellRole(
  { area, scope = [area] }: Placed,
  role: Role,
  code: NoticeCode,
  more: Urgency = { urgent: true },
): NewEntry {
  const where = role === 'SITE_MANAGER' ? (scope.at(-1) ?? area) : area;
  return notice({ role, area: where }, code, {}, { ...more, while: { states: alive } });
}

/** The same stay again, for a timer that repeats. */
export function sameStay({ state, enteredBy }: Pick<Episode, 'state' | 'enteredBy'>): NonNullable<NewEntry['while']> {
  return { states: [state], enteredBy };
}

/** So many minutes later it is asked again, while the record has not moved. */
export function again(record: Episode, action: EpisodeAction, now: Date, minutes: number): NewEntry {
  return timerAt(action, addMinutes(now, minutes), sameStay(record));
}

/** Whether the phase ends is looked at; at once, or at an instant. */
export function lookAtEnd(due?: Date, stay: NonNullable<NewEntry['while']> = { states: open }): NewEntry {
  return { kind: 'phaseEnd', ...(due ? { due } : {}), while: stay };
}

/** The chain of the traveller hears how its links stand. */
export function linksMoved(
  ...moves: readonly (Pick<LinkMove, 'link' | 'how'> & { readonly reason?: string })[]
): NewEntry {
  return { kind: 'chainLinks', payload: { moves } };
}

/** Household, supply clock and the rooms of sites come along with where the person is. */
export const whereChanged: NewEntry = { kind: 'whereChanged' };

/** Whatever trip follows from where somebody is to be now is asked for, and whatever does not is given up. */
export const tripFollows: NewEntry = { kind: 'tripFollows' };

/** Somebody is positive: an investigation opens, once however it was found. */
export const caseFound = (because: CaseFound['because']): NewEntry => ({ kind: 'caseFound', payload: { because } });
/** Why something has happened in the home of somebody in quarantine. */
export type HomeEventCause = 'POSITIVE' | 'DEATH' | 'LEAVE' | 'ADMITTED';
export const homeEvent = (because: HomeEventCause): NewEntry => ({ kind: 'homeEvent', payload: { because } });
export const isHomeEvent = ({ kind }: NewEntry): boolean => kind === 'homeEvent';
/** Somebody may be in a room already for whom a site has just been decided. */
export const roomFollows: NewEntry = { kind: 'roomFollows' };

/** The room of a site hears that it was sampled together with whoever lives in it. */
export function roomSampled(at: Date, by: string): NewEntry {
  return { kind: 'roomSampled', payload: { at: at.toISOString(), by } };
}
