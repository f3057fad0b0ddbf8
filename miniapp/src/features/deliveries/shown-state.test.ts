import { isLate, shownState } from './shown-state';

type Told = Parameters<typeof shownState>[0];

const acts = (...actions: readonly string[]) =>
  actions.map((action) => ({ action: action.replace('@', ''), to: '', at: '', by: { label: '' } }));
/** `askHandover@` was the product's own: left at the point of a sealed zone. */
const told = (state: string, actions: readonly string[], more: object = {}) =>
  ({
    state,
    timeline: acts(...actions).map((entry, nth) => ({
      ...entry,
      ...(actions[nth]?.endsWith('@') ? { reason: 'SEALED_ZONE' } : {}),
    })),
    ...more,
  }) as unknown as Told;

test.each([
  ['bags that wait for another carrier', told('HANDOVER_PENDING', ['askHandover']), 'HANDOVER_PENDING'],
  ['bags that nobody took', told('HANDOVER_PENDING', ['askHandover', 'handoverOverdue']), 'HANDOVER_LATE'],
  [
    'bags that wait anew, after nobody took them the first time',
    told('HANDOVER_PENDING', ['askHandover', 'handoverOverdue', 'takeOver', 'askHandover']),
    'HANDOVER_PENDING',
  ],
  ['bags at a point', told('HANDOVER_PENDING', ['askHandover@']), 'AT_POINT'],
  ['bags at a point that nobody took', told('HANDOVER_PENDING', ['askHandover@', 'handoverOverdue']), 'AT_POINT_LATE'],
  ['goods that came back', told('RETURNED', ['returnGoods']), 'RETURNED'],
  ['bags that are kept back', told('RETURNED', ['quarantineBags'], { keptBack: true }), 'KEPT_BACK'],
  ['what goes to the pick-up place', told('IN_TRANSIT', ['depart']), 'IN_TRANSIT'],
  ['what nobody fetched', told('IN_TRANSIT', ['placeForPickup', 'toDoor']), 'TO_DOOR'],
  ['what was taken over meanwhile', told('IN_TRANSIT', ['askHandover', 'handoverOverdue', 'takeOver']), 'IN_TRANSIT'],
])('%s', (_, view, state) => {
  expect(shownState(view)).toBe(state);
  expect(isLate(view)).toBe(state.endsWith('_LATE'));
});
