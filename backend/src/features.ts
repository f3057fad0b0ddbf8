import { type AreaId, areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Deps, Feature } from './feature';
import { openAreas } from './features/areas';
import { openBadges } from './features/badges';
import { openFiles } from './features/files';
import { householdRepository, openHouseholds } from './features/households';
import { openLive } from './features/live';
import { openNotices } from './features/notices';
import { openShops } from './features/shops';
import { volunteerRepository } from './features/volunteers';
import { householdsOf, type PersonActor } from './lifecycle';
import { openAreaChanges } from './wiring/area-changes';
import { openWork } from './wiring/open-work';
import { laterSources, policySources } from './wiring/quarantine-concerned';
import { openPolicies } from './wiring/quarantine-policies';

/** Every feature besides identity and audit; a new one adds its line here. */
export async function openFeatures(deps: Deps): Promise<readonly Feature[]> {
  const areas = await openAreas(deps);
  const placeOf = (area: string) => ({
    names: areas.book.areaNames(areaId(area)),
    zone: areas.book.zoneOf(areaId(area)),
  });
  const homesOf = homesOfPeople(deps);
  const placesOf = async (actor: PersonActor) => [...(await homesOf(actor)), ...actor.grants.map(({ area }) => area)];
  const notices = openNotices(deps);
  const later = laterSources();
  const policies = await openPolicies(deps, later.sources);
  const areaChanges = openAreaChanges(deps, areas.book);
  const work = openWork(deps, areas.book, notices, {
    judgementAt: policies.book.judgementAt,
    policies: policies.handlers,
    areaChanges: areaChanges.handlers,
  });
  later.come(policySources(work.people, policies.book));
  return [
    areas,
    openHouseholds(deps, placeOf),
    openShops(deps, placesOf),
    openFiles(deps),
    notices,
    ...work.features,
    openLive(deps),
    openBadges(deps, volunteerRepository(deps.connection), homesOf),
    policies,
    areaChanges,
  ];
}

/** Areas of the households somebody lives in or speaks for. */
function homesOfPeople({ connection, vault }: Deps): (actor: PersonActor) => Promise<readonly AreaId[]> {
  const households = householdRepository(connection, vault);
  return async (actor) => {
    const found = await Promise.all(householdsOf(actor).map((id) => households.find(actor.county, id)));
    return found.flatMap((household) => (household ? [areaId(household.area)] : []));
  };
}
