import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { derivedId } from '../../platform/ids';
import { isLinkOver, type Link } from './chain-link';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { openNote, openSaid } from './said';

/** The reason with which a notice fails because somebody says no. */
const refused = 'REFUSED';

/** One refusal for each time the notice was refused. */
const refusalIdOf = ({ county, _id }: Link, opId: string) => derivedId(county, _id, 'refusal', opId);

/**
 * A notice that somebody refuses is talked over by village secretary and doctor, then the police (handbook 2.11); given in
 * another way, or not asked for any more, nobody needs to be. However often it is told.
 */
export async function followNotice(deps: ReturneeDeps, link: Link): Promise<void> {
  if (link.variant !== 'NOTICE') return;
  const refusals = link.history.filter(({ action, reason }) => action === 'failByHand' && reason === refused);
  const last = refusals.at(-1);
  if (!last) return;
  if (link.state === 'FAILED') await recordRefusal(deps, link, last.opId);
  if (!isLinkOver(link)) return;
  for (const { opId } of refusals) {
    const id = refusalIdOf(link, opId);
    await deps.refusals.withdraw({ county: link.county, id, reason: `LINK_${link.state}` });
  }
}

async function recordRefusal(deps: ReturneeDeps, link: Link, opId: string): Promise<void> {
  const { county, _id, detail } = link;
  const traveller = await returneeRepository(deps.connection).byId(county, detail.traveller);
  const said = traveller && (await openSaid(deps, traveller));
  // nothing is left of somebody whose key was destroyed
  if (!traveller || !said) return;
  const note = detail.notes?.find((one) => one.opId === opId);
  const words = note && (await openNote(deps, link, opId, note.sealed));
  const { name, phone, place } = said;
  await deps.refusals.record({
    ...{ id: refusalIdOf(link, opId), county, kind: 'NOTICE', area: areaId(traveller.area) },
    ...{ about: traveller._id, link: _id, who: { name, phone, place, words } },
  });
}
