import { lateFactClimbs, lateFactLifecycle as machine } from '@grid-relief/shared-types/lifecycles/late-fact.lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { act, fire, firingOf, type LateFact, timerAt } from '../../../lifecycle';
import { notice } from '../../../notice-entry';
import { type NewEntry, type OutboxEntry, stillMeans, type WithOutbox } from '../../../outbox';
import { lateFactRepository } from './late-fact.repository';
import type { LateFactDeps } from './read-late-facts';

/** Delivers the timer of a late fact that nobody has decided on: the next step of the ladder hears of it (handbook 2.11). */
export async function climbLateFact(deps: LateFactDeps, document: WithOutbox, entry: OutboxEntry): Promise<void> {
  if (!stillMeans(entry, document)) return;
  const facts = lateFactRepository(deps.connection);
  const { county, _id: id } = document;
  const late = await facts.byId(county, id);
  const step = lateFactClimbs[late?.told ?? 0];
  if (!late || !step) return;
  const { opId, actor, guard } = firingOf(document, entry);
  await fire(() =>
    act<string, string, LateFact>({
      ...{ collection: facts.collection, machine, action: 'climb', id, actor, opId, now: deps.now() },
      guard: { ...guard, revision: late.revision },
      inc: { told: 1 },
      emit: [
        notice({ role: step.role, area: late.area }, 'LATE_FACT_OVERDUE', {}, { urgent: true }),
        ...nextStep(late),
      ],
      visible: () => true,
    }),
  );
}

function nextStep({ fact, told = 0 }: LateFact): NewEntry[] {
  const next = lateFactClimbs[told + 1];
  if (!next) return [];
  return [timerAt('climb', addMinutes(fact.recordedAt, next.minutes), { states: machine.actions.climb.from })];
}
