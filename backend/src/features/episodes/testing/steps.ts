import { testCounty } from '../../../testing/test-app';
import { anEpisode, anId, clockTo, does, type Scene, theApp } from './stage';

export const yesToAll = {
  ...{ OWN_ROOM: true, OWN_TOILET: true, NO_SHARED_AIR_CONDITIONING: true, DRAINS_IN_ORDER: true, NO_DORMITORY: true },
  ...{ ALL_IN_HOME_QUARANTINE: true, CARER_FIT: true, TABLE_AT_DOOR: true, SUPPLIES: true },
};

/** Assessed by both, the notice signed. */
export async function atHome(scene: Scene): Promise<void> {
  const { worker, doctor, id } = scene;
  await does(worker, id, 'view-home', { answers: yesToAll });
  await does(doctor, id, 'view-home', { answers: yesToAll });
  await does(worker, id, 'assess');
  await does(worker, id, 'start-home', { notice: 'SIGNED', door: 'VISITS', careContact: '儿子在隔壁单元' });
}

/** Handed over at the site. */
export async function inSite({ worker, site, id }: Scene): Promise<void> {
  await does(worker, id, 'assess');
  await does(site, id, 'start-central', { notice: 'SIGNED', site: '县招待所', room: '301' });
}

/** A swab taken at one time, its result known at another. */
export async function swabbed(scene: Scene, taken: string, known: string, more: object = {}, result = 'NEGATIVE') {
  await clockTo(taken);
  const opId = anId();
  await does(scene.sampler, scene.id, 'swab', { opId, ...more });
  await clockTo(known);
  await does(scene.lab, scene.id, 'book-result', { swab: opId, result });
  return opId;
}

export const healthy = { temperatureTenths: 365, symptoms: [] };

/** A stay that the 9th edition follows at home, found on a summer evening. */
export const home = {
  policy: 'V9_NATIONAL',
  category: 'MEDIUM_RISK_STAY',
  anchor: '2022-08-10 06:20',
  found: '2022-08-10 20:00',
} as const;

/** On the first evening, at home. */
export async function atHomeNow(): Promise<Scene> {
  const scene = await anEpisode(home);
  await atHome(scene);
  return scene;
}

/** The only other record of a kind. */
export async function recordOf(kind: string, about?: string) {
  const filter = { county: testCounty, kind, ...(about ? { about } : {}) };
  const found = await theApp()
    .connection.collection<{ _id: string }>('episodes')
    .findOne(filter as never); // our own field names
  if (!found) throw new Error(`no ${kind}`);
  return found as unknown as { _id: string; state: string; detail: Record<string, unknown> };
}
