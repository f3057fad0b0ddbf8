import { deliveryLifecycle as machine } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import type { PersonActor } from '../../lifecycle';
import { askedOfHome, quietFor, withoutAsking } from './quiet-home';

/** Written by hand: what a home begins by itself. Whoever gives it an action says which of the two it is. */
const ofOwnAccord = [
  ...['addLines', 'editLines', 'changeSubstitution', 'cancel', 'askCancel', 'closeUnfulfilled', 'redirect'],
  ...['returnGoods', 'dispute'],
];

test('everything a home may do is either asked of it or begun by itself', () => {
  const rules = Object.entries(machine.actions) as [string, { readonly by: readonly { readonly role?: string }[] }][];
  const ofHomes = rules.filter(([, { by }]) => by.some(({ role }) => role === 'RESIDENT')).map(([name]) => name);
  expect([...askedOfHome, ...ofOwnAccord].sort()).toEqual(ofHomes.sort());
});

const next = { code: 'PAY', who: 'HOUSEHOLD' };
const money = { owedFen: 520, paidTick: false, receivedTick: false };
type Shown = Parameters<typeof withoutAsking>[0];
const shownIn = (state: string) =>
  withoutAsking({ state, next, money, actions: ['confirm', 'tickPaid', 'dispute'] } as unknown as Shown);

test.each(machine.states.map((state) => [state]))('a request that is %s asks for nothing', (state) => {
  const isOver = [...machine.terminal, 'SETTLED', 'PAID_BY_AID', 'WRITTEN_OFF'].includes(state);
  const shown = JSON.parse(JSON.stringify(shownIn(state)));
  expect(shown).toEqual({ state, next: isOver ? next : { code: 'IN_CARE', who: 'GRID' }, actions: ['dispute'] });
});

test('whoever lives elsewhere and speaks for nobody there reads as ever, without a question to the database', async () => {
  const quietHomes = jest.fn(async () => () => true);
  const actor = { county: '141122', ownHouseholds: ['a'], proxyHouseholds: ['b'] } as unknown as PersonActor;
  const request = (household: string) => ({ household, createdAt: new Date(0) });
  expect((await quietFor({ quietHomes }, actor, [request('c')]))(request('c'))).toBe(false);
  expect(quietHomes).not.toHaveBeenCalled();
  await quietFor({ quietHomes }, actor, ['a', 'b', 'c', 'a'].map(request));
  expect(quietHomes).toHaveBeenCalledWith('141122', ['a', 'b']);
});
