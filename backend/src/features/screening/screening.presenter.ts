import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { type AreaId, areaId } from '@grid-relief/shared-types/primitives/areas';
import type { screeningQueries } from '@grid-relief/shared-types/screening/screening.contract';
import type {
  CallbackRow,
  CampaignView,
  DoorRow,
  DoorView,
  GridCoverage,
} from '@grid-relief/shared-types/screening/screening.schema';
import { stepsOf } from '../../acting';
import { type PersonActor, permittedActions } from '../../lifecycle';
import { destroyedText } from '../../masks';
import type { FieldCipher } from '../../platform/encryption';
import { type Callback, callbackMachine } from './callback';
import { type Campaign, campaignMachine } from './campaign';
import type { GridCount } from './coverage.rules';
import { doorIn } from './sealed-words';
import { type HouseholdVisit, listedVariant, visitMachine } from './visit';

export type CoverageAnswer = ResponseOf<(typeof screeningQueries)['screeningCoverage']>;

/** Everything a view of a door is made of. */
export interface Seen {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly areaName: (area: AreaId) => string;
  readonly cipher: FieldCipher;
  readonly doorCodes: ReadonlyMap<string, string>;
  /** Masked names of those who are sent. */
  readonly labels: ReadonlyMap<string, { readonly label: string }>;
}

/** A screening; nothing in it is about a person. */
export function campaignView(
  { actor, now, areaName }: Pick<Seen, 'actor' | 'now' | 'areaName'>,
  record: Campaign,
): CampaignView {
  const { _id: id, state, revision, area, detail } = record;
  const { areas, since, startsAt, questions, milestones, homes } = detail;
  const view = {
    ...{ id, state, revision, area, areaName: areaName(areaId(area)), since, startsAt: startsAt.toISOString() },
    areas: areas.map((one) => ({ area: one, name: areaName(areaId(one)) })),
    questions,
    milestones: milestones.map(({ at, ...rest }) => ({ at: at.toISOString(), ...rest })),
    ...(homes === undefined ? {} : { homes }),
    actions: permittedActions(campaignMachine, record, actor, now),
  };
  return view as CampaignView; // ids were parsed when they came in
}

/** What a door is called: by the list of the grid, or as whoever found it said. */
export function doorOf({ cipher, doorCodes }: Pick<Seen, 'cipher' | 'doorCodes'>, visit: HouseholdVisit): string {
  if (visit.household) return doorCodes.get(visit.household) ?? destroyedText;
  return doorIn(cipher, visit) ?? destroyedText;
}

/** A door in a list; never a name. */
export function doorRow(seen: Seen, visit: HouseholdVisit): DoorRow {
  const { _id: id, about: campaign, household, area, state, revision, variant, detail, assignment } = visit;
  const label = assignment.assignee ? seen.labels.get(assignment.assignee)?.label : undefined;
  const row = {
    ...{ id, campaign, area, areaName: seen.areaName(areaId(area)), door: doorOf(seen, visit), state, revision },
    ...(household ? { household } : {}),
    ...(variant === listedVariant ? {} : { added: variant }),
    ...{ tries: detail.tries, again: detail.again !== undefined },
    ...(label === undefined ? {} : { screener: label }),
    actions: permittedActions(visitMachine, visit, seen.actor, seen.now),
  };
  return row as DoorRow; // ids were parsed when they came in
}

/** The same with every step; people by their role. */
export function doorView(seen: Seen, visit: HouseholdVisit, { detail }: Pick<Campaign, 'detail'>): DoorView {
  return {
    ...doorRow(seen, visit),
    since: detail.since,
    questions: [...detail.questions],
    timeline: stepsOf(visit.history),
  };
}

export function callbackRow(
  seen: Seen,
  { callback, visit }: { callback: Callback; visit: HouseholdVisit },
): CallbackRow {
  const { _id: id, about: campaign, area, state, revision, detail } = callback;
  const row = {
    ...{ id, campaign, visit: visit._id, area, areaName: seen.areaName(areaId(area)), door: doorOf(seen, visit) },
    ...{ state, revision, calls: detail.calls },
    actions: permittedActions(callbackMachine, callback, seen.actor, seen.now),
  };
  return row as CallbackRow; // ids were parsed when they came in
}

/** One grid with the names of the places where nobody was. */
export function gridView({ areaName }: Pick<Seen, 'areaName'>, { blind, area, ...counts }: GridCount): GridCoverage {
  return {
    ...counts,
    ...{ area: areaId(area), areaName: areaName(areaId(area)) },
    blind: blind.map((one) => ({ area: areaId(one.area), name: areaName(areaId(one.area)), homes: one.homes })),
  };
}
