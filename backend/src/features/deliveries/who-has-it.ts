import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import type { DeliveryDeps } from './delivery.deps';
import { holderStates, maySee } from './delivery.policy';
import { deliveryRepository } from './delivery.repository';

/** A decision that came too late; the loser of a race gets the one or the other by timing. */
const tooLate: ReadonlySet<string> = new Set(['changed-meanwhile', 'transition-not-allowed']);

/**
 * Does a piece of work; when it came too late, the answer says by surname and team who has the delivery now, as
 * `holder` (handbook 2). Nobody hears of a delivery in this way who may not see it.
 * @throws whatever the work throws
 */
export async function namingHolder<T>(
  deps: DeliveryDeps,
  actor: PersonActor,
  id: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || !tooLate.has(error.type)) throw error;
    const holder = await holderFor(deps, actor, id);
    throw holder ? new Problem(error.type, error.detail, { ...error.extras, holder }) : error;
  }
}

async function holderFor(deps: DeliveryDeps, actor: PersonActor, id: string) {
  const found = await deliveryRepository(deps.connection).byId(actor.county, id);
  const assignee = found?.assignment.assignee;
  if (!found || assignee === undefined || assignee === actor.personId) return undefined;
  if (!holderStates.includes(found.state) || !maySee(found, actor, deps.now())) return undefined;
  return (await deps.labelsOf(actor.county, [assignee])).get(assignee) ?? { label: '' };
}
