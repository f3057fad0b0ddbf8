import { complaintsAbout, complaintsAboutRun, secretsIn, winnersAmong } from '../testing/checks';
import { aCarrier, act, aDelivery, collection, type Somebody, see, setTheStage, stored, sweep } from '../testing/scene';

setTheStage();

/** Claims as they must not be: everybody reads, and only then everybody saves what they have read. */
async function carelessClaims(people: readonly Somebody[], id: string): Promise<{ status: number }[]> {
  const read = await Promise.all(people.map(() => stored(id)));
  return Promise.all(
    people.map(async (person, nth) => {
      if (read[nth]?.state !== 'TRIAGED') return { status: 409 };
      const held = { state: 'ACCEPTED', 'assignment.assignee': person.id };
      await collection('tasks').updateOne({ _id: id }, { $set: held });
      return { status: 200 };
    }),
  );
}

test('the check of claims finds two winners where a claim is read and then saved, and one in ours', async () => {
  const careless = await aDelivery('TRIAGED');
  const both = [careless.carrier, await aCarrier(careless.place)];
  expect(winnersAmong(await carelessClaims(both, careless.id))).toBe(2);
  await sweep();
  const ours = await aDelivery('TRIAGED');
  const again = [ours.carrier, await aCarrier(ours.place)];
  expect(winnersAmong(await Promise.all(again.map((who) => act(who, ours.id, 'claim'))))).toBe(1);
});

test('the check of secrets finds them in the view of who may see them', async () => {
  const scene = await aDelivery('ACCEPTED');
  const { body } = await see(scene.carrier, scene.id);
  expect(secretsIn(body, scene)).toEqual(['name', 'phone', 'household', 'room', 'building']);
});

test('the check of the book finds what is missing, doubled or negative', () => {
  const row = (kind: string, amountFen = 2300) => ({ kind, amountFen });
  expect(complaintsAbout([row('ADVANCED'), row('REPAID'), row('HOUSEHOLD_PAID')])).toEqual([]);
  expect(complaintsAbout([row('ADVANCED')])).toEqual(['a carrier is left paying']);
  expect(complaintsAbout([row('ADVANCED'), row('REPAID'), row('REPAID')])).toEqual(['repaid twice']);
  expect(complaintsAbout([row('ADVANCED'), row('REPAID'), row('REFUND', -1)])).toEqual(['negative']);
  expect(complaintsAbout([row('ADVANCED'), row('REPAID'), row('REFUND', 2301)])).toHaveLength(1);
});

test('the check of a run’s book finds a door covered twice, a household asked twice, and cash from nowhere', () => {
  const row = (kind: string, amountFen: number, more: object = {}) => ({ kind, amountFen, delivery: 'a', ...more });
  const out = { kind: 'FLOAT_OUT', amountFen: 900, run: 'r' };
  const covered = row('REPAID', 900, { run: 'r' });
  expect(complaintsAboutRun([out, row('ADVANCED', 900), covered])).toEqual([]);
  expect(complaintsAboutRun([out, row('ADVANCED', 900), covered, row('REPAID', 1)])).toEqual(['repaid twice']);
  const paid = [row('ADVANCED', 900), row('HOUSEHOLD_PAID', 901)];
  expect(complaintsAboutRun([out, ...paid])).toEqual(['the household paid twice']);
  const back = { kind: 'FLOAT_BACK', amountFen: 1, run: 'r' };
  expect(complaintsAboutRun([out, back, row('ADVANCED', 900), covered])).toHaveLength(1);
});
