import type { Outcome } from '../problem';
import { type Intent, restoreCommand } from './command';
import { createOutbox, type OutboxWorld } from './outbox';
import { settled } from './outbox.fixture';

describe('outbox and refusals', () => {
  const refusing = (answers: Outcome<unknown>[]) => {
    const stored = new Map<string, unknown>();
    const sent: string[] = [];
    const world: OutboxWorld = {
      now: () => 0,
      random: () => 0.5,
      later: () => () => undefined,
      write: (id, value) => Boolean(stored.set(id, value)),
      remove: ({ id }) => void stored.delete(id),
      send: async ({ id }) => {
        sent.push(id);
        return answers.shift() ?? { ok: true, value: null };
      },
    };
    return { outbox: createOutbox(world, []), stored, sent };
  };
  const intent = (id: string, more: Partial<Intent> = {}): Intent => ({
    id,
    record: 'r',
    name: 'deliveryConfirm',
    method: 'POST',
    path: '/x',
    ...more,
  });
  const refusal: Outcome<unknown> = { ok: false, problem: { type: 'transition-not-allowed', status: 409, errors: [] } };

  it('keeps a refusal until the person decides, with the same id when repeated', async () => {
    const { outbox, stored, sent } = refusing([refusal]);
    outbox.enqueue([intent('a')]);
    await settled();
    expect(outbox.commands()[0]?.state).toBe('refused');
    expect(restoreCommand(JSON.parse(JSON.stringify(stored.get('a'))))?.state).toBe('refused');
    outbox.retry('a');
    await settled();
    expect(sent).toEqual(['a', 'a']);
    expect(stored.size).toBe(0);
  });

  it('holds an act back until its photo is accepted, and drops both together', async () => {
    const { outbox, sent } = refusing([refusal]);
    outbox.enqueue([intent('photo', { file: 'photo' }), intent('act', { needs: ['photo'] })]);
    await settled();
    expect(sent).toEqual(['photo']);
    outbox.discard('photo');
    expect(outbox.commands()).toEqual([]);
  });

  it('waits, instead of refusing, when the sign-in ran out', async () => {
    const { outbox, stored } = refusing([{ ok: false, problem: { type: 'not-signed-in', status: 401, errors: [] } }]);
    outbox.enqueue([intent('a')]);
    await settled();
    expect(outbox.commands()[0]?.state).toBe('waiting');
    outbox.flush();
    await settled();
    expect(stored.size).toBe(0);
  });
});
