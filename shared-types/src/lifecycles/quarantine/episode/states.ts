import { allBut } from '../all-but';

/** Every state of a quarantine (handbook 2.3). */
export const states = [
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
export const terminal = [
  'RELEASED',
  'ELAPSED',
  'CONVERTED',
  'REVOKED',
  'POSITIVE_TRANSFER',
  'HANDED_OUT',
  'DECEASED',
  'TERMINATED_POLICY',
] as const;

/** Every state in which a quarantine can still change. */
export const open = allBut(states, terminal);
/** The person is at home, or in a room of a site. */
export const active = ['HOME_ACTIVE', 'CENTRAL_ACTIVE'] as const;
/** The states in which a phase runs. What the handbook calls "same phase" leads back to one of them. */
export const inPhase = [...active, 'MONITORING'] as const;

export type EpisodeState = (typeof states)[number];
