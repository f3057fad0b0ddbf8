import type { EntryHandlers } from '../outbox/deliver';

/** Everything but notices is delivered twice, as a relay that lost its own answer does: what follows, follows once. */
export function deliveredTwice(handlers: EntryHandlers): EntryHandlers {
  const twice = Object.entries(handlers).map(([kind, { deliver }]): [string, EntryHandlers[string]] => [
    kind,
    {
      async deliver(...given) {
        await deliver(...given);
        if (kind !== 'notice') await deliver(...given);
      },
    },
  ]);
  return Object.fromEntries(twice);
}
