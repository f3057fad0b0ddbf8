import type { ActionRule } from '../../lifecycle';
import { doctor, grid, gridLeader, outbox, person, siteManager, timer, township } from '../actors';
import { episodeMinutes } from './minutes';
import { active, type EpisodeState, inPhase, open } from './states';

/** Medical leave, admission, moves, breach reviews, absence: where the person is, beside the count (handbook 2.3). */
export const away = {
  approveLeave: {
    from: inPhase,
    to: 'MEDICAL_LEAVE',
    by: [...grid, ...siteManager],
    needs: ['reason'],
    doc: 'Care outside, in a vehicle of its own and a closed loop; dialysis and the like are standing plans.',
  },
  sendToCare: {
    from: ['SYMPTOM_ALERT'],
    to: 'MEDICAL_LEAVE',
    by: doctor,
    doc: 'The doctor sends the person to hospital.',
  },
  takenBy120: {
    from: [...inPhase, 'SYMPTOM_ALERT', 'ABSENT'],
    to: 'MEDICAL_LEAVE',
    by: [...person, ...grid, ...siteManager, ...doctor, ...outbox],
    fact: true,
    doc: 'The ambulance never waits for an approval.',
  },
  foundInCare: {
    from: ['ABSENT'],
    to: 'MEDICAL_LEAVE',
    by: grid,
    doc: 'Not at home because of care elsewhere.',
  },
  returnFromCare: {
    from: ['MEDICAL_LEAVE'],
    to: inPhase,
    by: [...grid, ...siteManager],
    doc: 'Back from care, in the same phase.',
  },
  admit: {
    from: ['MEDICAL_LEAVE'],
    to: 'ADMITTED',
    by: [...grid, ...siteManager, ...doctor],
    doc: 'The hospital keeps the person; counting goes on.',
  },
  discharge: {
    from: ['ADMITTED'],
    to: 'MOVED',
    by: [...doctor, ...siteManager],
    limit: { minutes: episodeMinutes.move, fires: 'moveOverdue' },
    doc: 'On the way to where the phase belongs.',
  },

  move: {
    from: [...active, 'RELEASE_BLOCKED'],
    to: 'MOVED',
    by: [...gridLeader, ...township],
    needs: ['reason'],
    limit: { minutes: episodeMinutes.move, fires: 'moveOverdue' },
    doc: 'To another place, for one of the named reasons except a breach; the old rules hold until handed over.',
  },
  moveOverdue: {
    from: ['MOVED'],
    to: 'SAME',
    by: timer,
    doc: 'Eight hours on the way: the township hears.',
  },
  settleHome: {
    from: ['MOVED'],
    to: 'HOME_ACTIVE',
    by: [...grid, ...township],
    doc: 'Handed over at home.',
  },
  settleCentral: {
    from: ['MOVED'],
    to: 'CENTRAL_ACTIVE',
    by: [...siteManager, ...gridLeader, ...township, ...outbox],
    doc: 'Handed over at the site, the room is given.',
  },
  changeRoom: {
    from: open,
    to: 'SAME',
    by: outbox,
    doc: 'Lives in another room, or in a room that is known now; days and phase go on.',
  },

  proposeBreach: {
    from: [...inPhase, 'ABSENT'],
    to: 'BREACH_REVIEW',
    by: gridLeader,
    needs: ['reason'],
    limit: { minutes: episodeMinutes.breach, fires: 'breachOverdue' },
    doc: 'A person, never a machine or a sensor, thinks that the rules were broken.',
  },
  hearPerson: {
    from: ['BREACH_REVIEW'],
    to: 'SAME',
    by: [...gridLeader, ...township],
    doc: 'What the person says to it; nothing is decided before.',
  },
  breachOverdue: {
    from: ['BREACH_REVIEW'],
    to: 'SAME',
    by: timer,
    doc: 'Four hours without a decision: the county hears; nothing follows by itself.',
  },
  dismissBreach: {
    from: ['BREACH_REVIEW'],
    to: inPhase,
    by: township,
    needs: ['reason'],
    doc: 'No breach, or nothing follows: the same phase goes on.',
  },
  upholdBreach: {
    from: ['BREACH_REVIEW'],
    to: 'MOVED',
    by: township,
    needs: ['reason'],
    limit: { minutes: episodeMinutes.move, fires: 'moveOverdue' },
    doc: 'The township, having heard the person, moves the person.',
  },

  markAbsent: {
    from: inPhase,
    to: 'ABSENT',
    by: [...grid, ...outbox],
    needs: ['reason'],
    limit: { minutes: episodeMinutes.search, fires: 'searchDue' },
    doc: 'Not there, tried in two ways, or not there for the transfer. Not a breach: hospital, birth, fire, flight.',
  },
  searchDue: { from: ['ABSENT'], to: 'SAME', by: timer, doc: 'Half an hour: somebody goes and looks.' },
  findAgain: { from: ['ABSENT'], to: inPhase, by: grid, doc: 'There again: the same phase goes on.' },
} as const satisfies Record<string, ActionRule<EpisodeState>>;
