import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { chainLinkLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/chain-link.lifecycle';
import type { ChainLink } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { derivedId } from '../../platform/ids';
import type { Task } from '../../tasks';
import type { SealedNote } from './traveller';

export const linkMachine = chainLinkLifecycle;
export type LinkAction = ActionOf<typeof chainLinkLifecycle>;

/** What only a link knows of itself. */
export interface LinkDetail {
  readonly traveller: string;
  readonly code: string;
  /** What its time is counted from: a plan alarms nobody while the person is not here. */
  readonly countedFrom: 'PLAN' | 'ARRIVAL';
  /** Minutes from there. */
  readonly minutes: number;
  /** When it rings next; any other timer of it is stale. */
  readonly ringsAt: Date;
  /** How often one of its kind was begun before it. */
  readonly generation: number;
  readonly endedAt?: Date;
  readonly notes?: readonly SealedNote[];
}

/** One link of somebody's chain: work of its own, so that none waits for another. */
export interface Link extends Task<LinkDetail> {
  readonly kind: 'CHAIN_LINK';
  readonly variant: ChainLink;
}

export interface LinkBody {
  /** Until then it is expected to run: the end of an episode or tracker. */
  readonly dueAt?: Date;
}

/** The reason with which a landing test is done, or a tracker ends, because the laboratory has said so. */
export const positive = 'POSITIVE';

/** How often a link of one kind can begin anew, because the category no longer called for it and then did again. */
export const generations = 3;

/** The id of a link: derived, so that opening a chain twice opens it once. */
export function linkIdOf(county: string, traveller: string, link: ChainLink, generation: number): string {
  return derivedId(county, traveller, 'link', link, String(generation));
}

/** What a link opens: one episode, however often it is asked for. */
export function episodeIdOf(county: string, link: string): string {
  return derivedId(county, link, 'episode');
}

/** What a link of this kind asks the province for: one request. */
export function codeRequestIdOf(county: string, link: string): string {
  return derivedId(county, link, 'code request');
}

const failing: readonly string[] = ['fail', 'failByHand'] satisfies readonly LinkAction[];

/** Each time that a link has failed, for whatever reason: it is asked for anew. Pure. */
export const failuresOf = ({ history }: Pick<Link, 'history'>): Link['history'] =>
  history.filter(({ action }) => failing.includes(action));

/** Whom a link of this kind lists to be fetched: one passenger for each time that it is asked for. */
export function passengerIdOf(county: string, link: string, nth: number): string {
  return derivedId(county, link, 'passenger', String(nth));
}

/** Every episode that somebody's chain may have opened. */
export function episodeIdsOf(county: string, traveller: string): string[] {
  return Array.from({ length: generations }, (_, nth) =>
    episodeIdOf(county, linkIdOf(county, traveller, 'EPISODE', nth)),
  );
}

const terminal: readonly string[] = linkMachine.terminal;
/** Done, not needed, or taken over by another county. Pure. */
export const isLinkOver = ({ state }: Pick<Link, 'state'>): boolean => terminal.includes(state);
