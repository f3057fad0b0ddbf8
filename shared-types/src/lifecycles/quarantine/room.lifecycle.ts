import { lifecycle } from '../lifecycle';
import { outbox, sampler, siteManager, timer, transferDesk } from './actors';

/** A room of a quarantine site (handbook 2.11). */
export const roomLifecycle = lifecycle({
  name: 'room',
  resource: 'rooms',
  states: ['CLEAN', 'RESERVED', 'OCCUPIED', 'SAMPLED', 'CLEANING', 'OUT_OF_USE', 'RETIRED'],
  initial: ['CLEAN'],
  terminal: ['RETIRED'],
  held: [],
  actions: {
    reserve: {
      from: ['CLEAN'],
      to: 'RESERVED',
      by: [...transferDesk, ...siteManager, ...outbox],
      limit: { minutes: 120, fires: 'unreserve' },
      doc: 'Kept for somebody on the way.',
    },
    unreserve: {
      from: ['RESERVED'],
      to: 'CLEAN',
      by: [...transferDesk, ...siteManager, ...outbox, ...timer],
      doc: 'Not needed, or two hours are over.',
    },
    keepLonger: {
      from: ['RESERVED'],
      to: 'RESERVED',
      by: [...transferDesk, ...siteManager, ...outbox],
      limit: { minutes: 120, fires: 'unreserve' },
      doc: 'Still on the way: two hours more from now.',
    },
    occupy: {
      from: ['RESERVED'],
      to: 'OCCUPIED',
      // outbox: handed over from a vehicle
      by: [...siteManager, ...outbox],
      doc: 'Somebody lives in it.',
    },
    sample: {
      // once more where a result counts for nothing
      from: ['OCCUPIED', 'SAMPLED'],
      to: 'SAMPLED',
      // outbox: the sampler has written it to the person
      by: [...siteManager, ...sampler, ...outbox],
      fact: true,
      doc: 'Swabs of person, belongings and room, together, before the end.',
    },
    moveOut: {
      from: ['OCCUPIED'],
      to: 'CLEANING',
      by: [...siteManager, ...outbox],
      doc: 'Left before the end, for another place.',
    },
    startCleaning: {
      from: ['SAMPLED'],
      to: 'CLEANING',
      by: [...siteManager, ...outbox],
      doc: 'Empty; disinfection begins.',
    },
    finishCleaning: { from: ['CLEANING'], to: 'CLEAN', by: siteManager, doc: 'Ready for the next person.' },
    takeOutOfUse: {
      from: ['CLEAN', 'CLEANING'],
      to: 'OUT_OF_USE',
      by: siteManager,
      needs: ['reason'],
      doc: 'Not to be lived in for now.',
    },
    bringBack: { from: ['OUT_OF_USE'], to: 'CLEANING', by: siteManager, doc: 'Repaired; cleaned first.' },
    retire: {
      from: ['OUT_OF_USE'],
      to: 'RETIRED',
      by: siteManager,
      needs: ['reason'],
      doc: 'No room of this site any more.',
    },
  },
});
