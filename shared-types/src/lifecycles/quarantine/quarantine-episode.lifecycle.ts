import type { PhaseKind } from '../../quarantine/policy-set.schema';
import { lifecycle } from '../lifecycle';
import { away } from './episode/away.actions';
import { ending } from './episode/ending.actions';
import { living } from './episode/living.actions';
import { inPhase, states, terminal } from './episode/states';

export { episodeMinutes } from './episode/minutes';

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

/** One person's quarantine with its phases, counted as handbook 9 says (handbook 2.3). */
export const quarantineEpisodeLifecycle = lifecycle({
  name: 'quarantineEpisode',
  resource: 'quarantine-episodes',
  states,
  initial: ['PENDING'],
  terminal,
  held: [],
  asksPeople: true,
  actions: {
    ...living,
    ...away,
    ...ending,
  },
});
