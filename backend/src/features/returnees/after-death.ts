import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { TransferGoal } from '@grid-relief/shared-types/transfers/transfer.schema';
import { derivedId } from '../../platform/ids';
import type { HealthTracker } from './health-tracker';
import { linkRepository } from './link.repository';
import { endLink } from './open-chain';
import { recordsOfPerson } from './records-of-person';
import type { ReturneeDeps } from './returnee.deps';

const anywhere: readonly TransferGoal[] = ['SITE', 'HOME', 'HOSPITAL'];
/** As a quarantine says that ends otherwise than by its days. */
const ended = 'ENDED';

/**
 * What was begun for somebody who was followed and has died ends with them: the home is seen to before anything else is
 * sent there, no car, no swab and no code is waited for, and nobody talks to them (handbook 2.3, 2.11). However often, it comes to the same.
 */
export async function endWithDeath(deps: ReturneeDeps, tracker: HealthTracker): Promise<void> {
  const { county, _id, about, household, area } = tracker;
  if (household) {
    const because = derivedId(county, _id, 'death');
    await deps.openHomeEvent({ county, household, area: areaId(area), kind: 'DEATH', about: _id, because });
  }
  for (const link of (await linkRepository(deps.connection).linksOf(county, about)).values()) {
    // its own is done, as after every other end
    if (link.variant !== 'TRACKER') await endLink(deps, link, 'skip', ended);
  }
  const until = deps.now();
  for (const person of await recordsOfPerson(deps, county, [about])) {
    await deps.transfers.callOff({ county, about: person, goals: anywhere, until, reason: 'NOT_NEEDED' });
  }
  await deps.refusals.withdrawAll({ county, about, reason: ended });
}
