import type { AreaChangeWish } from '@grid-relief/shared-types/areas/area-change.schema';
import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { type CallAnswer, testCounty } from '../../../testing/test-app';
import { areaChangeDeps } from '../../../wiring/area-changes';
import type { AreaRecord } from '../../areas';
import {
  anId,
  collection,
  get,
  now,
  post,
  type Somebody,
  setTheStage,
  somebody,
  wait,
} from '../../deliveries/testing/scene';
import type { AreaChangeDeps, Holding } from '..';
import { areaChangeHandlers, areaChangeRoutes } from '..';

export const town = `${testCounty}100`;
const villagesAtMost = 40;
let villages = 0;

/** A village that no other story plays in, with two grids of three and two buildings. */
export function aVillage() {
  villages += 1;
  const village = `${town}${200 + villages}`;
  return { village, one: `${village}-g01`, two: `${village}-g02`, fresh: (n: number) => `${village}-g${10 + n}` };
}
export type Village = ReturnType<typeof aVillage>;

const begins = new Date('2022-01-01T00:00:00Z');

function aPlace(id: string, name: string, adjacent: readonly string[] = []): AreaRecord {
  const _id = areaId(id);
  const beside = adjacent.map((one) => areaId(one));
  return {
    _id,
    county: testCounty,
    level: levelOf(_id),
    name,
    scope: scopeOf(_id),
    adjacent: beside,
    validFrom: begins,
  };
}

function villagePlaces(at: number): AreaRecord[] {
  const village = `${town}${200 + at}`;
  const grids = { g01: ['b01', 'b02', 'b03'], g02: ['b01', 'b02'] };
  return [
    aPlace(village, `${at}村`),
    ...Object.entries(grids).flatMap(([grid, buildings], i) => [
      aPlace(`${village}-${grid}`, `${at}村${i + 1}格`, [`${village}-g0${2 - i}`]),
      ...buildings.map((building) => aPlace(`${village}-${grid}-${building}`, `${building}楼`)),
    ]),
  ];
}

/** Where a story lets the process die: called before each thing that is moved. */
export const planted = { moved: 0, before: async (_nth: number, _what: string): Promise<void> => undefined };

/** The parts of the feature as the running stage has them. */
export let parts: { -readonly [K in keyof AreaChangeDeps]: AreaChangeDeps[K] };
const usualLegMs = 4_000;

const withPlant = <H extends Holding>(holding: H): H => ({
  ...holding,
  move: async (...given: Parameters<Holding['move']>) => {
    planted.moved += 1;
    await planted.before(planted.moved, holding.name);
    return holding.move(...given);
  },
});

/** Opens a stage with a tree for the stories of a test file. */
export function setTheTree(): void {
  const everyVillage = Array.from({ length: villagesAtMost }, (_, i) => villagePlaces(i + 1)).flat();
  setTheStage([aPlace(testCounty, '样例县'), aPlace(town, '样例镇'), ...everyVillage], (deps, book) => {
    const own = areaChangeDeps(deps, book);
    parts = { ...own, holdings: own.holdings.map(withPlant) };
    return { routes: areaChangeRoutes(parts), wired: { areaChanges: areaChangeHandlers(parts) } };
  });
  beforeEach(async () => {
    planted.moved = 0;
    planted.before = async () => undefined;
    parts.legMs = usualLegMs;
    for (const name of ['areaChanges', 'areaMoves', 'households', 'accounts']) await collection(name).deleteMany({});
  });
}

/** Who prepares and who decides. */
export async function theCounty() {
  return {
    dispatcher: await somebody('COUNTY_DISPATCHER', testCounty),
    head: await somebody('COUNTY_HEAD', testCounty),
    otherHead: await somebody('COUNTY_HEAD', testCounty),
  };
}
export type County = Awaited<ReturnType<typeof theCounty>>;

export const split = ({ one, fresh }: Village): object => ({
  ...{ kind: 'SPLIT', area: one },
  into: [
    { area: fresh(1), name: '东一格', parts: [`${one}-b01`, `${one}-b03`] },
    { area: fresh(2), name: '东二格', parts: [`${one}-b02`] },
  ],
});
export const merge = ({ one, two, fresh }: Village): object => ({
  ...{ kind: 'MERGE', areas: [one, two], into: { area: fresh(1), name: '合并格' } },
});
export const renumber = ({ one, fresh }: Village): object => ({
  ...{ kind: 'RENUMBER', area: one, into: { area: fresh(1), name: '新一格' } },
});

export const draft = (who: Somebody, what: object, more: object = {}): Promise<CallAnswer> =>
  post(who, '/area-changes', { id: anId(), what: what as AreaChangeWish, ...more });
export const see = async (who: Somebody, id: string) => (await get(who, `/area-changes/${id}`)).body;

export async function acts(who: Somebody, id: string, action: string, more: object = {}): Promise<CallAnswer> {
  const { revision } = await see(who, id);
  return post(who, `/area-changes/${id}/${action}`, { opId: anId(), revision, ...more });
}

async function mustAct(who: Somebody, id: string, action: string, more: object = {}): Promise<void> {
  const answer = await acts(who, id, action, more);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

export const inTwoMinutes = () => addMinutes(now(), 2).toISOString();

/** Drafted, seen and scheduled. @returns its id */
export async function scheduled({ dispatcher, head }: County, what: object): Promise<string> {
  const drafted = await draft(dispatcher, what);
  if (drafted.status !== 200) throw new Error(`draft: ${drafted.status} ${JSON.stringify(drafted.body)}`);
  const { id } = drafted.body;
  await mustAct(dispatcher, id, 'preview');
  await mustAct(head, id, 'schedule', { at: inTwoMinutes() });
  return id;
}

/** The same, and applied. */
export async function applied(county: County, what: object): Promise<string> {
  const id = await scheduled(county, what);
  await wait(2);
  return id;
}

interface Placed {
  readonly _id: string;
  readonly area?: string;
  readonly grants?: readonly { readonly area: string }[];
}
/** A stored document, for what no view shows. */
const stored = async (name: string, id: string): Promise<Placed | null> =>
  (await collection(name).findOne({ _id: id })) as Placed | null;

export const areaOf = async (name: string, id: string) => (await stored(name, id))?.area;
/** The areas of somebody's roles, in the order in which they came. */
export const rightsOf = async ({ id }: Somebody) => (await stored('accounts', id))?.grants?.map(({ area }) => area);
/** A place and everything below it, as stored, whether it counts or not. */
export const treeOf = async (place: string): Promise<AreaRecord[]> =>
  (await collection('areas').find({ scope: place }).sort({ _id: 1 }).toArray()) as unknown as AreaRecord[];
