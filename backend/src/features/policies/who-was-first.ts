import { Problem } from '../../http/problem';
import { isSystem } from '../../lifecycle';
import type { PolicyChangeDeps } from './policies.deps';
import { maySeeChange } from './policy-change.policy';
import { policyChangeRepository } from './policy-change.repository';
import type { PolicyChanges } from './policy-changes';

type Deciding = Pick<PolicyChanges, 'act'>;
type Asked = Parameters<Deciding['act']>[0];

/** A decision that came too late; the loser of a race gets the one or the other by timing. */
const tooLate: ReadonlySet<string> = new Set(['changed-meanwhile', 'transition-not-allowed']);

/**
 * Decides about a change; where somebody else has decided first, the answer says by name who that was, as `doneBy`, and how the
 * change stands by now (handbook 2: a late decision is told who has it).
 * @throws Problem as `act`
 */
export function namingWhoWasFirst(deps: PolicyChangeDeps, changes: Deciding): Deciding {
  return {
    async act(asked) {
      try {
        return await changes.act(asked);
      } catch (error) {
        throw error instanceof Problem && tooLate.has(error.type) ? await toldWho(deps, asked, error) : error;
      }
    },
  };
}

async function toldWho(deps: PolicyChangeDeps, { county, id, actor, revision: seen }: Asked, problem: Problem) {
  const change = await policyChangeRepository(deps.connection).byId(county, id);
  // as it was seen still: what stands in the way is something else
  if (!change || isSystem(actor) || change.revision === seen || !maySeeChange(change, actor, deps.now()))
    return problem;
  const last = change.history.findLast(({ by }) => by !== 'SYSTEM')?.by ?? actor.personId;
  const doneBy = last === actor.personId ? undefined : (await deps.staffNames(county, [last])).get(last);
  if (doneBy === undefined) return problem;
  const { state, revision } = change;
  return new Problem(problem.type, problem.detail, { ...problem.extras, state, revision, next: 'refresh', doneBy });
}
