import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { areaRepository } from '../../src/features/areas';
import { setId } from '../../src/features/policies/policy.repository';
import { fleet } from '../../src/features/transfers';
import { aHousehold, aPerson } from '../../src/testing/builders';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import type { Stage } from './stage';

export const grid = `${testCounty}100201-g01`;
const building = `${grid}-b90`;
const [high, cases, quiet] = [
  ['上海市', '上海市', '样例区', '向阳街道'],
  ['上海市', '上海市', '另一样例区', '河边街道'],
  ['甘肃省', '兰州市', '城关区', '河滨街道'],
] as const;
/** Where people come from: on the list with cases or many of them, and not on it until the middle of the run. */
export const places = { high, cases, quiet } as const;

/** Everybody whom the tables let do something of the chain. */
const roles = [
  ...([
    'GRID_WORKER',
    'GRID_LEADER',
    'TOWNSHIP_DISPATCHER',
    'COUNTY_DISPATCHER',
    'COUNTY_HEAD',
    'CHECKPOINT_OFFICER',
  ] as const),
  ...([
    'SAMPLER',
    'LAB',
    'DOCTOR',
    'SITE_MANAGER',
    'TRANSFER_DESK',
    'CDC_INVESTIGATOR',
    'CODE_CLERK',
    'POLICE',
  ] as const),
  ...(['VILLAGE_SECRETARY', 'SCREENER'] as const),
];
const drivers = 4;

export interface Home {
  readonly household: string;
  readonly resident: string;
}

/** People with their accounts, and what they have to do with. */
export interface Crowd {
  /** Somebody who holds this role for the whole county. */
  by(role: Role): string;
  readonly drivers: readonly string[];
  readonly vehicles: readonly string[];
  readonly grid: string;
  readonly homes: readonly Home[];
  readonly sites: readonly string[];
  /** A fresh token each hour: the clock of the run moves by days. */
  token(person: string): Promise<string>;
}

/** Places are there before the process starts: it reads them once. */
export async function layOut({ connection }: TestApp): Promise<void> {
  const all = [...new Set([...scopeOf(areaId(building)), ...scopeOf(areaId(grid))])];
  await areaRepository(connection).addMany(
    all.map((id) => ({
      ...{ _id: id, county: testCounty, level: 'GRID' as const, name: '样例网格', scope: scopeOf(id) },
      ...{ adjacent: [], validFrom: new Date(0) },
    })),
  );
}

export async function gather(stage: Stage, homesWanted: number, rooms: number): Promise<Crowd> {
  const { app } = stage;
  const staff = new Map<string, string>();
  for (const role of roles) staff.set(role, (await aPerson(app).withRole(role, testCounty).saved()).id);
  const driving: string[] = [];
  for (let nth = 0; nth < drivers; nth++) driving.push((await aPerson(app).withRole('DRIVER', testCounty).saved()).id);
  const homes: Home[] = [];
  for (let nth = 0; nth < homesWanted; nth++) {
    const { id: household } = await aHousehold(app).in(grid).saved();
    homes.push({ household, resident: (await aPerson(app).livingIn({ id: household }).saved()).id });
  }
  const kinds = ['RETURNEE', 'CLOSE_CONTACT', 'SECOND_CONTACT'] as const;
  const vehicles = Array.from({ length: drivers }, (_, nth) => ({
    ...{ _id: app.anId(), county: testCounty, area: testCounty, plate: `晋J${10_001 + nth}`, places: 4, kinds },
    partition: true,
  }));
  await fleet(app.connection).addVehicles(vehicles, app.clock.now());
  const crowd: Crowd = {
    by: (role) => staff.get(role) ?? '',
    ...{ drivers: driving, vehicles: vehicles.map(({ _id }) => _id), homes, grid },
    ...{ sites: [app.anId()], token: tokens(stage) },
  };
  const labels = Array.from({ length: rooms }, (_, nth) => String(301 + nth));
  const site = { id: crowd.sites[0], name: '县招待所', area: building, threshold: 1, rooms: labels };
  await must(stage, crowd, 'COUNTY_DISPATCHER', '/sites', site);
  await changeOver(stage, crowd, {
    of: 'RISK',
    steps: [
      { do: 'ADD', place: high, areaRisk: 'HIGH', source: '通报' },
      { do: 'ADD', place: cases, areaRisk: 'CASES', source: '通报' },
    ],
  });
  return crowd;
}

function tokens({ app, now }: Stage): Crowd['token'] {
  const known = new Map<string, Promise<string>>();
  return (person) => {
    const key = `${person} ${Math.floor(now().getTime() / 600_000)}`;
    const made = known.get(key) ?? app.signIn({ id: person });
    known.set(key, made);
    return made;
  };
}

/** What the run cannot go on without. @throws with the answer */
export async function must(stage: Stage, crowd: Crowd, role: Role, path: string, body: object) {
  const answer = await stage.call('POST', path, await crowd.token(crowd.by(role)), body);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The 8th edition, for everybody from now on. */
export const toEighthEdition = { of: 'SET', set: setId(testCounty, { code: 'V8_NATIONAL', version: 1 }) } as const;

/** A change of policy or risk list as the county makes it: prepared by one, shown, approved by another, applied to all. */
export async function changeOver(stage: Stage, crowd: Crowd, what: object): Promise<void> {
  const id = stage.app.anId();
  const made = await must(stage, crowd, 'COUNTY_DISPATCHER', '/policy-changes', { id, what });
  const path = `/policy-changes/${id}`;
  const op = () => ({ opId: stage.app.anId(), reason: { code: 'OTHER' } });
  const shown = await must(stage, crowd, 'COUNTY_DISPATCHER', `${path}/preview`, { ...op(), revision: made.revision });
  const { revision } = shown.view;
  await must(stage, crowd, 'COUNTY_HEAD', `${path}/approve`, { ...op(), revision });
  await stage.wait(1);
}
