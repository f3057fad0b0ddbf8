import { anId, clockTo, does, type Scene } from './stage';

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
