import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { ShopId } from '@grid-relief/shared-types/primitives/ids';
import type { Good } from '@grid-relief/shared-types/shops/shop.contract';
import type { Deps, Feature } from '../../../feature';
import type { EntryHandlers } from '../../../outbox';
import { deliverAll, deliverOnce } from '../../../testing/deliver-all';
import { type CallAnswer, startTestApp, type TestApp, testCounty } from '../../../testing/test-app';
import { toldLines } from '../../../testing/told-lines';
import { usualJudgement } from '../../../testing/usual-judgement';
import { assembleWork } from '../../../wiring/open-work';
import { type AreaBook, type AreaRecord, areaRepository, openAreas } from '../../areas';
import { openFiles } from '../../files';
import { openHouseholds } from '../../households';
import { openNotices } from '../../notices';
import { shopRepository } from '../../shops';
import { volunteerRepository, volunteerTraits } from '../../volunteers';

/** Somebody with an account. */
export interface Somebody {
  readonly id: string;
  /** Of somebody registered for the story. */
  readonly phone?: string;
}

/** The product's own wiring on a test database, with its outbox delivered by hand and its clock moved by hand. */
export interface Stage {
  readonly app: TestApp;
  /** A shop with a catalogue: see `goods`. */
  readonly shop: string;
  /** Asks as this person, signed in anew: an access token does not outlive the hours that stories skip. */
  as(person: Somebody, method: 'GET' | 'POST', path: string, body?: unknown): Promise<CallAnswer>;
  /** Stores a photo; the status of the answer. */
  upload(person: Somebody, id: string, photo: Buffer, purpose: string): Promise<number>;
  /** Delivers everything that is due, and what follows from it. */
  settle(): Promise<void>;
  /** Delivers one round at most. @returns how many records were taken */
  deliverOnce(): Promise<number>;
  /** Lets time pass, then delivers what has become due. */
  wait(minutes: number): Promise<void>;
  /** Who has been told what about this record, in order: `HOUSEHOLD:DROPPED`, `GRID:NO_ANSWER_AT_DOOR`. */
  told(record: string): string[];
  /** The stored record, for what no view shows. */
  stored(id: string): Promise<StoredTask>;
}

/** What tests look at in a stored task. */
export interface StoredTask {
  readonly priority: number;
  readonly state: string;
  readonly revision: number;
  readonly assignment: Readonly<Record<string, unknown>>;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly history: readonly Readonly<Record<string, unknown>>[];
}

const plain = { nameEn: 'Goods', picture: 'box', aisle: '一排', unit: '份', weightGrams: 500 };
const goods: readonly Good[] = [
  { ...plain, sku: 'eggs', name: '鸡蛋', priceFen: 900, cold: false, controlledFour: false },
  { ...plain, sku: 'milk', name: '牛奶', priceFen: 500, cold: true, controlledFour: false, limitPerHousehold: 2 },
  {
    ...{ ...plain, sku: 'oil', name: '胡麻油', priceFen: 8990, cold: false, controlledFour: false },
    ...{ limitPerHousehold: 1, byTurns: true },
  },
  { ...plain, sku: 'fever', name: '退烧药', priceFen: 1500, cold: false, controlledFour: true },
  { ...plain, sku: 'vitamin', name: '维生素', priceFen: 2000, cold: false, controlledFour: false },
];

/** A feature that is wired beside the work: what the relay delivers for it, and its routes. */
export type Beside = (
  deps: Deps,
  book: AreaBook,
) => Feature & { readonly wired: Pick<Parameters<typeof assembleWork>[3], 'areaChanges'> };

/**
 * Opens the stage, with these places stored before. Call in `beforeAll`, and `app.close` in `afterAll`.
 * @param wired what other features give, where a story has its own
 * @param around a relay that repeats itself, or loses its own answers
 * @param beside a feature that moves what the stories make
 */
export async function openStage(
  places: readonly AreaRecord[] = [],
  wired: Parameters<typeof assembleWork>[3] = { judgementAt: usualJudgement },
  around: (handlers: EntryHandlers) => EntryHandlers = (handlers) => handlers,
  beside?: Beside,
): Promise<Stage> {
  const told: { readonly record: string; readonly line: string }[] = [];
  let handlers: EntryHandlers = {};
  const app = await startTestApp({
    openFeatures: async (deps) => {
      await areaRepository(deps.connection).addMany(places);
      const areas = await openAreas(deps);
      const notices = openNotices(deps);
      const deliver: typeof notices.deliver = async (document, entry) => {
        told.push(...toldLines(document._id, entry.payload));
        await notices.deliver(document, entry);
      };
      const other = beside?.(deps, areas.book);
      const work = assembleWork(deps, areas.book, { ...notices, deliver }, { ...wired, ...other?.wired });
      handlers = around(work.handlers);
      const volunteers = volunteerRepository(deps.connection);
      const traitsOf = (person: string, county: string) => volunteerTraits(volunteers, county, person);
      const households = openHouseholds(deps, () => ({ names: [], zone: 'NONE' }));
      return [
        areas,
        households,
        openFiles(deps),
        { routes: notices.routes },
        ...work.features,
        ...(other ? [other] : []),
        { routes: [], traitsOf },
      ];
    },
  });
  const shop = await aShop(app);
  const settle = () => deliverAll(app, handlers);
  return {
    app,
    shop,
    as: async (person, method, path, body) => app.call(method, path, { token: await app.signIn(person), body }),
    async upload(person, id, photo, purpose) {
      const headers = { authorization: `Bearer ${await app.signIn(person)}`, 'content-type': 'image/jpeg' };
      const body = new Uint8Array(photo);
      return (await fetch(`${app.url}/api/v1/files/${id}?purpose=${purpose}`, { method: 'PUT', headers, body })).status;
    },
    settle,
    deliverOnce: () => deliverOnce(app, handlers),
    async wait(minutes) {
      app.clock.advance(minutes * 60_000);
      await settle();
    },
    told: (record) => told.filter((row) => row.record === record).map(({ line }) => line),
    async stored(id) {
      const found = await app.connection.collection<{ _id: string }>('tasks').findOne({ _id: id });
      if (!found) throw new Error('gone');
      return found as unknown as StoredTask; // a document of the tasks collection
    },
  };
}

async function aShop(app: TestApp): Promise<string> {
  const id = ShopId.parse(app.anId());
  const area = areaId(`${testCounty}100`);
  const about = { kind: 'SUPERMARKET' as const, name: '样例超市', open: '07:00–19:00', aisles: ['一排'] };
  await shopRepository(app.connection).addMany([
    { _id: id, county: testCounty, area, serves: [area], goods: [...goods], ...about },
  ]);
  return id;
}
