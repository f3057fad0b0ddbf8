import type { AreaRecord } from '../features/areas';
import type { RiskLine } from '../features/policies';
import type { ShopRecord } from '../features/shops';
import { inventHouseholds, type SampleHousehold } from './households';
import { planPlaces } from './places';
import { inventPosts, type SamplePost } from './posts';
import { chanceOf } from './random';
import { inventRiskAreas } from './risk-areas';
import { inventShops } from './shops';
import { inventSites, type SampleSites } from './sites';
import { inventVehicles, type SampleVehicle } from './vehicles';
import {
  inventCaptain,
  inventCodeStaff,
  inventHost,
  inventLiaison,
  inventStaff,
  inventTransferStaff,
  inventVolunteers,
  phonesFrom,
  type SamplePerson,
  type SampleVolunteer,
  storyDaughter,
} from './workers';

export interface SampleCountyOptions {
  readonly size: 'small' | 'county';
  readonly seed: number;
  /** Days on which medicine runs out are counted from here; ids do not depend on it. */
  readonly now: Date;
}

/** An invented county (handbook 6). The same options make the same county. */
export interface SampleCounty {
  readonly areas: readonly AreaRecord[];
  readonly shops: readonly ShopRecord[];
  /** By which travellers are judged (handbook 5). */
  readonly riskAreas: readonly RiskLine[];
  readonly staff: readonly SamplePerson[];
  /** In which people are fetched from door to door. */
  readonly vehicles: readonly SampleVehicle[];
  readonly volunteers: readonly SampleVolunteer[];
  /** Acts for the household whose phone is `actsFor`, with recorded consent. */
  readonly proxy: { readonly person: SamplePerson; readonly actsFor: string };
  /** Doors at which people work; their leaders are among the demo people. */
  readonly posts: readonly SamplePost[];
  /** Houses for quarantine. */
  readonly sites: SampleSites['sites'];
  /** Of families. */
  readonly householdCount: number;
  /** A fresh walk through all households; the same ones each time. */
  households(): Iterable<SampleHousehold>;
}

/** Phones below are the demo's own. */
const firstWorkerPhone = 100;
const storyPhone = '10000000001';
/** Small: enough doors in quarantine to see some; county: 900 open home episodes in 87,000 households. */
const quarantineShare = { small: 0.12, county: 900 / 87_000 } as const;

/** Makes up the county. Pure; households come one at a time, since a county's worth is large. */
export function sampleCounty({ size, seed, now }: SampleCountyOptions): SampleCounty {
  const chance = chanceOf(seed);
  const { areas, grids } = planPlaces(size, chance);
  const phones = phonesFrom(firstWorkerPhone);
  const staff = inventStaff(grids, chance, phones.next);
  const volunteers = inventVolunteers(size, grids, chance, phones.next);
  const proxy = { person: storyDaughter(chance), actsFor: storyPhone };
  const townships = areas.filter(({ level }) => level === 'TOWNSHIP').map(({ _id, name }) => ({ id: _id, name }));
  const shops = inventShops(townships, chance);
  const householdSeed = chance.int(0, 2 ** 31);
  const houses = inventSites(size, grids, chanceOf(seed + 4));
  return {
    areas: [...areas, ...houses.areas],
    sites: houses.sites,
    shops,
    // a chance of its own: what is invented besides stays as it was
    riskAreas: inventRiskAreas(now, chanceOf(seed + 1)),
    staff: [
      ...staff,
      ...inventCodeStaff(chanceOf(seed + 3)),
      ...inventLiaison(chanceOf(seed + 34)),
      ...inventTransferStaff(chanceOf(seed + 4)),
      inventCaptain(chanceOf(seed + 33)),
      inventHost(chanceOf(seed + 35)),
    ],
    vehicles: inventVehicles(size, chanceOf(seed + 5)),
    volunteers,
    proxy,
    posts: inventPosts(grids, chanceOf(seed + 2)),
    householdCount: grids.reduce((sum, grid) => sum + grid.households, 0),
    households: () =>
      inventHouseholds({
        grids,
        chance: chanceOf(householdSeed),
        now,
        quarantineShare: quarantineShare[size],
        firstPhone: phones.used(),
      }),
  };
}
