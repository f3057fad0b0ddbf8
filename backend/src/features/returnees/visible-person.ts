import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { PersonActor } from '../../lifecycle';
import type { FetchedPerson } from '../quarantine';
import type { ReturneeDeps } from './returnee.deps';
import { maySee } from './returnee.policy';
import { returneeRepository } from './returnee.repository';
import { openSaid } from './said';

/** Somebody who comes, and whom this actor may see; undefined: nobody of theirs. */
export async function visibleTraveller(
  deps: ReturneeDeps,
  actor: PersonActor,
  id: string,
): Promise<FetchedPerson | undefined> {
  const record = await returneeRepository(deps.connection).byId(actor.county, id);
  if (!record || !maySee(record, actor, deps.now())) return undefined;
  const { county, _id: about, area, scope, household, parties = [], detail } = record;
  const said = await openSaid(deps, record);
  return {
    ...{ county, about, area: areaId(area), scope, parties, code: detail.code },
    ...(household ? { household } : {}),
    ...(said ? { who: { name: said.name, ...(said.phone ? { phone: said.phone } : {}) } } : {}),
    ...(said?.place ? { pickup: said.place } : {}),
  };
}
