import type { Deps, Feature } from '../feature';
import {
  type AreaChangeDeps,
  type AreaChangeHandlers,
  areaChangeHandlers,
  areaChangeRoutes,
  grantHolding,
  type KindOfWork,
  placeHolding,
  servingHolding,
  windowHolding,
  workHolding,
} from '../features/area-changes';
import { type AreaBook, areaRepository } from '../features/areas';
import { householdRepository } from '../features/households';
import { derivedId } from '../platform/ids';
import { kindsOfRecord } from './kinds-of-record';

/** Changes of the area tree with what the relay delivers for them. */
export interface OpenAreaChanges extends Feature {
  readonly handlers: AreaChangeHandlers;
}

/** One delivery must end within ten seconds. */
const legMs = 4_000;
/** A turn stays at the place it was given for: claims of that place are kept by its name. */
const staying: readonly string[] = ['PICKUP_SLOT'];

/** Kinds of work that go along, and those that stay until they end. */
export const kindsOfWork: readonly KindOfWork[] = kindsOfRecord.map((one) => ({
  ...one,
  ...(staying.includes(one.kind) ? { stays: true as const } : {}),
}));

/** What changes of the tree need of the other features. */
export function areaChangeDeps({ connection, now, vault, identity, audit }: Deps, book: AreaBook): AreaChangeDeps {
  const households = householdRepository(connection, vault);
  return {
    ...{ connection, now, areas: areaRepository(connection), refreshBook: book.refresh, work: kindsOfWork, legMs },
    waysOf: (area) => `${book.zoneOf(area)} ${book.fourClassOf(area, now())}`,
    cipherOf: (county) => vault.of(county, 'epidemic'),
    staffNames: async (county, ids) => {
      const known = await identity.open(county, ids);
      return new Map([...known].map(([id, { name }]) => [id, name]));
    },
    grants: identity.grants,
    homesIn: households.sizesIn,
    holdings: [
      grantHolding(identity.grants, recordExtension(audit)),
      ...[placeHolding(connection, 'volunteers'), placeHolding(connection, 'households')],
      ...[
        placeHolding(connection, 'fleet', false),
        placeHolding(connection, 'shops', false),
        servingHolding(connection),
      ],
      windowHolding(connection),
      ...kindsOfWork.filter(({ stays }) => !stays).map((kind) => workHolding(connection, kind)),
    ],
  };
}

function recordExtension(audit: Deps['audit']): Parameters<typeof grantHolding>[1] {
  return async ({ county, change, by: who, now: at }, record, { role, area: before }, area) => {
    const id = derivedId(county, change, 'extended', record, role, before, area);
    const use = { kind: 'person', record, did: 'extend', why: 'AREA_CHANGE', role: 'COUNTY_HEAD' };
    await audit.record({ id, county, at, who, ...use });
  };
}

/** Opens changes of the area tree. */
export function openAreaChanges(deps: Deps, book: AreaBook): OpenAreaChanges {
  const forChanges = areaChangeDeps(deps, book);
  return { routes: areaChangeRoutes(forChanges), handlers: areaChangeHandlers(forChanges) };
}
