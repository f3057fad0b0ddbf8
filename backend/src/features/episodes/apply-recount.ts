import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, bareActor, fire } from '../../lifecycle';
import type { MoveKind } from '../quarantine';
import type { EpisodeAction, RecountBody } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodes } from './episodes';

/** What a change makes of one episode, and who stands behind it. */
export interface RecountOrder extends RecountBody {
  readonly county: string;
  readonly id: string;
  /** The same for the same change and episode: done once under it. */
  readonly opId: string;
  /** Who prepared the change. */
  readonly preparedBy: string;
  /** The head of the county who answers for a later end. */
  readonly approver?: string | undefined;
}

/**
 * Does to an episode what a change makes of it: shorter or otherwise by the policy itself, longer in the name of the head
 * who answers for it, over in the name of the dispatcher (handbook 5.7). What has ended meanwhile stays as it is.
 */
export async function applyRecount(deps: EpisodeDeps, order: RecountOrder): Promise<void> {
  const { county, id, opId, change, recount, linkedContact, feverTenths, antigen } = order;
  const does = actionOf(recount.kind, order);
  if (!does) return;
  const recounted: RecountBody = {
    ...{ change, recount },
    ...(linkedContact ? { linkedContact } : {}),
    ...(feverTenths === undefined ? {} : { feverTenths }),
    ...(antigen ? { antigen } : {}),
  };
  const body = { recounted };
  await fire(() => episodes(deps).act({ county, id, opId, ...does, body, reason: 'POLICY_CHANGE' }));
}

function actionOf(
  kind: MoveKind,
  { county, preparedBy, approver }: RecountOrder,
): { readonly action: EpisodeAction; readonly actor: Actor } | undefined {
  switch (kind) {
    case 'SHORTENED':
    case 'SAME_END':
      return { action: 'shorten', actor: { system: 'policy', county } };
    case 'LENGTHENED':
      // the rules have asked for a name before they said so
      return approver ? { action: 'lengthen', actor: inTheNameOf(approver, 'COUNTY_HEAD', county) } : undefined;
    case 'ENDED':
      return { action: 'terminateByPolicy', actor: inTheNameOf(preparedBy, 'COUNTY_DISPATCHER', county) };
    default:
      return undefined;
  }
}

/** As they were when they decided: a change that counts later is still theirs, whoever holds the office by then. */
function inTheNameOf(personId: string, role: Role, county: string): Actor {
  return bareActor(county, personId, [{ role, area: areaId(county) }]);
}
