import { recordModel } from '../../acting';
import { Problem } from '../../http/problem';
import { type ActRequest, act, fire, isSystem } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { moved } from './entries';
import { returneeRepository } from './returnee.repository';
import { returneeCollection, type Traveller, type TravellerAction, travellerMachine } from './traveller';
import type { TravellerAttempt } from './traveller-verb';

/**
 * Writes in the first that it stands for somebody, before that one becomes its duplicate. Of several who are made duplicates of
 * one another in one moment, each write counts only while nobody has written so in that record since it was read: they
 * cannot all go through, and somebody of them stays.
 * @throws Problem changed-meanwhile; Error where a rule named it, which is delivered again and judged anew
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
  if (isSystem(actor)) throw new Error('the first is a duplicate meanwhile');
  throw new Problem('changed-meanwhile', undefined, { state, revision, next: 'refresh' });
}
