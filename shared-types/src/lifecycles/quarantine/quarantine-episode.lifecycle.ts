import type { PhaseKind } from '../../quarantine/policy-set.schema';
import { lifecycle } from '../lifecycle';
import {
  county,
  countyHead,
  doctor,
  grid,
  gridLeader,
  investigator,
  lab,
  outbox,
  person,
  policy,
  sampler,
  siteManager,
  timer,
  township,
} from './actors';
import { allBut } from './all-but';

const states = [
  'PENDING',
  'ASSESSED',
  'HOME_ACTIVE',
  'CENTRAL_ACTIVE',
  'MONITORING',
  'SYMPTOM_ALERT',
  'MEDICAL_LEAVE',
  'ADMITTED',
  'MOVED',
  'BREACH_REVIEW',
  'ABSENT',
  'RELEASE_BLOCKED',
  'HANDING_OUT',
  'RELEASED',
  'ELAPSED',
  'CONVERTED',
  'REVOKED',
  'POSITIVE_TRANSFER',
  'HANDED_OUT',
  'DECEASED',
  'TERMINATED_POLICY',
] as const;
const terminal = [
  'RELEASED',
  'ELAPSED',
  'CONVERTED',
  'REVOKED',
  'POSITIVE_TRANSFER',
  'HANDED_OUT',
  'DECEASED',
  'TERMINATED_POLICY',
] as const;
const open = allBut(states, terminal);
const active = ['HOME_ACTIVE', 'CENTRAL_ACTIVE'] as const;
/** The states in which a phase runs. What the handbook calls "same phase" leads back to one of them. */
const inPhase = [...active, 'MONITORING'] as const;

/** Whether a phase runs in this state: reports are due, tests are missed, an end can come. */
export function isInPhase(state: string): boolean {
  return inPhase.some((one) => one === state);
}

/**
 * The state in which a phase of this kind runs. An action back to "the same phase" names it as its destination, from the
 * phase the record keeps, and guards on that phase: so no way back can lead into another one.
 */
export const stateOfPhase = {
  HOME: 'HOME_ACTIVE',
  CENTRAL: 'CENTRAL_ACTIVE',
  MONITORING: 'MONITORING',
} as const satisfies Record<PhaseKind, (typeof inPhase)[number]>;

/** Why somebody is moved (handbook 2.3). */
export const moveReasons = [
  'CONDITIONS_FAILED',
  'COHABITANT_POSITIVE',
  'OWN_WISH',
  'POLICY',
  'NEXT_PHASE',
  'SPECIAL_GROUP',
  'BREACH',
  'DISCHARGED',
] as const;

/** How long each step may take before somebody else hears of it, in minutes (handbook 2.3). */
export const episodeMinutes = { assess: 240, doctor: 30, move: 480, breach: 240, search: 30 } as const;

/** One person's quarantine with its phases, counted as handbook 9 says (handbook 2.3). */
export const quarantineEpisodeLifecycle = lifecycle({
  name: 'quarantineEpisode',
  resource: 'quarantine-episodes',
  states,
  initial: ['PENDING'],
  terminal,
  held: [],
  actions: {
    viewHome: {
      from: ['PENDING'],
      to: 'SAME',
      by: [...grid, ...doctor],
      doc: 'The nine questions about the home are answered and signed by one of the two who must look.',
    },
    assess: {
      from: ['PENDING'],
      to: 'ASSESSED',
      by: [...grid, ...doctor],
      doc: 'Home or central. Home needs both signatures, of grid worker and doctor; a no or an unknown means central.',
    },
    assessOverdue: {
      from: ['PENDING'],
      to: 'SAME',
      by: timer,
      doc: 'Four hours without an assessment: the grid leader hears.',
    },
    elapse: {
      from: ['PENDING', 'ASSESSED'],
      to: 'ELAPSED',
      by: policy,
      doc: 'The end had passed on arrival: the landing test is all.',
    },
    startHome: {
      from: ['ASSESSED'],
      to: 'HOME_ACTIVE',
      by: grid,
      doc: 'Notice signed or served, sensor bound or another way chosen, care contact and delivery plan named.',
    },
    startCentral: {
      from: ['ASSESSED'],
      to: 'CENTRAL_ACTIVE',
      // outbox: somebody has moved into a room
      by: [...siteManager, ...outbox],
      doc: 'Handed over at the site, the room is given.',
    },

    reportHealth: {
      // also while something else is decided: what somebody says about their health is heard wherever they are
      from: open,
      to: 'SAME',
      by: [...person, ...grid, ...siteManager],
      fact: true,
      doc: 'Temperature and symptoms, morning and evening; a self-test with photo where the policy asks.',
    },
    reportOverdue: {
      from: inPhase,
      to: 'SAME',
      by: timer,
      doc: 'No report by 10:30 or 20:30: somebody calls.',
    },
    swab: {
      from: open,
      to: 'SAME',
      by: [...sampler, ...outbox],
      fact: true,
      doc: 'A swab is taken; it counts for the day on which it falls.',
    },
    bookResult: {
      from: open,
      to: 'SAME',
      by: [...lab, ...outbox],
      doc: 'The laboratory has answered for one of the swabs.',
    },
    linkedNegative: {
      from: open,
      to: 'SAME',
      by: [...investigator, ...outbox],
      doc: 'The first two tests of the close contact behind a second contact are negative.',
    },
    testOverdue: {
      from: inPhase,
      to: 'SAME',
      by: timer,
      doc: 'A test of the day is missing at 20:00: the grid leader hears.',
    },

    alertSymptom: {
      from: [...inPhase, 'RELEASE_BLOCKED'],
      to: 'SYMPTOM_ALERT',
      // outbox: in consequence of a health report
      by: [...person, ...grid, ...siteManager, ...outbox],
      fact: true,
      limit: { minutes: episodeMinutes.doctor, fires: 'doctorOverdue' },
      doc: 'Fever from 37.3 °C, a listed symptom or a positive self-test: a doctor within half an hour.',
    },
    doctorOverdue: {
      from: ['SYMPTOM_ALERT'],
      to: 'SAME',
      by: timer,
      doc: 'Half an hour without a doctor: the next one is called, and the township hears.',
    },
    clearSymptom: {
      from: ['SYMPTOM_ALERT'],
      to: inPhase,
      by: doctor,
      doc: 'A doctor has looked: back to the same phase.',
    },
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

    convert: {
      from: open,
      to: 'CONVERTED',
      by: investigator,
      needs: ['reason'],
      doc: 'Another category: the successor starts in the same write, no minute uncovered.',
    },
    revoke: {
      from: open,
      to: 'REVOKED',
      by: [...investigator, ...outbox],
      needs: ['reason'],
      doc: 'The case behind it is excluded: free at once, code clearing asked for, with an apology.',
    },
    confirmPositive: {
      from: open,
      to: 'POSITIVE_TRANSFER',
      by: investigator,
      doc: 'Positive: to hospital at once, and a household event opens.',
    },

    startMonitoring: {
      from: [...active, 'RELEASE_BLOCKED'],
      to: 'MONITORING',
      by: [...timer, ...outbox, ...grid],
      doc: 'The next phase; it runs from the end instant also when a result came late.',
    },
    nextPhase: {
      from: [...active, 'RELEASE_BLOCKED'],
      to: active,
      by: [...timer, ...outbox, ...grid, ...siteManager],
      doc: 'The next phase, from the end instant on, where the person is; one that belongs elsewhere is a move.',
    },
    blockRelease: {
      from: [...inPhase, 'ADMITTED'],
      to: 'RELEASE_BLOCKED',
      by: timer,
      needs: ['reason'],
      doc: 'At the end instant something is still missing: reason, owner and due time, shown to the person.',
    },
    blockOverdue: {
      from: ['RELEASE_BLOCKED'],
      to: 'SAME',
      by: timer,
      doc: 'The owner is past the due time: the next rung hears.',
    },
    release: {
      from: [...inPhase, 'ADMITTED', 'RELEASE_BLOCKED'],
      to: 'RELEASED',
      by: [...timer, ...outbox, ...grid, ...siteManager],
      doc: 'Every condition of section 9 holds; a person can confirm it, never bring it forward. Notice, code, sensor.',
    },

    shorten: {
      from: open,
      to: 'SAME',
      by: policy,
      needs: ['reason'],
      doc: 'A shorter rule applies by itself, never earlier than the instant of the change (5.7).',
    },
    lengthen: {
      from: open,
      to: 'SAME',
      by: countyHead,
      needs: ['reason'],
      doc: 'A longer end needs a named head of the county; without one the old end stays (5.7).',
    },
    handOut: {
      from: allBut(states, [...terminal, 'HANDING_OUT']),
      to: 'HANDING_OUT',
      by: township,
      needs: ['reason'],
      doc: 'Another county is asked, by name, to take over.',
    },
    confirmHandOut: {
      from: ['HANDING_OUT'],
      to: 'HANDED_OUT',
      by: township,
      doc: 'Somebody of the other county, named, has taken over.',
    },
    takeBack: {
      from: ['HANDING_OUT'],
      to: [...inPhase, 'ABSENT'],
      by: township,
      needs: ['reason'],
      doc: 'The other county does not take over: the same phase goes on, or the person is absent.',
    },
    recordDeath: {
      from: open,
      to: 'DECEASED',
      by: gridLeader,
      doc: 'By a grid leader with authority: every prompt, message, alert and bill stops; no proxy is asked anything.',
    },
    recordDeathInHospital: {
      from: ['ADMITTED'],
      to: 'DECEASED',
      by: [...doctor, ...siteManager],
      doc: 'The same, told by the hospital.',
    },
    terminateByPolicy: {
      from: open,
      to: 'TERMINATED_POLICY',
      by: county,
      needs: ['reason'],
      doc: 'Only where the category exists no longer (5.7).',
    },
  },
});
