import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import { codeDesk, codeRequestHandlers, codeRequestRoutes } from '../features/code-requests';
import type { DeliveryDeps } from '../features/deliveries';
import {
  type EpisodeDeps,
  episodeHandlers,
  episodeRoutes,
  lateEpisodeFacts,
  openEpisode,
  revokeContact,
  turnOfTransfer,
  visibleInQuarantine,
} from '../features/episodes';
import { homeEventDesk, householdEventHandlers, householdEventRoutes } from '../features/household-events';
import { investigationHandlers, investigationRoutes, openingDesk } from '../features/investigations';
import {
  outrunMerges,
  personMergeHandlers,
  personMergeRoutes,
  samePerson,
  showSamePerson,
} from '../features/person-merges';
import type {
  Beds,
  ContactDesk,
  HasDied,
  JudgementAt,
  MoveLink,
  OpenEpisode,
  TransferDesk,
} from '../features/quarantine';
import { refusalDesk, refusalHandlers, refusalRoutes } from '../features/refusals';
import { contactDesk, missAtPickup, settleTravellers, visibleTraveller, walkInRegister } from '../features/returnees';
import { doorSigns, releaseDoor, sensorHandlers, sensorRoutes } from '../features/sensors';
import { openBeds, siteHandlers, siteRooms, siteRoutes } from '../features/sites';
import { isCountedOtherwise } from './counted-otherwise';
import { everyNameOf } from './every-name';
import { hasDiedOf, namesOf } from './has-died';
import { householdEventDeps } from './household-events';
import type { Labels } from './labels';
import { personMergeDeps } from './person-merges';
import { codeClearing, codeRequestDeps } from './quarantine-codes';
import { episodeDeps } from './quarantine-episodes';
import { investigationDeps } from './quarantine-investigations';
import { refusalDeps } from './quarantine-refusals';
import { quarantineReturnees, type ReturneeFeature } from './quarantine-returnees';
import { sensorDeps } from './quarantine-sensors';
import { siteDeps } from './quarantine-sites';
import { quarantineTransfers } from './quarantine-transfers';
import { openScreening } from './screening';

/** What is put together elsewhere; a test may put its own in the place of a feature. */
export interface QuarantineWiring {
  readonly judgementAt: JudgementAt;
  readonly openEpisode?: OpenEpisode;
  readonly forEpisodes?: Partial<EpisodeDeps>;
  /** Other beds than those of the county's sites. */
  readonly beds?: Beds;
}

interface Around {
  readonly forDeliveries: DeliveryDeps;
  readonly labels: Pick<Labels, 'labelsOf'>;
  readonly wired: QuarantineWiring;
}

/** Everything from the first word to release: who comes, chains, quarantines, and what each asks of the others. */
export function quarantineWork(deps: Deps, book: AreaBook, around: Around) {
  const { codes, cases, refusals, sites, sensors, events, merges, episodes, ...parts } = joined(deps, book, around);
  const { beds, transfers, returnees, screening } = parts;
  return {
    routes: [
      ...[...returnees.routes, ...episodeRoutes(episodes), ...codeRequestRoutes(codes)],
      ...[...investigationRoutes(cases), ...refusalRoutes(refusals), ...transfers.routes],
      ...[...siteRoutes(sites), ...sensorRoutes(sensors), ...screening.routes],
      ...[...householdEventRoutes(events), ...personMergeRoutes(merges)],
    ],
    handlers: {
      ...{ returnees: returnees.handlers, episodes: episodeHandlers(episodes), codes: codeRequestHandlers(codes) },
      ...{ investigations: investigationHandlers(cases), refusals: refusalHandlers(refusals) },
      ...{ transfers: transfers.handlers, sites: siteHandlers(sites), sensors: sensorHandlers(sensors) },
      ...{ screening: screening.handlers, householdEvents: householdEventHandlers(events) },
      merges: personMergeHandlers(merges),
    },
    lateFacts: {
      ...{ ...returnees.lateFacts, ...transfers.lateFacts, ...screening.lateFacts },
      ...lateEpisodeFacts(episodes),
    },
    people: { episodes, returnees: returnees.deps },
    invited: returnees.invited,
    ...{ openEpisode: openEpisode(episodes), beds, sensors },
  };
}

/** What each feature is given, and those that are opened whole. */
function joined(deps: Deps, book: AreaBook, { forDeliveries, labels, wired }: Around) {
  const { judgementAt } = wired;
  // chains come last, since they use all the others, and are told by all of them
  const moveLink: MoveLink = (move) => returnees.moveLink(move);
  const hasDied: HasDied = (county, about) => hasDiedOf(deps, everyName)(county, about);
  const forCodes = codeRequestDeps(deps, book, { moveLink, hasDied });
  const codes = codeDesk(forCodes);
  const forMerges = personMergeDeps(deps, book, {
    episodes: () => forEpisodes,
    lookAtTrips: (county, names) => settleTravellers(returnees.deps, county, names),
  });
  const whole = {
    ...{ samePerson: samePerson(forMerges), outrunMerges: outrunMerges(forMerges) },
    showSamePerson: showSamePerson(forMerges),
  };
  const everyName = everyNameOf(deps, whole.samePerson);
  const forSites = siteDeps(deps, book, {
    ...{ episodes: () => forEpisodes, moveLink, everyName },
    registerWalkIn: (finding) => walkInRegister(returnees.deps)(finding),
  });
  const roomsOfSites = siteRooms(forSites);
  const beds = wired.beds ?? openBeds(forSites);
  const forRefusals = refusalDeps(deps, book, { moveLink, hasDied, namesOf: namesOf(deps, everyName) });
  const refusals = refusalDesk(forRefusals);
  const forSensors = sensorDeps(deps, book, moveLink);
  const forCases = investigationDeps(
    deps,
    book,
    contactsOf(() => returnees),
  );
  const openInvestigation = openingDesk(forCases);
  const forEvents = householdEventDeps(deps, book, { forDeliveries, codes, forEpisodes: () => forEpisodes });
  const openHomeEvent = homeEventDesk(forEvents).open;
  const forEpisodes: EpisodeDeps = {
    ...episodeDeps(deps, book, forDeliveries, {
      ...{
        openHomeEvent,
        judgementAt,
        moveLink,
        askCodeClearing: codeClearing(codes),
        openInvestigation,
      },
      ...{ rooms: roomsOfSites, transfers: deskOf(() => transfers.desk), releaseDoor: releaseDoor(forSensors) },
      ...{ doorSigns: doorSigns(forSensors), refusals },
      ...whole,
    }),
    ...wired.forEpisodes,
  };
  const transfers = quarantineTransfers(deps, book, {
    ...{ judgementAt, moveLink, beds, everyName, hasDied, refusals, labelsOf: labels.labelsOf },
    turned: async (turn) => {
      const isSeenTo = await turnOfTransfer(forEpisodes, turn);
      if (!isSeenTo && turn.how === 'NOT_THERE') await missAtPickup(returnees.deps, turn);
    },
    roomOf: roomsOfSites.roomOf,
    personFor: async (actor, id) =>
      (await visibleInQuarantine(forEpisodes, actor, id)) ?? visibleTraveller(returnees.deps, actor, id),
  });
  const returnees = quarantineReturnees(deps, book, {
    ...{ judgementAt, codes, transfers: transfers.desk, refusals, showSamePerson: whole.showSamePerson },
    ...{ isCountedOtherwise: isCountedOtherwise(forEpisodes), revokeContact: revokeContact(forEpisodes) },
    ...{ openEpisode: wired.openEpisode ?? openEpisode(forEpisodes), openInvestigation, openHomeEvent },
  });
  const screening = openScreening(deps, book, {
    ...{ labelsOf: labels.labelsOf, submit: returnees.submit, refusals },
  });
  return {
    ...{ codes: forCodes, cases: forCases, refusals: forRefusals, sites: forSites, sensors: forSensors },
    ...{ events: forEvents, merges: forMerges, episodes: forEpisodes },
    ...{ beds, transfers, returnees, screening },
  };
}

/** Trips, as quarantines ask for them; they are put together later. */
function deskOf(desk: () => TransferDesk): TransferDesk {
  return {
    open: (opening) => desk().open(opening),
    withdraw: (passenger) => desk().withdraw(passenger),
    callOff: (trips) => desk().callOff(trips),
    wasThere: (passenger) => desk().wasThere(passenger),
    askAgain: (found) => desk().askAgain(found),
    standing: (person) => desk().standing(person),
  };
}

/** Whom an investigator finds, handed on to the chains, which are put together later. */
function contactsOf(returnees: () => ReturneeFeature): ContactDesk {
  return {
    open: (finding) => contactDesk(returnees().deps).open(finding),
    retract: (finding) => contactDesk(returnees().deps).retract(finding),
  };
}
