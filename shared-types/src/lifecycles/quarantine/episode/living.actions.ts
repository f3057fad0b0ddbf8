import type { ActionRule } from '../../lifecycle';
import { doctor, grid, investigator, lab, outbox, person, policy, sampler, siteManager, timer } from '../actors';
import { episodeMinutes } from './minutes';
import { type EpisodeState, inPhase, open } from './states';

/** From the look at the home to the daily reports, the tests and what a symptom sets off (handbook 2.3). */
export const living = {
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
} as const satisfies Record<string, ActionRule<EpisodeState>>;
