import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { type HomeFacts, inTheWay } from './in-the-way.rules';

const at = (minute: number) => new Date(Date.UTC(2022, 3, 18, 2, minute));
const event = (variant = 'POSITIVE', kept: Parameters<typeof inTheWay>[0]['detail']['kept'] = []) => ({
  ...{ variant, createdAt: at(10), detail: { kept } },
});
const nothing: HomeFacts = { deliveries: [], episodes: [], trackers: [], welfare: [] };
const delivery = { id: 'd', state: 'IN_TRANSIT', code: 'A123', createdAt: at(5) };
const person = { id: 'e', state: 'HOME_ACTIVE', isOpen: true, createdAt: at(5), lacksCode: false };
const whatOf = (facts: Partial<HomeFacts>, of = event()) =>
  inTheWay(of, { ...nothing, ...facts }).map(({ what }) => what);

/** Written by hand from handbook 2.1 and 2.12: before purchase on hold, after it redirect, at the door it is over. */
const byState: Readonly<Record<string, string>> = {
  ...{ SUBMITTED: 'HELD', TRIAGED: 'HELD', BATCHED: 'HELD', OFFERED: 'HELD', ACCEPTED: 'HELD', ON_HOLD: 'HELD' },
  ...{ SHOPPING: 'BUYING', SUBSTITUTION_PENDING: 'BUYING', CANCEL_ASKED: 'BUYING', IN_PROGRESS: 'BUYING' },
  ...{ PURCHASED: 'BOUGHT', NOTHING_BOUGHT: 'BOUGHT', COLLECTED: 'BOUGHT', IN_TRANSIT: 'BOUGHT' },
  ...{ HANDOVER_PENDING: 'BOUGHT', READY_FOR_PICKUP: 'BOUGHT', ADDRESS_QUERY: 'BOUGHT', FAILED_DELIVERY: 'BOUGHT' },
};

test.each(deliveryLifecycle.states.map((state) => [state]))('a request that is %s', (state) => {
  const expected = byState[state];
  expect(whatOf({ deliveries: [{ ...delivery, state }] })).toEqual(expected ? [`DELIVERY_${expected}`] : []);
  // by whatever it is stopped, it is not by what came later, unless that waits for an answer
  const later = { ...delivery, state, createdAt: at(11) };
  expect(whatOf({ deliveries: [later] })).toEqual(state === 'ON_HOLD' ? ['DELIVERY_HELD'] : []);
  const wanted = { ...delivery, state, wantedAt: at(12) };
  expect(whatOf({ deliveries: [wanted] })).toEqual(state === 'ON_HOLD' ? ['DELIVERY_HELD'] : []);
});

test('goods that go elsewhere since then, or are left as they are, are in nobody’s way', () => {
  expect(whatOf({ deliveries: [{ ...delivery, sentElsewhereAt: at(12) }] })).toEqual([]);
  expect(whatOf({ deliveries: [{ ...delivery, sentElsewhereAt: at(9) }] })).toEqual(['DELIVERY_BOUGHT']);
  const kept = event('POSITIVE', [{ what: 'DELIVERY_BOUGHT', record: 'd' }]);
  expect(whatOf({ deliveries: [delivery] }, kept)).toEqual([]);
  // what is on hold is decided by itself, whatever was said of it
  expect(whatOf({ deliveries: [{ ...delivery, state: 'ON_HOLD' }] }, kept)).toEqual(['DELIVERY_HELD']);
  expect(whatOf({ deliveries: [{ ...delivery, id: 'other' }] }, kept)).toEqual(['DELIVERY_BOUGHT']);
});

test('quarantines and codes are a matter of a positive, and of those who were there', () => {
  const known = { ...event('DEATH'), about: 'e' };
  const lacking = { ...person, lacksCode: true };
  expect(whatOf({ episodes: [lacking] })).toEqual(['EPISODE_OPEN', 'CODE_NOT_ASKED']);
  expect(whatOf({ episodes: [{ ...lacking, isOpen: false }] })).toEqual(['CODE_NOT_ASKED']);
  for (const other of [...['ADMISSION', 'CHILD_ALONE', 'FIRE'].map((kind) => event(kind)), known]) {
    expect(whatOf({ episodes: [lacking] }, other)).toEqual([]);
  }
  expect(whatOf({ episodes: [{ ...lacking, createdAt: at(11) }] })).toEqual([]);
  const kept = event('POSITIVE', [{ what: 'EPISODE_OPEN', record: 'e' }]);
  expect(whatOf({ episodes: [lacking] }, kept)).toEqual(['CODE_NOT_ASKED']);
});

test('the same of whoever is followed, and only after a death that was told by hand', () => {
  const trackers = [{ person: 't', state: 'ACTIVE', createdAt: at(5) }];
  expect(whatOf({ trackers }, event('DEATH'))).toEqual(['TRACKER_OPEN']);
  expect(whatOf({ trackers: [{ person: 't', state: 'ACTIVE', createdAt: at(11) }] }, event('DEATH'))).toEqual([]);
  expect(whatOf({ trackers }, event('DEATH', [{ what: 'TRACKER_OPEN', record: 't' }]))).toEqual([]);
  for (const other of [event(), event('FIRE'), { ...event('DEATH'), about: 'e' }]) {
    expect(whatOf({ trackers }, other)).toEqual([]);
  }
});

test('after a death that was told by hand somebody says of each quarantine whether it is that of whoever has died', () => {
  const [death, lacking] = [event('DEATH'), { ...person, lacksCode: true }];
  expect(whatOf({ episodes: [lacking] }, death)).toEqual(['EPISODE_OPEN']);
  expect(whatOf({ episodes: [{ ...lacking, isOpen: false }] }, death)).toEqual([]);
  expect(whatOf({ episodes: [{ ...person, createdAt: at(11) }] }, death)).toEqual([]);
  const kept = event('DEATH', [{ what: 'EPISODE_OPEN', record: 'e' }]);
  expect(whatOf({ episodes: [person] }, kept)).toEqual([]);
});

test('whoever is left behind with nobody is always in the way, also while the task is on its way', () => {
  expect(whatOf({ welfare: [{ id: 'w' }] }, event('FIRE'))).toEqual(['NO_GUARDIAN']);
  expect(whatOf({ welfare: [{ id: 'w', state: 'OPEN' }] }, event('FIRE'))).toEqual(['NO_GUARDIAN']);
  for (const state of ['GUARDIAN_NAMED', 'SETTLED', 'CLOSED'])
    expect(whatOf({ welfare: [{ id: 'w', state }] })).toEqual([]);
});
