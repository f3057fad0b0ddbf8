import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { type Link, positive } from './chain-link';
import type { HealthTracker } from './health-tracker';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { openSaid } from './said';

const saysPositive = ({ history }: Pick<Link, 'history'>, actions: readonly string[]) =>
  history.some(({ action, reason }) => actions.includes(action) && reason === positive);

/** The landing test of somebody who is in no quarantine, seen to on paper: the investigation begins (handbook 2.10, 2.11). */
export async function followLandingTest(deps: ReturneeDeps, link: Link): Promise<void> {
  if (link.variant !== 'LANDING_TEST' || !saysPositive(link, ['finishByHand'])) return;
  await foundPositive(deps, link, link.detail.traveller);
}

/** The same of somebody who is followed, as the investigator says who ends it. */
export async function followPositiveTracker(deps: ReturneeDeps, tracker: HealthTracker): Promise<void> {
  if (saysPositive(tracker, ['convert'])) await foundPositive(deps, tracker, tracker.about);
}

/** Once for each record, however often it is told; one of the same person that runs is the one. */
async function foundPositive(
  deps: ReturneeDeps,
  { county, _id: foundIn }: Pick<Link, 'county' | '_id'>,
  person: string,
): Promise<void> {
  const traveller = await returneeRepository(deps.connection).byId(county, person);
  const said = traveller && (await openSaid(deps, traveller));
  // nothing is left of somebody whose key was destroyed
  if (!traveller || !said) return;
  const { name, phone, idNumber, birthYear } = said;
  const who = {
    name,
    ...(phone ? { phone } : {}),
    ...(idNumber ? { idNumber } : {}),
    ...(birthYear ? { birthYear } : {}),
  };
  await deps.openInvestigation({ county, foundIn, area: areaId(traveller.area), who, because: 'RESULT_POSITIVE' });
}
