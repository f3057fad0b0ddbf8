import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Deps } from '../feature';
import type { AreaBook } from '../features/areas';
import type { OtherWorks } from '../features/deliveries';
import { householdRepository } from '../features/households';
import type { RefusalDesk } from '../features/quarantine';
import {
  lateVisitFacts,
  type ScreeningDeps,
  type ScreeningHandlers,
  screeningHandlers,
  screeningRoutes,
} from '../features/screening';
import type { Route } from '../http/mount';
import type { Labels } from './labels';
import type { ReturneeFeature } from './quarantine-returnees';

type ScreeningParts = Pick<Deps, 'connection' | 'now' | 'vault'> & {
  readonly audit: Pick<Deps['audit'], 'record'>;
  readonly identity: Pick<Deps['identity'], 'holdersOf'>;
};

/** What returnees, volunteers and refusals give to screenings. */
export type ScreeningWiring = Pick<Labels, 'labelsOf'> &
  Pick<ReturneeFeature, 'submit'> & { readonly refusals: Pick<RefusalDesk, 'record'> };

/** What screenings need of the other features. */
export function screeningDeps(
  { connection, now, vault, audit, identity }: ScreeningParts,
  { areaName, areaNames, has }: Pick<AreaBook, 'areaName' | 'areaNames' | 'has'>,
  { labelsOf, submit, refusals }: ScreeningWiring,
): ScreeningDeps {
  const households = householdRepository(connection, vault);
  return {
    ...{ connection, now, areaName, areaNames, knowsArea: has, labelsOf },
    cipherOf: (county) => vault.of(county, 'epidemic'),
    homesIn: households.placesIn,
    doorCodes: households.doorCodes,
    async phoneOf(county, household) {
      const [home] = await households.open(county, [household]);
      return home?.phone;
    },
    screenersOf: (county, area) => identity.holdersOf(county, 'SCREENER', scopeOf(area), now()),
    submitReturnees: submit,
    async recordRefusal({ id, county, area, household }) {
      const [home] = household ? await households.open(county, [household]) : [];
      // of whoever is on no list the visit alone knows what the door is called
      const who = home ? { name: home.contactName, phone: home.phone, place: home.doorCode } : {};
      await refusals.record({ id, county, kind: 'DOOR', area, who });
    },
    recordLook: audit.record,
  };
}

/** Door to door: what is mounted, what the relay delivers, and facts that came too late. */
export interface ScreeningFeature {
  readonly routes: Route[];
  readonly handlers: ScreeningHandlers;
  readonly lateFacts: OtherWorks;
}

/** Screenings, with what they need of the other features. */
export function openScreening(...parts: Parameters<typeof screeningDeps>): ScreeningFeature {
  const deps = screeningDeps(...parts);
  return { routes: screeningRoutes(deps), handlers: screeningHandlers(deps), lateFacts: lateVisitFacts(deps) };
}
