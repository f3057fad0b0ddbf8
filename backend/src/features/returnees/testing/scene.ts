import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { ChainLink } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import { aHousehold, aPerson } from '../../../testing/builders';
import { type CallAnswer, testCounty } from '../../../testing/test-app';
import { openStage, type Somebody, type Stage } from '../../deliveries/testing/stage';
import type { Beds, CountyJudgement } from '../../quarantine';
import { type EpisodeOpening, presets, type RiskArea } from '../../quarantine';

export type { Somebody } from '../../deliveries/testing/stage';

let stage: Stage;

/** Episodes that were asked for, in order, a second asking as well. */
export const openings: EpisodeOpening[] = [];

const place = areaId(`${testCounty}100201-g01`);
/** The invented county's own grid, where everybody of these stories comes to. */
export const grid = place;
export const elsewhere = areaId(`${testCounty}100201-g09`);

/** Streets of other provinces, invented; the first stands on the list. */
export const risky = ['上海市', '上海市', '样例区', '向阳街道'];
export const quiet = ['甘肃省', '兰州市', '城关区', '河滨街道'];
export const atHome = ['山西省', '太原市', '清徐县'];

const line = (id: string, where: readonly string[], areaRisk: RiskArea['areaRisk']): RiskArea => ({
  ...{ id, place: where, areaRisk, validFrom: new Date('2022-03-01T00:00:00Z') },
});

let riskList: readonly RiskArea[] = [];
/** What the list says from now on. */
export const setRiskList = (list: readonly RiskArea[]) => {
  riskList = list;
};
export const usualList = [line('line-1', risky, 'HIGH')];

/** The usual set of the county with a list of these stories. */
export async function judgementAt(): Promise<CountyJudgement> {
  const policy = presets.find(({ code }) => code === 'SX_2022_SPRING');
  if (!policy) throw new Error('there is no such set');
  return { policy, riskList, home: ['山西省', '吕梁市', '交城县'] };
}

/** Where these stories leave records. */
const usedCollections: readonly string[] = [
  ...['tasks', 'returnees', 'episodes', 'codeRequests', 'investigations', 'refusals', 'transfers', 'lateFacts'],
];

/**
 * Opens a stage for the stories of a test file, and closes it after them.
 * @param hasEpisodes quarantines are opened, not only asked for
 * @param beds of sites to which people are brought
 */
export function setTheStage(around?: Parameters<typeof openStage>[2], hasEpisodes = false, beds?: Beds): void {
  jest.setTimeout(240_000);
  beforeAll(async () => {
    const areas = [...new Set([...scopeOf(grid), elsewhere])].map((id) => ({
      ...{ _id: id, county: testCounty, level: 'GRID' as const, name: '样例网格', scope: scopeOf(id) },
      ...{ adjacent: [], validFrom: new Date(0) },
    }));
    const openEpisode = async (opening: EpisodeOpening) => void openings.push(opening);
    const wired = { judgementAt, ...(hasEpisodes ? {} : { openEpisode }), ...(beds ? { beds } : {}) };
    stage = await openStage(areas, wired, around);
  });
  beforeEach(async () => {
    for (const name of usedCollections) await collection(name).deleteMany({});
    openings.length = 0;
    setRiskList(usualList);
  });
  afterAll(() => stage.app.close());
}

export const anId = (): string => stage.app.anId();
export const now = (): Date => stage.app.clock.now();
export const inHours = (hours: number): string => new Date(now().getTime() + hours * 3_600_000).toISOString();
export const settle = (): Promise<void> => stage.settle();
export const wait = (minutes: number): Promise<void> => stage.wait(minutes);
export const pass = (minutes: number): void => stage.app.clock.advance(minutes * 60_000);
export const told = (id: string): string[] => stage.told(id);
export const app = () => stage.app;
export const collection = (name: string) => stage.app.connection.collection<{ _id: string }>(name);
export const get = (person: Somebody, path: string): Promise<CallAnswer> => stage.as(person, 'GET', path);
export const post = (person: Somebody, path: string, body: object) => stage.as(person, 'POST', path, body);
export const somebody = (role: Role, area: string = grid): Promise<Somebody> =>
  aPerson(stage.app).withRole(role, area).saved();

export interface Home {
  readonly household: string;
  readonly resident: Somebody;
}

export async function aHome(area: string = grid): Promise<Home> {
  const home = await aHousehold(stage.app).in(area).saved();
  return { household: home.id, resident: await aPerson(stage.app).livingIn(home).saved() };
}

let phones = 0;
const aNumber = () => `1990000${String(++phones).padStart(4, '0')}`;

export interface DraftChange {
  readonly [field: string]: unknown;
}

/** Somebody with a name, a phone and an invented number of identity. */
export const aPerson1 = (change: DraftChange = {}) => {
  const phone = aNumber();
  return {
    name: '王小返',
    idType: 'ID_CARD',
    idNumber: `14112219900101${phone.slice(-4)}`,
    phone,
    symptoms: false,
    ...change,
  };
};

/** A trip from a street on the list, in three days, to the own household. */
export function aDraft({ household }: Pick<Home, 'household'>, change: DraftChange = {}) {
  return {
    ...{ id: anId(), foundBy: 'FAMILY', travellers: [aPerson1()], plannedArrival: inHours(72), transport: 'D1234 8车' },
    stays: [{ place: risky, from: inHours(-240) }],
    destination: { kind: 'HOUSEHOLD', household },
    ...change,
  };
}

export const submit = (person: Somebody, draft: object) => post(person, '/returnee-reports', draft);

/** Submits, where the story cannot go on without it: the first traveller's id. */
export async function submitted(person: Somebody, draft: object): Promise<string> {
  const answer = await submit(person, draft);
  if (answer.status !== 200) throw new Error(`submit: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.travellers[0].id;
}

export const act = (person: Somebody, id: string, action: string, more: object = {}) =>
  post(person, `/travellers/${id}/${action}`, { opId: anId(), reason: { code: 'OTHER' }, ...more });

export const onLink = (person: Somebody, id: string, action: string, more: object = {}) =>
  post(person, `/chain-links/${id}/${action}`, { opId: anId(), reason: { code: 'DONE_ON_PAPER' }, ...more });

/** The same, where the story cannot go on without it. */
export async function does(person: Somebody, id: string, action: string, more: object = {}): Promise<CallAnswer> {
  const answer = await act(person, id, action, more);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  await settle();
  return answer;
}

export interface StoredLink {
  readonly _id: string;
  readonly variant: ChainLink;
  readonly state: string;
  readonly dueAt?: Date;
  readonly assignment: { readonly rung: number };
  readonly detail: { readonly traveller: string; readonly countedFrom: string; readonly generation: number };
}

/** All links of somebody as they are stored. */
export const linksOf = async (traveller: string): Promise<StoredLink[]> =>
  (await collection('tasks')
    .find({ kind: 'CHAIN_LINK', 'detail.traveller': traveller } as object)
    .toArray()) as unknown as StoredLink[]; // documents of this kind

export async function link(traveller: string, variant: ChainLink): Promise<StoredLink> {
  const found = (await linksOf(traveller)).filter((one) => one.variant === variant);
  const last = found.sort((a, b) => a.detail.generation - b.detail.generation).at(-1);
  if (!last) throw new Error(`no link ${variant}`);
  return last;
}

export const stored = async (id: string) => {
  const found = await collection('returnees').findOne({ _id: id });
  if (!found) throw new Error('gone');
  return found as unknown as {
    state: string;
    detail: Record<string, unknown>;
    history: { action: string; inputHash: string; recordedAt: Date }[];
    keys?: string[];
  };
};
export const stateOf = async (id: string): Promise<string> => (await stored(id)).state;
/** The new record in which somebody goes on whose earlier one was over. */
export const linkedTo = async (id: string) =>
  collection('returnees').findOne({ kind: 'TRAVELLER', 'detail.linkedFrom': id } as object);

/** Links that nobody ends by hand, since the records behind them do: a quarantine, days of being followed, a code. */
export const endedByRecords: readonly string[] = ['EPISODE', 'TRACKER', 'CODE_REQUEST'];

/** Ends by hand every link of somebody that the grid may end. */
export async function finishAll(worker: Somebody, traveller: string): Promise<void> {
  for (const { _id, variant, state } of await linksOf(traveller)) {
    if (['DONE', 'NOT_NEEDED', 'HANDED_OUT'].includes(state) || endedByRecords.includes(variant)) continue;
    if (state === 'WAITING') await onLink(worker, _id, 'start-by-hand');
    const { status } = await onLink(worker, _id, 'finish-by-hand');
    if (status !== 200) throw new Error(`${variant}: ${status}`);
  }
  await settle();
}

/** Which fields an answer names as wrong. */
export const pointers = (answer: { body: { errors?: { pointer: string }[] } }) =>
  (answer.body.errors ?? []).map(({ pointer }) => pointer);
