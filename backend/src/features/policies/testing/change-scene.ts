import { addMinutes, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import { testCounty } from '../../../testing/test-app';
import { planOf } from '../../quarantine';
import { setId } from '../policy.repository';
import { anEpisode, openScene, type PolicyScene } from './policy-scene';

/** The scene of the running test file, on which everything below plays. */
export let scene: PolicyScene;

/** Opens the scene for the changes of a test file, and closes it after them. Each test begins with no change and nobody. */
export function setTheScene(): void {
  jest.setTimeout(60_000);
  beforeAll(async () => {
    scene = await openScene();
  });
  beforeEach(() => scene.sweep());
  afterAll(() => scene.app.close());
}

/** An id of the test county. */
export const anId = () => scene.app.anId();
/** What the clock of the scene says. */
export const now = () => scene.app.clock.now();
/** The change to the 8th edition. */
export const national = () => ({ of: 'SET', set: setId(testCounty, { code: 'V8_NATIONAL', version: 1 }) });

/** Under the set of the spring 21 days; under the 8th edition 14; somebody counted by the 9th has 7. */
export function threePeople() {
  const [shorter, longer, same] = [anId(), anId(), anId()];
  scene.people.episodes.set(shorter, { episode: anEpisode('SX_2022_SPRING', 'HIGH_RISK_STAY', 3, now()) });
  scene.people.episodes.set(longer, { episode: anEpisode('V9_NATIONAL', 'HIGH_RISK_STAY', 3, now()) });
  scene.people.episodes.set(same, { episode: anEpisode('V8_NATIONAL', 'CLOSE_CONTACT', 3, now()) });
  return { shorter, longer, same };
}

/** A draft of a change; `more` is its body beside what it changes. */
export const prepare = (what: object, more: object = {}, who = 'dispatcher', id = anId()) =>
  scene.as(who, 'POST', '/policy-changes', { id, what, ...more });

/** Does an action of a change, as somebody who has just read it. */
export async function does(who: string, id: string, action: string, more: object = {}) {
  const { body } = await scene.as('head', 'GET', `/policy-changes/${id}`);
  const asked = { opId: anId(), revision: body.revision, ...more };
  return scene.as(who, 'POST', `/policy-changes/${id}/${action}`, asked);
}

/** A change that is prepared and seen in numbers: what a head decides about. */
export async function previewed(what: object): Promise<string> {
  const { body } = await prepare(what);
  await does('dispatcher', body.id, 'preview');
  return body.id;
}

/** A change as a head reads it. */
export const see = async (id: string) => (await scene.as('head', 'GET', `/policy-changes/${id}`)).body;
/** When this episode ends by what it is counted by now. */
export const endOf = (id: string) => {
  const episode = scene.people.episodes.get(id)?.episode;
  return episode && planOf(episode.count).endsAt.getTime();
};
/** The instant so many days after the anchor of this episode. */
export const daysFrom = (id: string, days: number) => {
  const anchor = scene.people.episodes.get(id)?.episode.count.anchor;
  if (!anchor) throw new Error('nobody is there');
  return addMinutes(minuteOf(anchor), days * 24 * 60).getTime();
};
