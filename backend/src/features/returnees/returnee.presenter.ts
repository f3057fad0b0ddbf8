import type {
  ChainLinkView,
  HealthTrackerView,
  OwnWayView,
  ReturneeReportView,
  TravellerRow,
  TravellerView,
} from '@grid-relief/shared-types/returnees/returnee.schema';
import { type PersonActor, permittedActions } from '../../lifecycle';
import { destroyedText, maskName, maskPhone } from '../../masks';
import type { Reason } from '../quarantine';
import { isLinkOver, type Link, linkMachine } from './chain-link';
import { type HealthTracker, trackerMachine } from './health-tracker';
import type { StoredVerdict } from './judge.rules';
import { ownerOf } from './link-table';
import { isLate, isLinkLate, nextStepOf } from './next-step.rules';
import { sensible } from './own-way.rules';
import type { Standing } from './returnee.policy';
import { type ReturneeReport, reportMachine } from './returnee-report';
import { type Traveller, type TravellerAction, type TravellerSaid, travellerMachine } from './traveller';

/** Everything a view is made of. */
export interface Seen {
  readonly actor: PersonActor;
  readonly now: Date;
  readonly areaName: (area: string) => string;
}

/** Somebody in a list: never a full name. */
export function rowOf(
  seen: Seen,
  traveller: Traveller,
  said: TravellerSaid | undefined,
  links: readonly Link[],
  ownWay?: OwnWayView,
): TravellerRow {
  const { _id: id, state, revision, area, detail } = traveller;
  const { report, code, foundBy, destination, plannedAt, arrivedAt, lateReport } = detail;
  const next = nextStepOf(traveller, links);
  const row = {
    ...{ id, report, state, revision, code, area, areaName: seen.areaName(area), foundBy, destination, lateReport },
    nameMasked: said ? maskName(said.name) : destroyedText,
    ...(plannedAt ? { plannedAt: plannedAt.toISOString() } : {}),
    ...(arrivedAt ? { arrivedAt: arrivedAt.toISOString() } : {}),
    late: isLate(traveller, links, seen.now),
    ...(next ? { next } : {}),
    actions: sensible(permittedActions(travellerMachine, traveller, seen.actor, seen.now), ownWay),
  };
  return row as TravellerRow; // ids were parsed when they came in
}

/** Somebody's whole way: why, what and who to the circle and the grid; to a post no more than that they come. */
export function travellerView(seen: Seen, standing: Standing, parts: Parts): TravellerView {
  const { traveller, said, links } = parts;
  const isNear = standing !== 'POST';
  const view = {
    ...rowOf(seen, traveller, said, isNear ? links : [], isNear ? parts.ownWay : undefined),
    ...(standing === 'OWN' && said ? { name: said.name } : {}),
    ...(said?.phone ? { phoneMasked: maskPhone(said.phone) } : {}),
    timeline: [],
    ...(isNear ? nearParts(seen, standing, parts) : {}),
  };
  return view as TravellerView; // ids were parsed when they came in
}

function nearParts(seen: Seen, standing: Standing, parts: Parts) {
  const { traveller, verdict, formerReasons, links, tracker, alarms, notes, linkNotes } = parts;
  const { duplicateOf, linkedFrom, calls } = traveller.detail;
  return {
    ...(verdict ? whyOf(verdict) : {}),
    ...(formerReasons.length > 0 ? { formerReasons: [...formerReasons] } : {}),
    ...(parts.ownWay ? { ownWay: parts.ownWay } : {}),
    ...(duplicateOf ? { duplicateOf } : {}),
    ...(linkedFrom ? { linkedFrom } : {}),
    ...(parts.samePerson ? { samePerson: parts.samePerson } : {}),
    links: links.map((link) => linkView(seen, link, linkNotes.get(link._id))),
    ...(tracker ? { tracker: trackerView(seen, tracker, alarms) } : {}),
    ...(calls ? { calls: callsMade(calls) } : {}),
    timeline: timelineOf(traveller, standing === 'GRID' ? notes : new Map()),
  };
}

const callsMade = (calls: readonly { readonly at: Date; readonly answered: boolean }[]) =>
  calls.map(({ at, answered }) => ({ at: at.toISOString(), answered }));

/** Words beside a step, opened. */
export interface SaidWords {
  readonly at: Date;
  readonly opId: string;
  readonly words: string;
}

export interface Parts {
  readonly traveller: Traveller;
  readonly said: TravellerSaid | undefined;
  readonly verdict: StoredVerdict | undefined;
  readonly formerReasons: readonly Reason[];
  readonly links: readonly Link[];
  /** What was said of links, by link; for the grid alone. */
  readonly linkNotes: ReadonlyMap<string, readonly SaidWords[]>;
  /** Other records of the same person. */
  readonly samePerson?: TravellerView['samePerson'];
  /** Absent: nothing is to be said of the way home. */
  readonly ownWay?: OwnWayView;
  readonly tracker: HealthTracker | undefined;
  /** What in its last report a doctor looks at. */
  readonly alarms: readonly string[];
  /** Words beside a step, by operation. */
  readonly notes: ReadonlyMap<string, string>;
}

function whyOf({ decided, reason, questions }: StoredVerdict) {
  return { ...(decided ? { category: decided.category } : {}), reason, questions };
}

/** What the product does by itself and nobody waits for. */
const silent = 'standFor' satisfies TravellerAction;

function timelineOf({ history }: Traveller, notes: ReadonlyMap<string, string>) {
  const told = history.filter(({ action }) => action !== silent);
  return told.map(({ recordedAt, action, from, to, by, role, reason, opId }) => ({
    ...{ at: recordedAt.toISOString(), action, from, to, by: by === 'SYSTEM' ? by : role },
    ...(reason ? { reason } : {}),
    ...(notes.has(opId) ? { words: notes.get(opId) } : {}),
  }));
}

/** One link with its owner and its time. */
export function linkView({ actor, now, areaName }: Seen, link: Link, notes: readonly SaidWords[] = []): ChainLinkView {
  const { _id: id, variant, state, revision, area, dueAt, assignment, detail } = link;
  const view = {
    ...{ id, traveller: detail.traveller, link: variant, state, revision, code: detail.code, area },
    ...{ areaName: areaName(area), owner: ownerOf(variant, assignment.rung), late: isLinkLate(link, now) },
    ...(dueAt && !isLinkOver(link) ? { dueAt: dueAt.toISOString() } : {}),
    ...(detail.endedAt ? { endedAt: detail.endedAt.toISOString() } : {}),
    ...(notes.length > 0 ? { notes: notes.map(({ at, words }) => ({ at: at.toISOString(), words })) } : {}),
    actions: permittedActions(linkMachine, link, actor, now),
  };
  return view as ChainLinkView; // ids were parsed when they came in
}

/** @param alarms of its last report; for the circle and the grid */
export function trackerView(
  { actor, now }: Seen,
  tracker: HealthTracker,
  alarms: readonly string[],
): HealthTrackerView {
  const { _id: id, about: traveller, state, revision, dueAt, detail } = tracker;
  const { from, until, tests, swabs = [], calls } = detail;
  const view = {
    ...{ id, traveller, state, revision, from: from.toISOString(), until: until.toISOString() },
    ...{ tests, swabs: swabs.length, ...(dueAt ? { dueAt: dueAt.toISOString() } : {}) },
    ...(calls ? { calls: callsMade(calls) } : {}),
    ...(alarms.length > 0 ? { alarms: [...alarms] } : {}),
    actions: permittedActions(trackerMachine, tracker, actor, now),
  };
  return view as HealthTrackerView; // ids were parsed when they came in
}

export function reportView(
  { actor, now }: Seen,
  report: ReturneeReport,
  travellers: readonly TravellerRow[],
): ReturneeReportView {
  const { _id: id, state, revision, createdAt, detail } = report;
  const { foundBy, lateReport, plannedAt } = detail;
  const view = {
    ...{ id, state, revision, foundBy, lateReport, createdAt: createdAt.toISOString() },
    ...(plannedAt ? { plannedAt: plannedAt.toISOString() } : {}),
    travellers: [...travellers],
    actions: permittedActions(reportMachine, report, actor, now),
  };
  return view as ReturneeReportView; // ids were parsed when they came in
}
