import { type ActingOn, actingOn, recordModel } from '../../acting';
import { taskModel } from '../../tasks';
import { type Link, type LinkAction, type LinkBody, linkMachine } from './chain-link';
import { linkVerbs } from './chain-link.verbs';
import { moved } from './entries';
import { type HealthTracker, type TrackerAction, type TrackerBody, trackerMachine } from './health-tracker';
import { trackerVerbs } from './health-tracker.verbs';
import type { ReturneeDeps } from './returnee.deps';
import { maySee, maySeeLink } from './returnee.policy';
import { type ReportAction, type ReturneeReport, reportMachine } from './returnee-report';
import {
  returneeCollection,
  type Traveller,
  type TravellerAction,
  type TravellerBody,
  travellerMachine,
} from './traveller';
import { travellerVerbs } from './traveller.verbs';

export type Travellers = ActingOn<Traveller, TravellerAction, TravellerBody>;
export type Reports = ActingOn<ReturneeReport, ReportAction, object>;
export type Links = ActingOn<Link, LinkAction, LinkBody>;
export type Trackers = ActingOn<HealthTracker, TrackerAction, TrackerBody>;

const records = ({ connection }: ReturneeDeps) => recordModel(connection, returneeCollection).collection;

/**
 * People who come and what is done about them (handbook 2.2).
 * @throws Problem from `act` beside the engine's: invalid-input when new dates cannot be
 */
export function travellers(deps: ReturneeDeps): Travellers {
  const parts = { kind: 'TRAVELLER', machine: travellerMachine, deps, verbs: travellerVerbs, maySee } as const;
  return actingOn({ ...parts, collection: records(deps) });
}

/** Trips as they were reported. */
export function reports(deps: ReturneeDeps): Reports {
  const told = () => ({ emit: [moved] });
  const parts = { kind: 'RETURNEE_REPORT', machine: reportMachine, deps, maySee } as const;
  return actingOn<ReturneeReport, ReportAction, object, ReturneeDeps>({
    ...parts,
    verbs: { withdraw: told },
    collection: records(deps),
  });
}

/** Links of all chains. */
export function links(deps: ReturneeDeps): Links {
  return actingOn({
    ...{ kind: 'CHAIN_LINK', machine: linkMachine, deps, verbs: linkVerbs, maySee: maySeeLink },
    collection: taskModel(deps.connection).collection,
  });
}

/** People who are followed without quarantine. */
export function trackers(deps: ReturneeDeps): Trackers {
  const parts = { kind: 'HEALTH_TRACKER', machine: trackerMachine, deps, verbs: trackerVerbs, maySee } as const;
  return actingOn({ ...parts, collection: records(deps) });
}
