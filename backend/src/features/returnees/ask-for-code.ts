import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { codeRequestIdOf, isLinkOver, type Link } from './chain-link';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { links } from './returnees';
import { openSaid, openVerdict } from './said';
import type { Traveller } from './traveller';

/**
 * The code is asked for at landing, so that nobody waits with a green one (handbook 2.2); however often, it is one
 * request. Whoever reported the trip or the arrival has written it.
 */
export async function askForCode(deps: ReturneeDeps, traveller: Traveller, link: Link | undefined): Promise<void> {
  if (link?.state !== 'WAITING') return;
  const { county, _id: about, area, household, parties = [], detail, history } = traveller;
  const [said, verdict, trip] = await Promise.all([
    openSaid(deps, traveller),
    openVerdict(deps, traveller),
    returneeRepository(deps.connection).trip(county, detail.report),
  ]);
  const rule = verdict?.decided?.rule;
  // its key was destroyed, or the row asks for none any more: what was judged last moves the link
  if (!rule || rule.code === 'NONE') return;
  const arrivedBy = history.filter(({ action, by }) => action === 'arrive' && by !== 'SYSTEM').map(({ by }) => by);
  await deps.codes.open({
    ...{ id: codeRequestIdOf(county, link._id), county, asked: 'ASSIGN', about, link: link._id, area: areaId(area) },
    ...{ wanted: rule.code, category: rule.category },
    ...(household ? { household } : {}),
    ...(said ? { who: { name: said.name, ...(said.idNumber ? { idNumber: said.idNumber } : {}) } } : {}),
    ...{ parties, because: 'ARRIVED' },
    // whom an investigation has found was reported by nobody
    writers: [...arrivedBy, ...(trip ? [trip.detail.by] : [])].filter((by) => by !== 'SYSTEM'),
  });
  // over in this very moment, it would be asked for by nobody
  const now = await links(deps).byId(county, link._id);
  if (now) await dropRequest(deps, now);
}

/** A link that is over needs its request no more, unless that was sent already. */
export async function dropRequest(deps: ReturneeDeps, link: Link): Promise<void> {
  if (link.variant !== 'CODE_REQUEST' || !isLinkOver(link)) return;
  const { county, _id, state } = link;
  await deps.codes.withdraw({ county, id: codeRequestIdOf(county, _id), reason: `LINK_${state}` });
}
