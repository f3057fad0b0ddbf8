import { anId, inHours, post, type Somebody, settle, somebody } from '../../returnees/testing/scene';
import { aFamily, goes, tripOf } from './fleet-scene';

/** Somebody who asks for trips by hand. */
export const leader = () => somebody('GRID_LEADER');

/** To a hospital in a car of ours, in an hour. */
export const anAsk = (person: string, more: object = {}) => ({
  ...{ id: anId(), kind: 'MEDICAL', goal: 'HOSPITAL', byAmbulance: false, from: inHours(1) },
  ...{ people: [{ person, needs: [] as string[] }], destination: '县人民医院' },
  ...more,
});

/** Home from where they are, in a car of ours. */
export const anAskHome = (people: readonly string[]) =>
  anAsk('', {
    ...{ kind: 'RELEASE_HOME', goal: 'HOME', destination: undefined },
    people: people.map((person) => ({ person, needs: [] })),
  });

/** Asks, and what follows from it is delivered. */
export const ask = async (person: Somebody, body: object) => {
  const answer = await post(person, '/transfers', body);
  await settle();
  return answer;
};

/** So many people of one report whom no car is to fetch: the trip of the chain was given up. */
export async function notFetched(people: number, change: object = {}) {
  const family = await aFamily(people, change);
  const desk = await somebody('TRANSFER_DESK');
  const [first = ''] = family.travellers;
  await goes(desk, (await tripOf(first))._id, 'cancel', { reason: { code: 'NOT_NEEDED' } });
  return family;
}
