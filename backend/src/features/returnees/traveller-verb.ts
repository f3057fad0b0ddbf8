import type { Attempt, Effects, Verb } from '../../acting';
import type { ReturneeDeps } from './returnee.deps';
import { sealNote } from './said';
import type { Traveller, TravellerBody } from './traveller';

export type TravellerVerb = Verb<Traveller, TravellerBody, ReturneeDeps>;
export type TravellerAttempt = Attempt<Traveller, TravellerBody, ReturneeDeps>;
export type Changes = Effects<Traveller>;

/** Words are kept sealed beside the step. */
export async function noted(attempt: TravellerAttempt, words = attempt.words): Promise<Changes> {
  if (!words) return {};
  const { deps, record, opId, now } = attempt;
  const note = { opId, at: now, sealed: await sealNote(deps, record, opId, words) };
  return { push: { 'detail.notes': [note] } };
}
