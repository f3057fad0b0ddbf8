import { isInPhase } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { transferMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/transfer.lifecycle';
import type { TransferOpening } from '../quarantine';
import type { Episode } from './episode';

/** What trip follows from where somebody is to be now. */
export interface WantedTrip extends Pick<TransferOpening, 'kind' | 'goal' | 'minutes' | 'byAmbulance' | 'isTaken'> {
  /** The act behind it: the same act asks once. */
  readonly act: string;
  /** They can be fetched from then on. */
  readonly from: Date;
}

/** Ends after which somebody may leave the room of a site, and the phase at home after it. */
const mayGoHome: readonly string[] = ['RELEASED', 'REVOKED', 'TERMINATED_POLICY', 'MONITORING'];

/** How somebody came to be in care: taken already, to be taken, in a car of ours, or there by themselves. */
const toCare: Readonly<Record<string, Pick<WantedTrip, 'byAmbulance' | 'isTaken'>>> = {
  takenBy120: { byAmbulance: true, isTaken: true },
  sendToCare: { byAmbulance: true },
  approveLeave: {},
};

/**
 * The trip that somebody needs as their quarantine stands (handbook 2.3, 2.4): to another place, to care, as a case, or home
 * where nobody of theirs fetches them. Pure.
 * @param isInRoom they live in the room of a site
 */
export function tripFor(
  { state, detail, enteredBy, history }: Pick<Episode, 'state' | 'detail' | 'enteredBy' | 'history'>,
  isInRoom: boolean,
): WantedTrip | undefined {
  const entered = history.findLast(({ opId }) => opId === enteredBy);
  if (!entered) return undefined;
  const begun = { act: enteredBy, from: entered.recordedAt };
  const { hospital, ambulance, siteMove: moving, releaseHome } = transferMinutes;
  if (state === 'POSITIVE_TRANSFER')
    return { ...begun, kind: 'CASE', goal: 'HOSPITAL', byAmbulance: true, minutes: ambulance };
  if (state === 'MOVED')
    return { ...begun, kind: 'SITE_MOVE', goal: detail.moveTo === 'HOME' ? 'HOME' : 'SITE', minutes: moving };
  if (state === 'MEDICAL_LEAVE') {
    const how = toCare[entered.action];
    return (
      how && { ...begun, ...how, kind: 'MEDICAL', goal: 'HOSPITAL', minutes: how.byAmbulance ? ambulance : hospital }
    );
  }
  const isFetched = detail.wayHome === 'FETCHED' && isInRoom && mayGoHome.includes(state);
  return isFetched ? { ...begun, kind: 'RELEASE_HOME', goal: 'HOME', minutes: releaseHome } : undefined;
}

/** States into which a trip may have led. */
const askedIn: readonly string[] = ['MEDICAL_LEAVE', 'MOVED', ...mayGoHome];

/** Every act that may have asked for a trip, the present one left out. Pure. */
export function formerActs({ history }: Pick<Episode, 'history'>, present: string | undefined): string[] {
  return history
    .filter(({ to, from, opId }) => to !== from && askedIn.includes(to) && opId !== present)
    .map(({ opId }) => opId);
}

/** Said to be in hospital, or back from it: the ambulance has been there. Pure. */
export const wasInHospital = ({ history }: Pick<Episode, 'history'>, act: string): boolean => {
  const at = history.findIndex(({ opId }) => opId === act);
  return history.slice(at + 1).some(({ action }) => action === 'admit' || action === 'returnFromCare');
};

/** Acts by which somebody of the grid says that a person is at home. */
const saidHome: readonly string[] = ['startHome', 'settleHome', 'returnFromCare', 'findAgain'];

/** When somebody was last said to be at home, whose days are spent there; undefined: is elsewhere. Pure. */
export function saidHomeAt({
  state,
  detail,
  history,
}: Pick<Episode, 'state' | 'detail' | 'history'>): Date | undefined {
  if (detail.placement !== 'HOME' || !isInPhase(state)) return undefined;
  return history.findLast(({ action }) => saidHome.includes(action))?.recordedAt;
}
