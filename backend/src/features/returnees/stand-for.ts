import { recordModel } from '../../acting';
import { Problem } from '../../http/problem';
import { type ActRequest, act, fire, isSystem } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { moved } from './entries';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { returneeCollection, type Traveller, type TravellerAction, travellerMachine } from './traveller';
import type { TravellerAttempt } from './traveller-verb';

/** So many may be reported as one person in one moment; each of them can become a duplicate only once. */
const attempts = 20;

/** Whoever was found to be the first became a duplicate between the finding and the naming. */
class FirstIsGone extends Error {}

/**
 * Finds and names the first, and does so again with whom there is now when that one was lost meanwhile.
 * @throws FirstIsGone after many such losses, so that the relay tries again
 */
export async function withWhoeverIsFirst<R>(decide: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await decide();
    } catch (error) {
      if (!(error instanceof FirstIsGone) || attempt === attempts) throw error;
    }
  }
}

/**
 * Writes in the first that it stands for somebody, before that one becomes its duplicate. Of several who are made duplicates of
 * one another in one moment, each write counts only while nobody has written so in that record since it was read: they
 * cannot all go through, and somebody of them stays.
 * @throws Problem changed-meanwhile; FirstIsGone where a rule named it
 */
export async function mustStand({ deps, record, actor, opId, now }: TravellerAttempt, of: string): Promise<void> {
  const { county, revision, state } = record;
  // once for each reading: a repeat of it writes nothing, and needs to write nothing
  const naming = derivedId(county, of, 'standFor', opId, String(revision));
  const asked: ActRequest<string, TravellerAction, Traveller> = {
    collection: recordModel(deps.connection, returneeCollection).collection,
    ...{ machine: travellerMachine, kind: 'TRAVELLER', id: of, action: 'standFor', opId: naming },
    ...{ actor: { system: 'outbox', county }, now, input: {}, emit: [moved] },
    visible: () => true,
  };
  if (await fire(() => act<string, TravellerAction, Traveller>(asked))) return;
  const first = await returneeRepository(deps.connection).byId(county, of);
  // whoever is done with otherwise becomes nobody's duplicate any more
  if (first && first.state !== 'DUPLICATE') return;
  if (isSystem(actor)) throw new FirstIsGone('the first is a duplicate meanwhile');
  throw new Problem('changed-meanwhile', undefined, { state, revision, next: 'refresh' });
}

/** A duplicate of a duplicate of … : each naming was of somebody who was none then. */
const longestChain = 8;

/** The record that stands for somebody, where the first was found to be a duplicate itself. */
export async function livingFirst(deps: ReturneeDeps, duplicate: Traveller): Promise<Traveller | null> {
  const stored = returneeRepository(deps.connection);
  let first: Traveller | null = duplicate;
  for (let step = 0; step < longestChain && first?.state === 'DUPLICATE'; step++) {
    first = await stored.byId(duplicate.county, first.detail.duplicateOf ?? '');
  }
  return first;
}
