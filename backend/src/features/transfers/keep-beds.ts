import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes, earliest, latest } from '@grid-relief/shared-types/primitives/instants';
import { Problem } from '../../http/problem';
import { timerAt } from '../../lifecycle';
import { notice } from '../../notice-entry';
import { derivedId } from '../../platform/ids';
import type { SiteBeds } from '../quarantine';
import { tellRoles } from './entries';
import { mustHaveNoOther } from './one-bed-each';
import { hasNoUseForBed, isComing, type Passenger } from './passenger';
import { type BedsKept, bedKeyOf, machine, type Transfer } from './transfer';
import type { TransferDeps } from './transfer.deps';
import { countyDesk, desk, receiver } from './transfer.policy';
import { transferRepository } from './transfer.repository';
import { givingBack, type TripAttempt, type TripEffects, type TripVerb, wrong } from './verb';

/** A room is kept on so long before its reservation runs out. Ours. Minutes. */
const beforeItEnds = 15;

/** Beds of a site for everybody who is coming, before the trip may go there. */
interface Kept {
  readonly beds: BedsKept;
  readonly until: Date;
  readonly giveBack: () => Promise<void>;
}

/**
 * All or none: a family is not torn apart, and no bed is given twice. Each asking has keys of its own, so that of two
 * desks the slower one gives back only what it took itself.
 * @throws Problem no-bed with the sites that have room; already-open for somebody with a bed under another name;
 * invalid-input for a site nobody knows
 */
async function keepAll({ deps, record, opId, now }: TripAttempt, wanted: string): Promise<Kept> {
  const { county } = record;
  const sites = await deps.beds.list(county);
  const site = sites.find((one) => one.site === wanted);
  if (!site) throw wrong('site', 'is no site of this county');
  const coming = (await transferRepository(deps.connection).passengersOf(record)).filter(isComing);
  const beds = {
    site: wanted,
    name: site.name,
    area: site.area,
    opId: derivedId(county, opId, String(record.revision)),
  };
  const keys = coming.map(({ _id, about }) => ({ key: bedKeyOf(county, _id, beds), about }));
  const giveBack = async () => {
    for (const { key } of keys) await deps.beds.giveBack(county, key);
  };
  try {
    await mustHaveNoOther(deps, record, coming);
    let until = addMinutes(now, 24 * 60);
    for (const { key, about } of keys) {
      const bed = await deps.beds.keep({ county, site: wanted, for: key, about, expectedAt: expectedAt(record) });
      if (!bed) throw noBed(record, sites, keys.length);
      until = earliest(until, bed.until);
    }
    // of two trips of one person that are approved at once each has kept its bed by now, and sees the other's
    await mustHaveNoOther(deps, record, coming);
    return { beds, until, giveBack };
  } catch (problem) {
    await giveBack();
    throw problem;
  }
}

/** As it is planned: when the vehicle comes, or else when they can be fetched. Pure. */
const expectedAt = ({ detail }: Pick<Transfer, 'detail'>): Date => detail.expectedAt ?? detail.from;

/** Whoever keeps the site sees when they come, once that is planned. */
export async function planArrival(
  deps: TransferDeps,
  { county, detail }: Transfer,
  at: Date,
  list: readonly Passenger[],
) {
  const { beds } = detail;
  if (!beds) return;
  for (const { _id, about } of list.filter(isComing)) {
    const key = bedKeyOf(county, _id, beds);
    await deps.beds.keep({ county, site: beds.site, for: key, about, expectedAt: at });
  }
}

/** With the sites that would do, so that whoever asks need not try them one by one. */
function noBed({ state, revision }: Transfer, sites: readonly SiteBeds[], people: number): Problem {
  const roomy = sites.filter(({ free }) => free >= people).map(({ site, name, free }) => ({ site, name, free }));
  return new Problem('no-bed', undefined, { state, revision, next: 'site', sites: roomy });
}

/**
 * What a trip to a site has kept, as a part of the write that says so: the beds, the site's place in the scope (who
 * keeps the site may see who comes), and the timer that keeps them on.
 */
export async function withBedsAt(attempt: TripAttempt, wanted: string | undefined): Promise<TripEffects> {
  const { record, now } = attempt;
  if (record.detail.goal !== 'SITE') return {};
  if (wanted === undefined) throw wrong('site', 'required');
  const { beds, until, giveBack } = await keepAll(attempt, wanted);
  const former = record.detail.beds;
  // the place was stored by the sites feature, whose schema has seen it
  const { pickupArea } = record.detail;
  const from = [...scopeOf(record.area as never), ...(pickupArea ? [pickupArea] : [])];
  const scope = [...new Set([...from, ...scopeOf(beds.area as never)])];
  return {
    ...givingBack(giveBack),
    set: { 'detail.beds': beds, scope },
    ...(former ? { push: { 'detail.formerBeds': [former] } } : {}),
    emit: [keepOn(until, now), tellSite(record, beds)],
  };
}

/** Whoever keeps the site hears that somebody comes, by a code. */
export function tellSite(
  { detail }: { readonly detail: { readonly code: string } },
  { area }: BedsKept,
  code: NoticeCode = 'TRANSFER_RECEIVE',
  record?: string,
) {
  const how = { urgent: true, ...(record === undefined ? {} : { record }) };
  return notice({ role: receiver, area }, code, { code: detail.code }, how);
}

function keepOn(until: Date, now: Date) {
  const due = latest(addMinutes(until, -beforeItEnds), addMinutes(now, 1));
  return timerAt('keepBeds', due, { states: [...machine.actions.keepBeds.from] });
}

/** The reservation of a room is shorter than some trips; whoever loses one all the same is known to the desk in time. */
export const keepBeds: TripVerb = async ({ deps, record, now }) => {
  const { county, detail } = record;
  const { beds } = detail;
  if (!beds) return {};
  const coming = (await transferRepository(deps.connection).passengersOf(record)).filter(isComing);
  const ends: Date[] = [];
  for (const { _id, about } of coming) {
    const bed = await deps.beds.keep({ county, site: beds.site, for: bedKeyOf(county, _id, beds), about });
    if (bed) ends.push(bed.until);
  }
  const isShort = ends.length < coming.length;
  const again = addMinutes(now, 2 * beforeItEnds);
  const [first = again, ...others] = ends;
  const until = isShort ? again : earliest(first, ...others);
  return { emit: [keepOn(until, now), ...(isShort ? [lost(record)] : [])] };
};

const lost = (record: Transfer) => tellRoles([desk, countyDesk], record, 'TRANSFER_NO_BED');

/** Beds that nobody of the list needs any more; however often, it comes to the same. */
export async function giveUnneededBeds(
  deps: TransferDeps,
  trip: Transfer,
  passengers: readonly Passenger[],
): Promise<void> {
  const { beds, formerBeds = [] } = trip.detail;
  for (const passenger of passengers) {
    const unneeded = [...formerBeds, ...(beds && hasNoUseForBed(passenger) ? [beds] : [])];
    for (const kept of unneeded) await deps.beds.giveBack(trip.county, bedKeyOf(trip.county, passenger._id, kept));
  }
}
