import { myDeliveries } from '../list-deliveries';

/** PLANTED FAULT, for whoever asks it: a database that must not be asked. */
const untouchable = new Proxy(
  {},
  {
    get() {
      throw new Error('the database was asked');
    },
  },
);

test('who lives nowhere has no requests, and the database is not asked for those of nobody', async () => {
  const worker = { personId: 'w', county: '141122', grants: [], skills: [], ppe: 0 };
  const actor = { ...worker, ownHouseholds: [], proxyHouseholds: [] };
  const ask = (who: typeof actor | { ownHouseholds: string[] }) =>
    myDeliveries({ connection: untouchable } as never, { ...actor, ...who } as never, {});
  await expect(ask(actor)).resolves.toEqual({ items: [] });
  await expect(ask({ ownHouseholds: ['h'] })).rejects.toThrow('was asked');
});
