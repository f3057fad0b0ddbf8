import { lifecycle } from '../lifecycle';
import { county, outbox, siteManager } from './actors';

/** A house for quarantine with its rooms: whether there is still room in it (handbook 1, C14; 3, SITE_MANAGER). */
export const quarantineSiteLifecycle = lifecycle({
  name: 'quarantineSite',
  resource: 'sites',
  states: ['OPEN', 'LOW', 'CLOSED'],
  initial: ['OPEN'],
  terminal: ['CLOSED'],
  held: [],
  actions: {
    runLow: {
      from: ['OPEN'],
      to: 'LOW',
      by: outbox,
      doc: 'Fewer clean rooms than the threshold: the county and the transfer desk hear, transfers go past it.',
    },
    recover: { from: ['LOW'], to: 'OPEN', by: outbox, doc: 'More clean rooms than the threshold again.' },
    change: {
      from: ['OPEN', 'LOW'],
      to: 'SAME',
      by: [...county, ...siteManager],
      needs: ['revision'],
      doc: 'Another name or threshold, or more rooms; a room goes by being retired.',
    },
    closeIntake: {
      from: ['OPEN', 'LOW'],
      to: 'SAME',
      by: [...county, ...siteManager],
      needs: ['reason'],
      doc: 'Nobody new for now: no bed is promised, whoever is promised one still comes.',
    },
    openIntake: { from: ['OPEN', 'LOW'], to: 'SAME', by: [...county, ...siteManager], doc: 'Takes people again.' },
    close: {
      from: ['OPEN', 'LOW'],
      to: 'CLOSED',
      by: county,
      needs: ['reason', 'revision'],
      doc: 'Takes nobody new; whoever is there stays to the end of the days.',
    },
  },
});
