import { instead } from '../../acting';
import { Problem } from '../../http/problem';
import { moved } from './entries';
import { mustBeFetched } from './own-way.rules';
import { openVerdict } from './said';
import { otherWay } from './traveller';
import type { TravellerAttempt, TravellerVerb } from './traveller-verb';

/** Each change gives up a place on a trip and asks for another: whoever wavers longer phones the grid. Ours. */
const changesAtMost = 20;
/** What the screens say of it in words. */
const nextWhenPlanned = 'askGridTrip';

/** @throws Problem must-be-fetched, and transition-not-allowed once a trip is planned or where nobody is fetched */
async function mustBeOpen({ deps, record }: TravellerAttempt): Promise<void> {
  const { county, _id: about, state, revision, detail } = record;
  const verdict = await openVerdict(deps, record);
  if (verdict && mustBeFetched(verdict)) {
    throw new Problem('must-be-fetched', undefined, { state, revision, next: 'refresh' });
  }
  if (verdict && verdict.links.TRANSFER !== 'WAITING') throw instead(record, 'refresh');
  const trip = await deps.transfers.standing({ county, about });
  const isPlanned = trip !== undefined && trip !== 'ASKED';
  if (isPlanned || (detail.way?.changes ?? 0) >= changesAtMost) throw instead(record, nextWhenPlanned);
}

/** A wish: the trip that is asked for instead is one in the own car, which the township approves or does not (handbook 2.4). */
export const comeOwnWay: TravellerVerb = async (attempt) => {
  await mustBeOpen(attempt);
  const { record, body } = attempt;
  return { set: { 'detail.way': otherWay(record, body.how) }, emit: [moved] };
};

/** Taken back, by the home or by the grid for it; nothing was said, nothing changes. */
export const letFetch: TravellerVerb = async (attempt) => {
  await mustBeOpen(attempt);
  const { record } = attempt;
  if (!record.detail.way?.how) return {};
  return { set: { 'detail.way': otherWay(record) }, emit: [moved] };
};
