import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { testCounty } from '../../../testing/test-app';
import type { AreaRecord } from '../../areas';
import {
  anEpisode,
  anId,
  as,
  get,
  type Scene,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  theApp,
  theBeds,
  travellerOf,
} from '../../episodes/testing/stage';

const place = (id: string, name: string): AreaRecord => {
  const _id = areaId(id);
  return {
    ...{ _id, county: testCounty, level: levelOf(_id), name, scope: scopeOf(_id), adjacent: [] },
    validFrom: new Date(0),
  };
};
export const grid = `${testCounty}900201-g01`;
export const [house, other] = [`${grid}-b90`, `${grid}-b91`];
/** Who opens sites, who keeps this one, and who brings people. */
export let county: Somebody;
export let manager: Somebody;
export let desk: Somebody;

/** Opens the stage for the stories of a test file; each begins without a site. */
export function setTheSites(): void {
  setTheStage([...scopeOf(areaId(house)).map((id) => place(id, '样例')), place(other, '样例')]);
  beforeAll(async () => {
    county = await somebody('COUNTY_DISPATCHER', testCounty);
    manager = await somebody('SITE_MANAGER', house);
    desk = await somebody('TRANSFER_DESK', testCounty);
  });
  beforeEach(async () => {
    for (const name of ['sites', 'rooms', 'bedClaims']) await theApp().connection.collection(name).deleteMany({});
  });
}

export const draft = (more: object = {}) => ({
  ...{ id: anId(), name: '卦山隔离点', area: house, threshold: 1, rooms: ['301', '302', '303'] },
  ...more,
});
export const open = (person: Somebody, body: object) => as(person, 'POST', '/sites', body);

/** A site with three clean rooms. */
export async function aSite(
  more: object = {},
): Promise<{ readonly id: string; readonly room: (label: string) => string }> {
  const { status, body } = await open(county, draft(more));
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  await settle();
  return {
    id: body.id,
    room: (label) => body.roomList.find((room: { label: string }) => room.label === label)?.id ?? '',
  };
}

export const act = async (person: Somebody, room: string, action: string, more: object = {}) => {
  const answer = await as(person, 'POST', `/rooms/${room}/${action}`, { opId: anId(), ...more });
  await settle();
  return answer;
};
export const does = async (person: Somebody, room: string, action: string, more: object = {}) => {
  const answer = await act(person, room, action, more);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.view;
};
export const roomState = async (person: Somebody, site: string, label: string) =>
  (await get(person, `/sites/${site}`)).body.roomList.find((room: { label: string }) => room.label === label);

export interface StoredRoom {
  readonly _id: string;
  readonly state: string;
  readonly detail: object;
}

export const found = '2022-08-10 20:00';
export const aContact = () =>
  anEpisode({ policy: 'V9_NATIONAL', category: 'CLOSE_CONTACT', anchor: '2022-08-10 06:20', found });
export const episodeAct = async (person: Somebody, id: string, action: string, more: object = {}) => {
  const body = { opId: anId(), reason: { code: 'OTHER' }, ...more };
  const answer = await as(person, 'POST', `/quarantine-episodes/${id}/${action}`, body);
  await settle();
  return answer;
};

/** In a room of the site, brought by a vehicle. */
export async function brought(scene: Scene, site: string): Promise<string> {
  const passenger = anId();
  await theBeds().keep({ county: testCounty, site, for: passenger, about: travellerOf(scene.id) });
  const moved = await theBeds().moveIn(testCounty, passenger, site);
  await settle();
  return moved?.room ?? '';
}
