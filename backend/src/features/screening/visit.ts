import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { householdVisitLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/household-visit.lifecycle';
import { type AreaId, ancestorAt } from '@grid-relief/shared-types/primitives/areas';
import type { AddedKind } from '@grid-relief/shared-types/screening/screening.schema';
import type { TrackedRecord } from '../../acting';

/** The states and actions of handbook 2.8. */
export const visitMachine = householdVisitLifecycle;
export type VisitAction = ActionOf<typeof householdVisitLifecycle>;

/** One document for each home of each screening. */
export const visitCollection = 'householdVisits';
export const visitKind = 'HOUSEHOLD_VISIT' as const;
export const listedVariant = 'LISTED' as const;

/** What only a visit knows of itself. */
export interface VisitDetail {
  /** By which it is counted. */
  readonly grid: string;
  /** Visits without an answer. */
  readonly tries: number;
  /** Of a door on no list: what it is called, sealed, by whom it was found, and the fingerprint of that request. */
  readonly found?: { readonly sealedDoor: string; readonly by: string; readonly hash: string };
  /** The visit in whose place it is made, because a call said something else. */
  readonly again?: string;
  /** What was said, sealed, by the operation that brought it. */
  readonly said?: readonly { readonly opId: string; readonly at: Date; readonly sealed: string }[];
  /** Who has come: the report, which exists before the visit says so. */
  readonly report?: string;
}

/** One home of a screening, which is its `about` (handbook 2.8). */
export interface HouseholdVisit extends TrackedRecord<VisitDetail> {
  readonly kind: typeof visitKind;
  readonly about: string;
  readonly variant: typeof listedVariant | AddedKind;
}

/** The grid a place is counted in; a place wider than a grid counts as itself. */
export const gridOf = (area: AreaId): AreaId => ancestorAt(area, 'GRID') ?? area;

const terminal: readonly string[] = visitMachine.terminal;
/** It has a result or a named reason. Pure. */
export const isVisitOver = ({ state }: Pick<HouseholdVisit, 'state'>): boolean => terminal.includes(state);
