import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import { codeDesk, codeRequestHandlers, codeRequestRoutes } from '../features/code-requests';
import type { DeliveryDeps } from '../features/deliveries';
import {
  type EpisodeDeps,
  episodeHandlers,
  episodeRoutes,
  openEpisode,
  revokeContact,
  turnOfTransfer,
} from '../features/episodes';
import { homeEventDesk, householdEventHandlers, householdEventRoutes } from '../features/household-events';
import { investigationHandlers, investigationRoutes, openingDesk } from '../features/investigations';
import { personMergeHandlers, personMergeRoutes, samePerson, showSamePerson } from '../features/person-merges';
import type { Beds, ContactDesk, JudgementAt, MoveLink, OpenEpisode } from '../features/quarantine';
import { refusalDesk, refusalHandlers, refusalRoutes } from '../features/refusals';
import { contactDesk } from '../features/returnees';
import { doorSigns, releaseDoor, sensorHandlers, sensorRoutes } from '../features/sensors';
import { openBeds, siteHandlers, siteRooms, siteRoutes } from '../features/sites';
import { isCountedOtherwise } from './counted-otherwise';
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
export function quarantineWork(deps: Deps, book: AreaBook, { forDeliveries, labels, wired }: Around) {
  const { judgementAt } = wired;
  // chains come last, since they use all the others, and are told by all of them
  const moveLink: MoveLink = (move) => returnees.moveLink(move);
  const forCodes = codeRequestDeps(deps, book, moveLink);
  const codes = codeDesk(forCodes);
  const forSites = siteDeps(deps, book, () => forEpisodes);
  const beds = wired.beds ?? openBeds(forSites);
  const forRefusals = refusalDeps(deps, book, moveLink);
  const refusals = refusalDesk(forRefusals);
  const forSensors = sensorDeps(deps, book, moveLink);
  const forCases = investigationDeps(
    deps,
    book,
    contactsOf(() => returnees),
  );
  const openInvestigation = openingDesk(forCases);
  const forEvents = householdEventDeps(deps, book, { forDeliveries, codes, forEpisodes: () => forEpisodes });
  const forMerges = personMergeDeps(deps, book, () => forEpisodes);
  const whole = { samePerson: samePerson(forMerges), showSamePerson: showSamePerson(forMerges) };
  const forEpisodes: EpisodeDeps = {
    ...episodeDeps(deps, book, forDeliveries, {
      ...{
        openHomeEvent: homeEventDesk(forEvents).open,
        judgementAt,
        moveLink,
        askCodeClearing: codeClearing(codes),
        openInvestigation,
      },
      ...{ rooms: siteRooms(forSites), releaseDoor: releaseDoor(forSensors) },
      doorSigns: doorSigns(forSensors),
      ...whole,
    }),
    ...wired.forEpisodes,
  };
  const transfers = quarantineTransfers(deps, book, {
    ...{ judgementAt, moveLink, beds, refusals, labelsOf: labels.labelsOf },
    turned: (turn) => turnOfTransfer(forEpisodes, turn),
  });
  const returnees = quarantineReturnees(deps, book, {
    ...{ judgementAt, codes, transfers: transfers.desk, refusals, showSamePerson: whole.showSamePerson },
    ...{ isCountedOtherwise: isCountedOtherwise(forEpisodes), revokeContact: revokeContact(forEpisodes) },
    ...{ openEpisode: wired.openEpisode ?? openEpisode(forEpisodes), openInvestigation },
  });
  const screening = openScreening(deps, book, {
    ...{ labelsOf: labels.labelsOf, submit: returnees.submit, refusals },
  });
  return {
    routes: [
      ...[...returnees.routes, ...episodeRoutes(forEpisodes), ...codeRequestRoutes(forCodes)],
      ...[...investigationRoutes(forCases), ...refusalRoutes(forRefusals), ...transfers.routes],
      ...[...siteRoutes(forSites), ...sensorRoutes(forSensors), ...screening.routes],
      ...householdEventRoutes(forEvents),
      ...personMergeRoutes(forMerges),
    ],
    handlers: {
      ...{
        returnees: returnees.handlers,
        episodes: episodeHandlers(forEpisodes),
        codes: codeRequestHandlers(forCodes),
      },
      ...{ investigations: investigationHandlers(forCases), refusals: refusalHandlers(forRefusals) },
      ...{ transfers: transfers.handlers, sites: siteHandlers(forSites), sensors: sensorHandlers(forSensors) },
      ...{ screening: screening.handlers, householdEvents: householdEventHandlers(forEvents) },
      merges: personMergeHandlers(forMerges),
    },
    lateFacts: { ...returnees.lateFacts, ...transfers.lateFacts, ...screening.lateFacts },
    people: { episodes: forEpisodes, returnees: returnees.deps },
    ...{ openEpisode: openEpisode(forEpisodes), beds, sensors: forSensors },
  };
}

/** Whom an investigator finds, handed on to the chains, which are put together later. */
function contactsOf(returnees: () => ReturneeFeature): ContactDesk {
  return {
    open: (finding) => contactDesk(returnees().deps).open(finding),
    retract: (finding) => contactDesk(returnees().deps).retract(finding),
  };
}
