import type { RoomView } from '@grid-relief/shared-types/quarantine/site.schema';
import { arrivalsOf, nextStep } from './room-steps';
import { at, guest, room } from './sites.fixture';

const seen = (change: object) => room('201', change) as RoomView; // as the server sends it
const now = new Date(at);
const every = ['reserve', 'occupy', 'sample', 'startCleaning', 'finishCleaning', 'bringBack'];

test.each([
  ['CLEAN', 'reserve'],
  ['RESERVED', 'occupy'],
  ['SAMPLED', 'startCleaning'],
  ['CLEANING', 'finishCleaning'],
  ['OUT_OF_USE', 'bringBack'],
  ['RETIRED', undefined],
])('of a room that is %s the one tap is %s, if it is this person’s', (state, step) => {
  expect(nextStep(seen({ state, actions: every }), now)).toBe(step);
  expect(nextStep(seen({ state, actions: [] }), now)).toBeUndefined();
});

test.each([
  ['a week before the end', '2026-12-01T06:00:00.000Z', undefined],
  ['on the last day', '2026-11-25T05:59:00.000Z', 'sample'],
  ['after it', '2026-11-23T06:00:00.000Z', 'sample'],
])('samples are one tap away %s: %s', (_when, endsAt, step) => {
  expect(nextStep(seen({ state: 'OCCUPIED', actions: ['sample'], ...guest(endsAt) }), now)).toBe(step);
});

test('who is expected first comes first, whoever has no hour by how long the room is kept', () => {
  const kept = (label: string, change: object) => room(label, { state: 'RESERVED', ...change }) as RoomView;
  const rooms = [
    kept('3', { dueAt: '2026-11-24T08:00:00.000Z' }),
    kept('1', { expectedAt: '2026-11-24T09:00:00.000Z', dueAt: '2026-11-24T07:00:00.000Z' }),
    kept('2', { expectedAt: '2026-11-24T07:30:00.000Z' }),
    room('4') as RoomView,
  ];
  expect(arrivalsOf(rooms).map(({ label }) => label)).toEqual(['2', '3', '1']);
});
