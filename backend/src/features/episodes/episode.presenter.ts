import type { FilePurpose } from '@grid-relief/shared-types/files/file.contract';
import { isInPhase } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { FileId } from '@grid-relief/shared-types/primitives/ids';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type {
  EpisodePart,
  EpisodeRow,
  EpisodeView,
  ReportView,
} from '@grid-relief/shared-types/quarantine/episode.schema';
import type { SelfTestDay } from '@grid-relief/shared-types/quarantine/health-report.schema';
import { homeConditions } from '@grid-relief/shared-types/quarantine/home-conditions.schema';
import { holdsRole, isOwn, type PersonActor, permittedActions } from '../../lifecycle';
import { rolesThatSee } from '../files';
import { isOfSites } from '../quarantine';
import { dayCountOf, linesFor, planFor, verdictFor } from './counting.rules';
import { halfOf, isGiven, nextReportDue, reportDueAt } from './daily-clock.rules';
import { type Episode, type HealthReport, type HealthWords, isEpisodeOver, machine } from './episode';
import { seenByBoth } from './placement.verbs';
import { selfTestsOf } from './self-tests.rules';
import type { DeliveryPlan } from './supply/delivery-plan';
import { presentSupply } from './supply/supply.presenter';
import { type Todo, testsToTake, todosOf } from './todos.rules';

/** What is known beside the record itself, opened for this viewer. */
export interface Around {
  readonly actor: PersonActor;
  readonly part: EpisodePart;
  readonly now: Date;
  readonly nameMasked: string;
  readonly areaName: string;
  readonly doorCode?: string | undefined;
  readonly gridPhone?: string | undefined;
  readonly words: ReadonlyMap<string, HealthWords>;
  /** Reports that came after the end. */
  readonly late: readonly HealthReport[];
  readonly alarms?: readonly string[] | undefined;
  readonly stay?: { readonly site?: string; readonly room?: string } | undefined;
  readonly linked: readonly (Pick<Episode, '_id' | 'state' | 'detail'> & { readonly nameMasked: string })[];
  readonly plan?: DeliveryPlan | undefined;
  /** The end of another quarantine of the same person, before which nobody is released. */
  readonly heldUntil?: Date | undefined;
  readonly samePerson?: EpisodeView['samePerson'];
}

/** Who reads what somebody said about their health: for nobody else it is opened. */
export const readsHealth: readonly EpisodePart[] = ['PERSON', 'GRID', 'SITE', 'DOCTOR'];
/** Who needs to know why somebody is in quarantine and where; whoever swabs or tests does not. */
export const readsCategory: readonly EpisodePart[] = ['PERSON', 'GRID', 'SITE', 'DOCTOR', 'INVESTIGATOR'];

const known = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/** One quarantine as this viewer may see it. Pure; ids and areas passed their schema when they came in. */
export function presentEpisode(record: Episode, around: Around): EpisodeView {
  const { detail, state, revision, createdAt, history, dueAt } = record;
  const { part, now, actor, nameMasked, areaName, linked } = around;
  const plan = planFor(detail);
  const hasHealth = readsHealth.includes(part);
  const view = {
    id: record._id as EpisodeView['id'],
    ...{ state, revision, part, nameMasked, areaName, area: areaId(record.area) },
    ...(record.parties?.includes(actor.personId) ? { self: true as const } : {}),
    phase: detail.phase,
    phases: plan.phases.map(({ kind, stayIn, countedFrom, endsAt }) => ({
      ...{ kind, stayIn, countedFrom: countedFrom.toISOString(), endsAt: endsAt.toISOString() },
    })),
    day: dayCountOf(detail, now),
    foundAt: detail.foundAt.toISOString(),
    endsAt: plan.endsAt.toISOString(),
    tests: testsOf(record, now),
    swabs: detail.swabs.map(({ id, takenAt, kit, result }) => ({
      id: id as EpisodeView['id'],
      takenAt: takenAt.toISOString(),
      ...(kit ? { kit } : {}),
      ...(result ? { result: result.value } : {}),
    })),
    linked: linked.map((one) => ({
      id: one._id as EpisodeView['id'],
      ...{ nameMasked: one.nameMasked, state: one.state },
      endsAt: planFor(one.detail).endsAt.toISOString(),
    })),
    since: (history.at(-1)?.recordedAt ?? createdAt).toISOString(),
    actions: permittedActions(machine, record, actor, now),
    ...known({ placement: detail.placement, dueAt: dueAt?.toISOString(), gridPhone: around.gridPhone }),
    ...known({ heldUntil: around.heldUntil?.toISOString(), samePerson: around.samePerson }),
    ...(readsCategory.includes(part) ? categoryOf(record, around) : {}),
    ...(hasHealth ? healthOf(record, around) : {}),
    ...(mayOpen('NOTICE', record, around) ? known({ noticePhoto: detail.notice?.photo as FileId | undefined }) : {}),
  };
  return view;
}

/** Superseded where another category took over before a swab was taken (handbook 2.3, CONVERTED). */
function testsOf({ detail, state }: Episode, now: Date): EpisodeView['tests'] {
  return linesFor(detail, detail.endedAt ?? now).map((line) => {
    const isOpen = line.state === 'AHEAD' || line.state === 'DUE' || line.state === 'MISSED';
    const { what, phase, day, date, from, until, swabs, swabsTaken, isLate } = line;
    return {
      ...{ what, phase, day, date, swabs, swabsTaken, isLate },
      ...{ from: from.toISOString(), until: until.toISOString() },
      state: state === 'CONVERTED' && isOpen ? ('SUPERSEDED' as const) : line.state,
    };
  });
}

function categoryOf({ detail, state }: Episode, { now, plan, actor, stay }: Around): Partial<EpisodeView> {
  const { category, policy, verdict, moveTo, wayHome, homeLooks, block } = detail;
  const end = state === 'RELEASE_BLOCKED' ? verdictFor(detail, now) : undefined;
  const seen = seenByBoth(detail);
  return {
    ...{ category, policy },
    ...known({ verdict, moveTo, wayHome, stay }),
    ...(homeLooks
      ? {
          home: {
            signed: (['GRID', 'DOCTOR'] as const).filter((signer) => homeLooks[signer]),
            missing: homeConditions.filter((condition) => seen[condition] !== true),
          },
        }
      : {}),
    ...(end?.outcome === 'RELEASE_BLOCKED'
      ? {
          block: {
            ...{ reason: end.reason, reasons: [...end.reasons], owner: end.owner, since: end.since.toISOString() },
            ...(block ? { dueAt: block.dueAt.toISOString() } : {}),
          },
        }
      : {}),
    ...(plan ? { supply: presentSupply(plan, actor, now) } : {}),
  };
}

/** Whether a photo of the quarantine would be opened for this viewer; only then does it stand in the view. Pure. */
function mayOpen(purpose: FilePurpose, record: Episode, { actor, now }: Around): boolean {
  const isAtSite = !isEpisodeOver(record) && isOfSites(record.detail);
  return isOwn(record, actor) || holdsRole(actor, rolesThatSee(purpose, isAtSite), record.scope, now);
}

/** Self-tests day by day, with their photos for whoever may open them. */
function selfTests(record: Episode, around: Around): SelfTestDay[] {
  const opens = mayOpen('SELF_TEST', record, around);
  const { words, late, now } = around;
  return selfTestsOf(record.detail, words, now, late).map(({ photos, ...day }) => ({
    ...day,
    ...(opens && photos.length > 0 ? { photos: photos as FileId[] } : {}),
  }));
}

function healthOf(record: Episode, around: Around): Partial<EpisodeView> {
  const { detail, state, dueAt } = record;
  const { words, alarms, now } = around;
  const { alert } = detail;
  return {
    selfTests: selfTests(record, around),
    reports: detail.reports.map((one) => presentReport(one, words.get(one.opId))),
    ...(isInPhase(state) ? { reportDue: reportDue(detail.reports, now) } : {}),
    ...(alert
      ? {
          alert: {
            since: alert.since.toISOString(),
            ...known({ dueAt: dueAt?.toISOString() }),
            ...(alarms ? { because: [...alarms] } : {}),
          },
        }
      : {}),
  };
}

function presentReport({ opId, day, half, at, how, doubts }: HealthReport, words: HealthWords | undefined): ReportView {
  return {
    opId: opId as ReportView['opId'],
    ...{ day, half, at: at.toISOString(), how, doubts: [...doubts] },
    ...(words ? known({ ...words, symptoms: [...words.symptoms] }) : {}),
  };
}

/** The next report that is asked for, or the one of this half day that is missing. Pure. */
function reportDue(reports: readonly HealthReport[], now: Date): NonNullable<EpisodeView['reportDue']> {
  const [day, half] = [dayOf(now), halfOf(now)];
  const due = reportDueAt(day, half);
  if (!isGiven(reports, day, half)) return { half, by: due.toISOString(), isLate: now >= due };
  const next = nextReportDue(due > now ? due : now);
  return { half: halfOf(next), by: next.toISOString(), isLate: false };
}

export type RowAround = Pick<Around, 'actor' | 'now' | 'nameMasked' | 'areaName' | 'doorCode' | 'plan'> & {
  /** What of all there is to do is this reader's. */
  readonly isTheirs: (todo: Todo) => boolean;
  readonly linkedCount: number;
};

/** A row of a list: masked, without anything medical. Pure. */
export function presentRow(record: Episode, around: RowAround): EpisodeRow {
  const { detail, state, revision } = record;
  const { actor, now, nameMasked, areaName, doorCode, plan, linkedCount, isTheirs } = around;
  const tests = testsToTake(record, now);
  return {
    id: record._id as EpisodeRow['id'],
    ...{ state, revision, nameMasked, areaName, area: areaId(record.area), linked: linkedCount },
    ...known({ doorCode, placement: detail.placement }),
    day: dayCountOf(detail, now),
    endsAt: planFor(detail).endsAt.toISOString(),
    todos: todosOf(record, plan, now).filter(isTheirs).map(presentTodo),
    testsDue: tests.length,
    isDouble: tests.some(({ swabs }) => swabs === 2),
    actions: permittedActions(machine, record, actor, now),
  };
}

const presentTodo = ({ what, by, isLate }: Todo) => ({ what, isLate, ...(by ? { by: by.toISOString() } : {}) });
