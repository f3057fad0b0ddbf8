import type { ActionRule } from '../../lifecycle';
import {
  county,
  countyHead,
  doctor,
  grid,
  gridLeader,
  investigator,
  outbox,
  person,
  policy,
  siteManager,
  timer,
  township,
} from '../actors';
import { allBut } from '../all-but';
import { active, type EpisodeState, inPhase, open, states, terminal } from './states';

/** The next phase, what an end needs, and every way an episode ends (handbook 2.3). */
export const ending = {
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
  sayWayHome: {
    from: [...inPhase, 'ADMITTED', 'RELEASE_BLOCKED'],
    to: 'SAME',
    by: [...person, ...grid, ...siteManager],
    doc: 'How they come home from a site once they may: by themselves, or fetched.',
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
} as const satisfies Record<string, ActionRule<EpisodeState>>;
