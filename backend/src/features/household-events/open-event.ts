import type {
  HouseholdEventDraft,
  HouseholdEventKind,
  OpenedEvent,
} from '@grid-relief/shared-types/household-events/household-event.schema';
import type { LeftBehind } from '@grid-relief/shared-types/household-events/welfare-task.schema';
import { secureMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/household-event.lifecycle';
import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type * as z from '@grid-relief/shared-types/zod';
import { Problem } from '../../http/problem';
import { beginRecord, holdsRole, type PersonActor, timerAt, untilKnown } from '../../lifecycle';
import { promptsEnd } from '../../notice-entry';
import type { NewEntry } from '../../outbox';
import { derivedId } from '../../platform/ids';
import type { HomeEventDesk } from '../quarantine';
import { behindOf } from './behind';
import { homeHolds, tellGrid, tellRoles, welfareOpens } from './entries';
import { eventKind, type HouseholdEvent, isEventOver, machine } from './household-event';
import type { HouseholdEventDeps } from './household-event.deps';
import { openers } from './household-event.policy';
import { householdEventRepository } from './household-event.repository';
import { householdEvents } from './household-events';
import { sealText } from './sealed-words';
import { peopleErrors } from './welfare/guardian.rules';

/** What is known of an event as it opens, in plain text. */
interface Happened {
  readonly county: string;
  readonly household: string;
  readonly area: AreaId;
  readonly kind: HouseholdEventKind;
  /** The operation or entry it follows from: the same one opens it once, however often it is delivered. */
  readonly because: string;
  readonly words?: string | undefined;
  readonly leftBehind?: readonly LeftBehind[] | undefined;
  /** The quarantine, or the tracker, it follows from. */
  readonly about?: string;
}

/** Opens events in consequence of something else: once, however often it is delivered. */
export function homeEventDesk(deps: HouseholdEventDeps): HomeEventDesk {
  return {
    async open(opening) {
      await openOrFind(deps, opening, (event) => [tellGrid(event, 'HOME_EVENT_NEW')]);
    },
  };
}

/**
 * Opens an event for a home of the own grid; one of this kind that is open already is the answer.
 * @throws Problem not-found (also for a home elsewhere), invalid-input, outcome-unknown
 */
export async function openByHand(deps: HouseholdEventDeps, actor: PersonActor, draft: HouseholdEventDraft) {
  const { opId, kind, household, words, leftBehind } = draft;
  const { county } = actor;
  const area = await deps.homeArea(county, household);
  if (!area || !holdsRole(actor, openers, scopeOf(area), deps.now())) throw new Problem('not-found');
  mustSayWho(kind, leftBehind);
  const happened = { county, household, area, kind, because: opId, words, leftBehind };
  const event = await openOrFind(deps, happened, (one) => [tellRoles(['GRID_LEADER'], one, 'HOME_EVENT_NEW')]);
  const id = event._id as z.infer<typeof OpenedEvent>['id']; // of a stored record
  return { id, code: event.detail.code, state: event.state, wasOpen: event.detail.openedBy !== opId };
}

/** @throws Problem invalid-input where a child is alone and nobody says which one, or how old */
function mustSayWho(kind: HouseholdEventKind, leftBehind: readonly LeftBehind[] = []): void {
  const hasChild = leftBehind.some((one) => one.kind === 'CHILD');
  const missing = kind === 'CHILD_ALONE' && !hasChild ? [{ pointer: '/leftBehind', detail: 'who is alone' }] : [];
  const errors = [...missing, ...peopleErrors(leftBehind)];
  if (errors.length > 0) throw new Problem('invalid-input', undefined, { errors });
}

/**
 * There is one open event of a kind for a home. The next one is named after the one before it, so that two who open it in
 * the same moment open one.
 */
async function openOrFind(
  deps: HouseholdEventDeps,
  happened: Happened,
  tell: (event: HouseholdEvent) => readonly NewEntry[],
): Promise<HouseholdEvent> {
  const { county, household, kind, because } = happened;
  const stored = householdEventRepository(deps.connection);
  const before = (await stored.ofHomes(county, [household])).filter(({ variant }) => variant === kind);
  const known = before.find((one) => one.detail.openedBy === because) ?? before.find((one) => !isEventOver(one));
  if (known) return known;
  const id = derivedId(county, household, kind, 'event after', before.at(-1)?._id ?? 'none');
  const event = await eventOf(deps, id, happened, tell);
  if (await untilKnown(() => householdEvents(deps).insert(event))) return event;
  const taken = await stored.byId(county, id);
  if (!taken) throw new Error('an event that was there is gone');
  return taken;
}

async function eventOf(
  deps: HouseholdEventDeps,
  _id: string,
  { county, household, area, kind: variant, because, words, leftBehind, about }: Happened,
  tell: (event: HouseholdEvent) => readonly NewEntry[],
): Promise<HouseholdEvent> {
  const now = deps.now();
  const cipher = await deps.cipherOf(county);
  const [state = 'OPENED'] = machine.initial;
  const dueAt = addMinutes(now, secureMinutes);
  const behind = leftBehind ? [behindOf(cipher, { _id, county }, because, leftBehind)] : [];
  const detail = {
    ...{ code: _id.slice(-4).toUpperCase(), openedBy: because, behind, told: 0, waiting: [], kept: [] },
    ...(words ? { words: sealText(cipher, _id, 'words', words) } : {}),
  };
  const beginning = { _id, county, kind: eventKind, variant, state, area, scope: scopeOf(area), household };
  const more = {
    ...{ kind: eventKind, variant, household, createdAt: now, dueAt, detail },
    ...(about ? { about } : {}),
  };
  const entries = [
    homeHolds,
    // what was being triaged in that very moment
    { ...homeHolds, due: addMinutes(now, 1) },
    ...(variant === 'DEATH' ? nothingToAsk(household, now) : []),
    timerAt('secureOverdue', dueAt, { states: [state] }),
    ...behind.map(({ task }) => welfareOpens(task)),
    ...tell({ ...beginRecord(beginning, [], now), ...more }),
  ];
  return { ...beginRecord(beginning, entries, now), ...more };
}

/** Whatever the home was asked for, of whichever record; again a little later, for what was on its way to it just then. */
function nothingToAsk(about: string, now: Date): NewEntry[] {
  const soon = addMinutes(now, 1);
  return [promptsEnd({ about, until: now }), promptsEnd({ about, until: soon }, { due: soon })];
}
