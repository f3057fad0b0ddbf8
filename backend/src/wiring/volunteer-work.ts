import { OpId } from '@grid-relief/shared-types/primitives/ids';
import type { Deps, Feature } from '../feature';
import type { AreaBook } from '../features/areas';
import { type DeliveryDeps, owedTo, visitedDoors } from '../features/deliveries';
import type { RunDeps } from '../features/deliveries/runs';
import { leaveHeldWork, volunteerFeature } from '../features/volunteers';
import { derivedId } from '../platform/ids';
import type { EntryHandler } from '../tasks';
import { lookAtPerson } from './delivery-deps';
import type { Labels } from './labels';
import { leavingRules } from './leaving-rules';

/** What the words about a health hold are sealed for; what is opened for another purpose does not open. */
const holdPurpose = 'volunteer/hold';

/** What volunteers need of the features whose work they carry. */
export interface VolunteerWiring {
  readonly labels: Labels;
  readonly forDeliveries: DeliveryDeps;
  readonly forRuns: RunDeps;
}

/** The feature, and what the relay delivers for it. */
export interface VolunteerWork {
  readonly feature: Feature;
  /** Of a request whose bags are kept back: whoever carried them carries nothing else. */
  readonly carrierIll: EntryHandler;
}

/** Volunteers, their duty and their health, with the work that they leave when they cannot go on. */
export function volunteerWork(
  deps: Deps,
  book: AreaBook,
  { labels, forDeliveries, forRuns }: VolunteerWiring,
): VolunteerWork {
  const { connection, now, log } = deps;
  const feature = volunteerFeature({
    connection,
    now,
    onError: (error) => log.warn({ err: error }, 'sweep'),
    areaNames: book.areaNames,
    areaName: book.areaName,
    labelsOf: labels.withPhones,
    owedTo: (county, person) => owedTo(forDeliveries, county, person),
    leaveHeldWork: leaveHeldWork(connection, leavingRules(forDeliveries, forRuns)),
    visitedDoors: (asked) => visitedDoors(forDeliveries, asked),
    recordLook: lookAtPerson(deps),
    seal: async (county, words) => (await deps.vault.of(county, 'epidemic')).seal(words, holdPurpose),
    unseal: async (county, sealed) => (await deps.vault.of(county, 'epidemic')).open(sealed, holdPurpose),
  });
  return {
    feature,
    async carrierIll({ county, _id }, { id, payload }) {
      const actor = await deps.identity.actorOf(String(payload.person));
      if (actor) await feature.fallsIll(actor, OpId.parse(derivedId(county, _id, id)), now());
    },
  };
}
