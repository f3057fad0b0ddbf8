import { lateFactLifecycle } from '@grid-relief/shared-types/lifecycles/late-fact.lifecycle';
import type { AreaChangeHandlers } from '../features/area-changes';
import type { CodeRequestHandlers } from '../features/code-requests';
import type { DeliveryFeature } from '../features/deliveries';
import type { RunHandlers } from '../features/deliveries/runs';
import type { EpisodeHandlers } from '../features/episodes';
import type { HandoverLegHandlers } from '../features/handover-legs';
import type { HouseholdEventHandlers } from '../features/household-events';
import type { InvestigationHandlers } from '../features/investigations';
import type { PersonMergeHandlers } from '../features/person-merges';
import type { PickupSlotHandlers } from '../features/pickup-slots';
import type { PolicyHandlers } from '../features/policies';
import type { RefusalHandlers } from '../features/refusals';
import type { ReturneeHandlers } from '../features/returnees';
import type { ScreeningHandlers } from '../features/screening';
import type { SensorHandlers } from '../features/sensors';
import type { SiteHandlers } from '../features/sites';
import type { TransferHandlers } from '../features/transfers';
import { freeSeatHandler, type VolunteerSeats } from '../features/volunteers';
import type { EntryHandlers } from '../outbox';
import type { Clock } from '../platform/clock';
import type { routingHandlers } from '../routing';
import { type EntryHandler, handleByKind } from '../tasks';

/** Everything that delivers entries of work. */
export interface WorkParts {
  readonly deliveries: Pick<DeliveryFeature, 'outboxHandlers' | 'timer' | 'lateFacts'>;
  readonly runs: RunHandlers;
  readonly legs: HandoverLegHandlers;
  readonly pickups: PickupSlotHandlers;
  readonly routing: ReturnType<typeof routingHandlers>;
  readonly returnees: ReturneeHandlers;
  readonly seats: VolunteerSeats;
  /** Of a request whose bags are kept back. */
  readonly carrierIll: EntryHandler;
  /** Entries `notice`, from every kind of work. */
  readonly notice: EntryHandler;
  /** Entries `promptsEnd`: what was asked about a record that has ended, or in a home with a death. */
  readonly promptsEnd: EntryHandler;
  readonly now: Clock;
  readonly episodes: EpisodeHandlers;
  readonly codes: CodeRequestHandlers;
  readonly investigations: InvestigationHandlers;
  readonly refusals: RefusalHandlers;
  readonly merges: PersonMergeHandlers;
  readonly transfers: TransferHandlers;
  readonly sites: SiteHandlers;
  readonly sensors: SensorHandlers;
  readonly screening: ScreeningHandlers;
  readonly householdEvents: HouseholdEventHandlers;
  /** Changes of policy; absent in tests of work alone. */
  readonly policies?: PolicyHandlers;
  /** Changes of the area tree; absent in tests of work alone. */
  readonly areaChanges?: AreaChangeHandlers;
}

/**
 * All handlers of the relay, for work and for facts that came too late, by kind of entry. Kinds that several sorts of work have go by the
 * kind of the document.
 * @throws when an entry of a run comes to a handler that only deliveries have, or the reverse: it is then parked
 */
export function workHandlers(parts: WorkParts): EntryHandlers {
  const { deliveries, runs, legs, pickups, routing, seats, notice, promptsEnd, now, carrierIll } = parts;
  const { episodes, screening, householdEvents } = parts;
  const { follow, ledger, ...ofDeliveries } = deliveries.outboxHandlers;
  const timer = timersOf(parts);
  const { timer: _timer, planTimer: _planTimer, ...ofEpisodes } = episodes;
  const { timer: _screeningTimer, visitTimer: _visitTimer, ...ofScreening } = screening;
  const { timer: _eventTimer, welfareTimer: _welfareTimer, ...ofHomes } = householdEvents;
  const { batch, runMoved, memberMoved } = runs;
  const all: Readonly<Record<string, EntryHandler>> = {
    ...ofDeliveries,
    ...routing,
    fire: timer,
    timer,
    follow: handleByKind({ ...(follow ? { DELIVERY: follow } : {}), RUN: runs.follow }),
    ledger: handleByKind({ ...(ledger ? { DELIVERY: ledger } : {}), RUN: runs.ledger }),
    batch,
    runMoved,
    memberMoved,
    legMoved: legs.legMoved,
    handoverLeg: legs.handoverLeg,
    pickupMoved: pickups.pickupMoved,
    pickupGive: pickups.pickupGive,
    pickupSlot: pickups.pickupSlot,
    lateFact: deliveries.lateFacts.decided,
    ...ofQuarantine(parts),
    freeSeat: freeSeatHandler(seats, now),
    ...{ notice, promptsEnd, carrierIll },
    ...ofEpisodes,
    ...ofScreening,
    ...ofHomes,
    ...ofChanges(parts).handlers,
  };
  return Object.fromEntries(
    Object.entries(all).map(([kind, handler]) => [
      kind,
      { deliver: (entry, document) => handler(document, entry) } satisfies EntryHandlers[string],
    ]),
  );
}

/** What is delivered for changes of policy and of the tree, as far as they are wired. */
function ofChanges({ policies, areaChanges }: Pick<WorkParts, 'policies' | 'areaChanges'>) {
  const { timer: ofPolicy, ...policyHandlers } = policies ?? {};
  const { timer: ofArea, ...areaHandlers } = areaChanges ?? {};
  const timers = { ...(ofPolicy ? { POLICY_CHANGE: ofPolicy } : {}), ...(ofArea ? { AREA_CHANGE: ofArea } : {}) };
  return { timers, handlers: { ...policyHandlers, ...areaHandlers } };
}

/** Timers go by the kind of the record. */
function timersOf(parts: WorkParts): EntryHandler {
  const { deliveries, runs, legs, pickups, returnees, episodes, codes, investigations } = parts;
  const { refusals, merges, transfers, sites, sensors, screening, householdEvents } = parts;
  return handleByKind({
    DELIVERY: deliveries.timer,
    RUN: runs.timer,
    HANDOVER_LEG: legs.timer,
    PICKUP_SLOT: pickups.timer,
    [lateFactLifecycle.name]: deliveries.lateFacts.timer,
    ...returnees.timers,
    QUARANTINE_EPISODE: episodes.timer,
    DELIVERY_PLAN: episodes.planTimer,
    HEALTH_CODE_REQUEST: codes.timer,
    INVESTIGATION: investigations.timer,
    REFUSAL: refusals.timer,
    PERSON_MERGE: merges.timer,
    TRANSFER: transfers.timer,
    PASSENGER: transfers.passengerTimer,
    ROOM: sites.roomTimer,
    DOOR_SENSOR: sensors.timer,
    SENSOR_ALERT: sensors.alertTimer,
    SCREENING_CAMPAIGN: screening.timer,
    HOUSEHOLD_VISIT: screening.visitTimer,
    HOUSEHOLD_EVENT: householdEvents.timer,
    WELFARE_TASK: householdEvents.welfareTimer,
    ...ofChanges(parts).timers,
  });
}

type OfQuarantine = Pick<
  WorkParts,
  'returnees' | 'codes' | 'investigations' | 'refusals' | 'merges' | 'transfers' | 'sites' | 'sensors'
>;

/** What records of quarantine tell one another: that they have moved. */
function ofQuarantine({ returnees, codes, investigations, refusals, merges, transfers, sites, sensors }: OfQuarantine) {
  return {
    returneeMoved: returnees.returneeMoved,
    codeMoved: codes.codeMoved,
    contactsMoved: investigations.contactsMoved,
    refusalMoved: refusals.refusalMoved,
    mergeMoved: merges.mergeMoved,
    transferMoved: transfers.transferMoved,
    passengerMoved: transfers.passengerMoved,
    roomMoved: sites.roomMoved,
    siteMoved: sites.siteMoved,
    sensorMoved: sensors.sensorMoved,
    doorReleased: sensors.doorReleased,
  };
}
