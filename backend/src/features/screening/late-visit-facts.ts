import type { OtherWorks } from '../deliveries';
import type { ScreeningDeps } from './screening.deps';
import { isVisitOver, type VisitAction, visitMachine } from './visit';
import { visitRepository } from './visit.repository';
import type { VisitBody } from './visit.verbs';
import { visits } from './visits';

/** A result that a person may let count, though somebody else had said something else of the door in between. */
const results: readonly string[] = ['foundClear', 'foundReturnee'];

/** What a phone without a network had seen at a door: a result still counts while the door has none. */
export function lateVisitFacts(deps: ScreeningDeps): OtherWorks {
  return {
    HOUSEHOLD_VISIT: {
      find: (county, id) => visitRepository(deps.connection).byId(county, id),
      catchesUp({ state }, { action }) {
        if (isVisitOver({ state })) return 'ENDED';
        if (!results.includes(action)) return 'ALREADY_SO';
        const { from } = visitMachine.actions[action as 'foundClear'];
        if (from.some((one) => one === state)) return [action];
        // where nobody can go back to the door, as to one that looks empty, its leader ends it
        const comesBack = visitMachine.actions.reachDoor.from.some((one) => one === state);
        return comesBack ? ['reachDoor', action] : 'ALREADY_SO';
      },
      act: ({ county, id, action, opId, occurredAt, body }) =>
        visits(deps).act({
          ...{ county, id, occurredAt, actor: { system: 'outbox', county }, action: action as VisitAction },
          ...{ opId, body: body as VisitBody }, // as `asStored` made it
        }),
    },
  };
}
