import { deliveryLifecycle as machine } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import fc from 'fast-check';
import type { Delivery } from '../delivery';
import { whatFollows } from './what-follows.rules';

const facts = Object.entries(machine.actions).flatMap(([action, rule]) => (rule.fact ? [action] : []));
type Action = keyof typeof machine.actions;
const startsFrom = (action: string, state: string) =>
  machine.actions[action as Action].from.some((from) => from === state);

const aDelivery = fc
  .record({
    state: fc.constantFrom(...machine.states),
    assignee: fc.constantFrom('reporter', 'other', undefined),
    advancedBy: fc.constantFrom('reporter', 'other', undefined),
    receiptPhoto: fc.constantFrom('photo', undefined),
    receivedTick: fc.boolean(),
    past: fc.subarray(['cancelTimeout', 'collect', 'collectAtDoor']),
  })
  .map(({ state, assignee, past, ...detail }) => {
    const history = past.map((action) => ({ action, holder: 'reporter' }));
    // as much of a delivery as the rule looks at
    return { state, assignment: { assignee }, history, detail: { mode: 'DOOR', ...detail } } as unknown as Delivery;
  });
const aFact = fc.constantFrom(...facts);

test('every fact of the table has its rule', () => {
  for (const action of facts) {
    const record = { state: 'ACCEPTED', assignment: {}, history: [], detail: {} } as unknown as Delivery;
    expect(whatFollows({ action, by: 'reporter' }, record, undefined)).not.toMatchObject({ because: 'GONE' });
  }
});

test('what a record is moved by, the table allows from where it stands; nothing is written to what has ended', () => {
  fc.assert(
    fc.property(aFact, aDelivery, fc.option(aDelivery, { nil: undefined }), (action, record, own) => {
      const what = whatFollows({ action, by: 'reporter' }, record, own);
      const on = own ?? record;
      if (what.follows === 'KEPT') expect(machine.terminal).not.toContain(on.state);
      if (what.follows === 'RECEIPT') expect(startsFrom('bookReceipt', record.state)).toBe(true);
      if (what.follows !== 'MOVES_ON') return;
      let state: string = on.state;
      for (const act of what.acts) {
        expect([act, state, startsFrom(act, state)]).toEqual([act, state, true]);
        state = machine.actions[act as Action].to as string;
      }
      expect(what.acts.length).toBeGreaterThan(0);
    }),
    { numRuns: 3_000 },
  );
});

test('whoever paid is owed it: a receipt is booked, or brought by a delivery of its own, unless the book has it already', () => {
  fc.assert(
    fc.property(aDelivery, (record) => {
      const { receivedTick, receiptPhoto } = record.detail;
      const what = whatFollows({ action: 'purchase', by: 'reporter' }, record, undefined);
      if (what.follows === 'NOTHING') {
        // the same receipt is there, or both sides have counted the money, which the book must not change
        const counted = receivedTick || !startsFrom('bookReceipt', record.state);
        expect(what.because === 'ALREADY_SO' ? receiptPhoto !== undefined : counted).toBe(true);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('nobody but who has the goods puts them down', () => {
  fc.assert(
    fc.property(aDelivery, (record) => {
      const what = whatFollows({ action: 'drop', by: 'reporter' }, record, undefined);
      if (what.follows === 'MOVES_ON') expect(record.assignment.assignee).toBe('reporter');
    }),
  );
});
