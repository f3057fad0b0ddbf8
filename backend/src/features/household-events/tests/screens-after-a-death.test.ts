import { aPerson } from '../../../testing/builders';
import {
  act,
  aDelivery,
  aDraft,
  aHome,
  anId,
  aProxy,
  does,
  get,
  pass,
  type Somebody,
  see,
  settle,
  stored,
  submit,
  theApp,
  wait,
} from '../../deliveries/testing/scene';
import { allSafe, aSeenHome, doesEvent, opened, setTheStage } from '../testing/scene';

setTheStage();

const inCare = { code: 'IN_CARE', who: 'GRID' };

/** A request as its page and its row in the list show it to this person. */
async function screens(person: Somebody, id: string) {
  const { body: page } = await see(person, id);
  const { items } = (await get(person, '/deliveries/mine')).body;
  return [page, items.find((row: { id: string }) => row.id === id)];
}

/** Dropped, confirmed by time, unpaid for two days. */
async function toUnpaid(id: string): Promise<void> {
  await wait(13 * 60);
  await wait(48 * 60);
  expect((await stored(id)).state).toBe('UNPAID');
}

test('no screen of the home, nor of whoever speaks for it, presses anybody to confirm or to pay', async () => {
  const scene = await aDelivery('DROPPED');
  const home = await aSeenHome(scene);
  const proxy = await aProxy(home);
  expect((await see(home.resident, scene.id)).body.actions).toContain('confirm');
  await opened(home, 'DEATH');
  for (const person of [home.resident, proxy])
    for (const shown of await screens(person, scene.id))
      expect(shown).toMatchObject({ state: 'DROPPED', next: inCare, actions: ['dispute'] });
  await toUnpaid(scene.id);
  for (const person of [home.resident, proxy])
    for (const shown of await screens(person, scene.id)) {
      expect(shown).toMatchObject({ state: 'UNPAID', next: inCare, actions: [] });
      expect(shown).not.toHaveProperty('money');
    }
  const stepsFor = async (person: Somebody) =>
    (await see(person, scene.id)).body.timeline.map(({ action }: { action: string }) => action);
  expect(await stepsFor(home.resident)).not.toContain('markUnpaid');
  expect(await stepsFor(home.worker)).toContain('markUnpaid');
  // those who work on it see what is owed as ever
  expect((await see(scene.carrier, scene.id)).body).toMatchObject({ money: { owedFen: 2300 } });
  expect((await see(home.worker, scene.id)).body).toMatchObject({ money: { owedFen: 2300 } });
});

test('no question stands on it either, and nothing says what has happened', async () => {
  const scene = await aDelivery('SHOPPING');
  const home = await aSeenHome(scene);
  const asked = { line: 'eggs', offeredName: '鸭蛋', offeredPriceFen: 2000 };
  await does(scene.carrier, scene.id, 'ask-substitution', asked);
  expect((await see(home.resident, scene.id)).body).toMatchObject({ substitution: { line: 'eggs' } });
  await opened(home, 'DEATH');
  const [page, row] = await screens(home.resident, scene.id);
  expect(page).not.toHaveProperty('substitution');
  expect(page.actions).toEqual(['changeSubstitution', 'askCancel']);
  expect(row.next).toEqual(inCare);
  const said = JSON.stringify([page, row, (await get(home.resident, '/homes-in-care')).body]);
  expect(said).not.toMatch(/DEATH|death|deceased/i);
});

test('what is on hold may be stopped by the home, and nobody asks whether it is wanted', async () => {
  const scene = await aDelivery('TRIAGED');
  const home = await aSeenHome(scene);
  await opened(home, 'DEATH');
  const [page] = await screens(home.resident, scene.id);
  expect(page).toMatchObject({ state: 'ON_HOLD', next: inCare });
  expect(page.actions).not.toContain('resume');
  expect(page.actions).toContain('cancel');
});

test('what a phone reports late is kept, though no button asked for it', async () => {
  const scene = await aDelivery('DROPPED');
  const home = await aSeenHome(scene);
  await opened(home, 'DEATH');
  const { body } = await does(home.resident, scene.id, 'confirm');
  expect(body).toMatchObject({ receipt: { to: 'CONFIRMED' }, view: { next: inCare, actions: ['dispute'] } });
});

test('what only the home decides is refused on an old page and changes nothing; money that changed hands is kept', async () => {
  const scene = await aDelivery('SHOPPING');
  const home = await aSeenHome(scene);
  const proxy = await aProxy(home);
  const asked = { line: 'eggs', offeredName: '鸭蛋', offeredPriceFen: 2000 };
  await does(scene.carrier, scene.id, 'ask-substitution', asked);
  const answer = { opId: anId(), line: 'eggs', take: true };
  const paid = await aDelivery('CONFIRMED', { kind: 'BABY' }, home);
  await opened(home, 'DEATH');
  for (const person of [home.resident, proxy]) {
    expect(await act(person, scene.id, 'answer-substitution', answer)).toMatchObject({
      status: 409,
      body: { state: 'SUBSTITUTION_PENDING', next: 'in-care', type: expect.stringMatching(/transition-not-allowed$/) },
    });
  }
  expect((await stored(scene.id)).state).toBe('SUBSTITUTION_PENDING');
  // the grid answers for them, and whoever has paid has paid
  expect((await act(home.worker, scene.id, 'answer-substitution', answer)).status).toBe(200);
  expect((await act(home.resident, paid.id, 'tick-paid')).status).toBe(200);
});

test('an answer that had come before, sent again, is the same answer', async () => {
  const scene = await aDelivery('SHOPPING');
  const home = await aSeenHome(scene);
  await does(scene.carrier, scene.id, 'ask-substitution', { line: 'eggs', offeredName: '鸭蛋', offeredPriceFen: 2000 });
  const answer = { opId: anId(), line: 'eggs', take: false };
  const { body } = await does(home.resident, scene.id, 'answer-substitution', answer);
  await opened(home, 'DEATH');
  expect((await act(home.resident, scene.id, 'answer-substitution', answer)).body.receipt).toEqual(body.receipt);
});

test('once it is closed, what had begun before still asks for nothing; what is asked for afterwards does', async () => {
  const scene = await aDelivery('DROPPED');
  const home = await aSeenHome(scene);
  const id = await opened(home, 'DEATH');
  await doesEvent(home.worker, id, 'secure', { secured: allSafe });
  await doesEvent(home.worker, id, 'reconcile');
  pass(1);
  const during = aDraft(home.household, { kind: 'BABY' });
  expect(await submit(home.resident, during)).toMatchObject({ status: 200 });
  await settle();
  expect((await see(home.resident, during.id)).body.next).toEqual(inCare);
  await doesEvent(home.leader, id, 'close');
  expect((await see(home.resident, scene.id)).body).toMatchObject({ next: inCare, actions: ['dispute'] });
  expect((await see(home.resident, during.id)).body.next).not.toEqual(inCare);
});

test('after anything else, and in other homes, screens ask as ever', async () => {
  const scene = await aDelivery('DROPPED');
  const home = await aSeenHome(scene);
  await opened(home, 'FIRE');
  for (const shown of await screens(home.resident, scene.id)) {
    expect(shown).toMatchObject({ next: { code: 'CONFIRM', who: 'HOUSEHOLD' } });
    expect(shown.actions).toContain('confirm');
  }
  const bereaved = await aSeenHome(await aHome(home.place));
  const other = await aDelivery('DROPPED', {}, bereaved);
  await opened(bereaved, 'DEATH');
  // somebody who speaks for both reads each as it is, side by side
  const both = await aPerson(theApp())
    .withRole('PROXY', home.place)
    .speakingFor({ id: home.household })
    .speakingFor({ id: bereaved.household })
    .saved();
  for (const shown of await screens(both, scene.id)) expect(shown.actions).toContain('confirm');
  for (const shown of await screens(both, other.id))
    expect(shown).toMatchObject({ next: inCare, actions: ['dispute'] });
});
