import { type Allowed, lifecycle } from '../lifecycle';
import { grid, household, outbox, storeKeeper, timer } from './actors';

const installer: readonly Allowed[] = [{ role: 'VOLUNTEER', relation: 'eligible' }, ...grid];
const keeper: readonly Allowed[] = [...storeKeeper, ...grid];

/**
 * A magnetic contact on a door, never a lock; put up only with notice and consent (handbook 2.3b). That a door was opened or
 * closed is no act of its record but an event beside it: there are dozens a day.
 */
export const doorSensorLifecycle = lifecycle({
  name: 'doorSensor',
  resource: 'door-sensors',
  states: [
    'IN_STOCK',
    'INSTALLED',
    'TEST_FAILED',
    'BOUND',
    'ONLINE',
    'OFFLINE',
    'REMOVED',
    'DISINFECTED',
    'LOST',
    'RETIRED',
  ],
  initial: ['IN_STOCK'],
  terminal: ['RETIRED'],
  held: [],
  actions: {
    install: {
      from: ['IN_STOCK'],
      to: 'INSTALLED',
      by: installer,
      doc: 'Put up at a door whose household was told and has consented.',
    },
    failTest: {
      from: ['INSTALLED'],
      to: 'TEST_FAILED',
      by: installer,
      needs: ['reason'],
      doc: 'Opening and closing were not heard; a person chooses visits or a paper seal.',
    },
    bind: { from: ['INSTALLED'], to: 'BOUND', by: grid, doc: 'Tested, and bound to the episode behind the door.' },
    comeOnline: {
      from: ['BOUND', 'OFFLINE'],
      to: 'ONLINE',
      by: outbox,
      limit: { minutes: 30, fires: 'goOffline' },
      doc: 'Heard from. Later signs of life are not acts: they put off the half hour after which it counts as silent.',
    },
    goOffline: {
      from: ['ONLINE'],
      to: 'OFFLINE',
      by: timer,
      doc: 'Half an hour without a sign of life; many at once are one alert.',
    },
    flag: {
      from: ['INSTALLED', 'BOUND', 'ONLINE', 'OFFLINE'],
      to: 'SAME',
      by: outbox,
      doc: 'Battery low, or tampered with: a flag, not a state.',
    },
    askRemoval: {
      from: ['BOUND', 'ONLINE', 'OFFLINE'],
      to: 'SAME',
      by: [...household, ...grid, ...outbox],
      needs: ['reason'],
      doc: 'The quarantine is over, or consent was withdrawn: nothing alerts from now on, and somebody takes it off.',
    },
    remove: {
      from: ['BOUND', 'ONLINE', 'OFFLINE'],
      to: 'REMOVED',
      by: installer,
      doc: 'Taken off the door.',
    },
    reportLost: {
      from: ['ONLINE', 'OFFLINE'],
      to: 'LOST',
      by: grid,
      needs: ['reason'],
      doc: 'Not to be found.',
    },
    disinfect: { from: ['REMOVED'], to: 'DISINFECTED', by: [...installer, ...storeKeeper], doc: 'Disinfected.' },
    restock: { from: ['TEST_FAILED', 'DISINFECTED'], to: 'IN_STOCK', by: keeper, doc: 'Back in the store.' },
    retire: {
      from: ['TEST_FAILED', 'DISINFECTED', 'LOST'],
      to: 'RETIRED',
      by: keeper,
      needs: ['reason'],
      doc: 'Not used any more.',
    },
  },
});
