import { fire } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import type { LinkMove } from '../quarantine';
import { endWithDeath } from './after-death';
import { askForTransfer, foundAgainAt } from './ask-for-transfer';
import { isLinkOver, type Link, type LinkAction } from './chain-link';
import { closeTrip } from './close-trip';
import { comeAgain } from './come-again';
import { type HealthTracker, isTrackerOver, trackerIdOf } from './health-tracker';
import { overlaps } from './judge.rules';
import { linkRepository } from './link.repository';
import { graceAfter } from './link-table';
import { endLink, openBehind, openChain } from './open-chain';
import { passOnParties } from './pass-on-parties';
import type { ReturneeDeps } from './returnee.deps';
import { returneeRepository } from './returnee.repository';
import { type ReturneeReport, travellerIdsOf } from './returnee-report';
import { links, trackers, travellers } from './returnees';
import { identityKeys, openSaid } from './said';
import { livingFirst, withWhoeverIsFirst } from './stand-for';
import { isTravellerOver, type Traveller, type TravellerAction, type TravellerBody } from './traveller';

/** REGISTERED, TRIAGED, ARRIVED, IN_CHAIN, CLOSED: nobody takes more steps by themselves. */
const mostSteps = 8;
/** Chains are made ready before the arrival once somebody expects the person (handbook C2). */
const expected: readonly string[] = ['ACKNOWLEDGED', 'EN_ROUTE', 'ADVISED_DEFER'];

/**
 * Does what must follow from how somebody stands now, until nothing more does. It reads the record afresh, so that any
 * number of deliveries, in any order, come to the same.
 */
export async function settleTraveller(deps: ReturneeDeps, county: string, id: string): Promise<void> {
  for (let step = 0; step < mostSteps; step++) {
    const traveller = await returneeRepository(deps.connection).byId(county, id);
    if (!traveller) return;
    // also what was opened in the very moment in which somebody came to be named
    if (step === 0) await passOnParties(deps, traveller);
    if (!(await nextStep(deps, traveller))) return;
  }
}

/** The same of several, whatever else is among these names. */
export async function settleTravellers(deps: ReturneeDeps, county: string, names: readonly string[]): Promise<void> {
  for (const name of names) await settleTraveller(deps, county, name);
}

/** @returns whether the state has moved on, and more may follow */
async function nextStep(deps: ReturneeDeps, traveller: Traveller): Promise<boolean> {
  const { state } = traveller;
  if (state === 'REGISTERED') return judge(deps, traveller);
  if (state === 'REPLANNED') return byPolicy(deps, traveller, 'triage', {}, traveller.enteredBy);
  if (state === 'TRIAGED') return triaged(deps, traveller);
  if (state === 'ARRIVED') return travellers(deps).follow(traveller, 'beginChain', { because: traveller.enteredBy });
  if (expected.includes(state)) {
    const chain = await openChain(deps, traveller);
    if (state !== 'ADVISED_DEFER') await askForTransfer(deps, traveller, chain.get('TRANSFER'));
  }
  if (state === 'IN_CHAIN') return inChain(deps, traveller);
  if (isTravellerOver(traveller)) await afterwards(deps, traveller);
  return false;
}

/** What the rules decide, once for each cause. */
export async function byPolicy(
  deps: ReturneeDeps,
  { county, _id: id }: Pick<Traveller, 'county' | '_id'>,
  action: TravellerAction,
  body: TravellerBody,
  because: string,
  reason?: string,
): Promise<boolean> {
  const opId = derivedId(county, id, action, because);
  const actor = { system: 'policy', county } as const;
  const asked = { county, id, action, actor, opId, body, ...(reason ? { reason } : {}) };
  return fire(() => travellers(deps).act(asked));
}

async function judge(deps: ReturneeDeps, traveller: Traveller): Promise<boolean> {
  const isDuplicate = await markedDuplicate(deps, traveller, 'same');
  return isDuplicate ?? byPolicy(deps, traveller, 'triage', {}, traveller.enteredBy);
}

/** Two who were reported at one moment may have been judged beside one another: the later one is the duplicate. */
async function triaged(deps: ReturneeDeps, traveller: Traveller): Promise<boolean> {
  const isDuplicate = await markedDuplicate(deps, traveller, 'same after all');
  return isDuplicate ?? (traveller.detail.arrivedAt ? travellers(deps).follow(traveller, 'arrive') : false);
}

/** @returns whether it was marked just now; undefined when nobody was there before */
const markedDuplicate = (deps: ReturneeDeps, traveller: Traveller, because: string) =>
  withWhoeverIsFirst(async () => {
    const first = await firstOf(deps, traveller);
    return first && byPolicy(deps, traveller, 'markDuplicate', { of: first._id }, because);
  });

const arrivalOf = ({ detail, createdAt }: Traveller) => detail.arrivedAt ?? detail.plannedAt ?? createdAt;

const isFoundAsContact = ({ detail }: Traveller) => detail.foundBy === 'INVESTIGATION';

/** The same person of an overlapping trip who was there before; of two at once, the earlier id. */
async function firstOf(deps: ReturneeDeps, traveller: Traveller): Promise<Traveller | undefined> {
  const said = await openSaid(deps, traveller);
  if (!said) return undefined;
  const keys = identityKeys(await deps.cipherOf(traveller.county), said);
  const others = await returneeRepository(deps.connection).openByKeys(traveller.county, keys);
  const isEarlier = (other: Traveller) =>
    other.createdAt < traveller.createdAt ||
    (other.createdAt.getTime() === traveller.createdAt.getTime() && other._id < traveller._id);
  // who is judged gives way to somebody judged alone: of two, one always stays
  const isBefore = (other: Traveller) =>
    traveller.state === 'REGISTERED'
      ? other.state !== 'REGISTERED' || isEarlier(other)
      : other.state !== 'REGISTERED' && isEarlier(other);
  return (
    others
      .filter(({ _id }) => _id !== traveller._id)
      // whom an investigation has found came on no trip: one record of the person that is open is the one
      .filter((other) => isFoundAsContact(traveller) || overlaps(arrivalOf(other), arrivalOf(traveller)))
      .find(isBefore)
  );
}

async function inChain(deps: ReturneeDeps, traveller: Traveller): Promise<boolean> {
  const chain = await openChain(deps, traveller);
  const { county, _id } = traveller;
  const isHome = traveller.detail.homeAt !== undefined;
  if (foundAgainAt(traveller)) await deps.transfers.askAgain({ county, about: _id, isHome });
  const hasBegun = await openBehind(deps, traveller, chain);
  const now = hasBegun ? await linkRepository(deps.connection).linksOf(county, _id) : chain;
  await countLandingSwab(deps, traveller, now.get('LANDING_TEST'), now.get('TRACKER'));
  const open = [...now.values()].filter((link) => !isLinkOver(link));
  if (now.size === 0 || open.length > 0) return false;
  // judged anew meanwhile, it may have more links than were read
  return travellers(deps).follow(traveller, 'close', { guard: { revision: traveller.revision } });
}

/** The landing test is the first swab of the tracker (handbook 5). */
async function countLandingSwab(
  deps: ReturneeDeps,
  { county }: Traveller,
  test: Link | undefined,
  tracker: Link | undefined,
): Promise<void> {
  if (tracker?.state !== 'STARTED' || !test || !['STARTED', 'DONE'].includes(test.state)) return;
  await trackers(deps).follow({ county, _id: trackerIdOf(county, tracker._id) }, 'swab', { because: 'landing' });
}

/** Over: so are its links and its trackers, and perhaps the trip. */
async function afterwards(deps: ReturneeDeps, traveller: Traveller): Promise<void> {
  const { county, _id, state, detail } = traveller;
  const stored = returneeRepository(deps.connection);
  const isOut = state === 'HANDED_OUT';
  for (const link of (await linkRepository(deps.connection).linksOf(county, _id)).values()) {
    await endLink(deps, link, isOut ? 'handOut' : 'skip', `TRAVELLER_${state}`);
  }
  if (isOut) {
    for (const tracker of await stored.trackersOf(county, _id)) await trackers(deps).follow(tracker, 'handOut');
  }
  if (state === 'DUPLICATE') await bringNews(deps, traveller);
  await closeTrip(deps, county, detail.report);
}

/** What a second report knows goes to the first, which is judged with it, and arrives with it. */
async function bringNews(deps: ReturneeDeps, duplicate: Traveller): Promise<void> {
  const { county, _id, detail } = duplicate;
  const first = await livingFirst(deps, duplicate);
  if (first && !isTravellerOver(first)) {
    await byPolicy(deps, first, 'retriage', { newsFrom: _id }, _id, 'SECOND_REPORT');
    if (!detail.arrivedAt) return;
    await travellers(deps).follow(first, 'arrive', { because: _id, body: { arrivedAt: detail.arrivedAt } });
    await settleTraveller(deps, county, first._id);
  } else if (detail.arrivedAt && !first?.detail.arrivedAt) {
    // given up meanwhile, and the person is here: on the trip that the home knows of
    await comeAgain(deps, first ?? duplicate, { arrivedAt: detail.arrivedAt, news: duplicate });
  }
}

/** A trip that is not made: whoever has not come yet is cancelled; whoever is here goes on. */
export async function followTrip(deps: ReturneeDeps, trip: ReturneeReport): Promise<void> {
  if (trip.state !== 'WITHDRAWN') return;
  for (const _id of travellerIdsOf(trip)) {
    const person = { county: trip.county, _id };
    // whoever was just planned anew is judged first: from REPLANNED nothing is cancelled (handbook 2.2)
    await settleTraveller(deps, trip.county, _id);
    await travellers(deps).follow(person, 'cancel', { reason: 'REPORT_WITHDRAWN' });
    await settleTraveller(deps, trip.county, _id);
  }
}

/** A tracker that is over ends its link; a contact that ended it is judged first, so that the chain goes on in quarantine. */
export async function followTracker(deps: ReturneeDeps, tracker: HealthTracker): Promise<void> {
  const { county, about, state, _id, detail } = tracker;
  if (!isTrackerOver(tracker)) return;
  if (state === 'HANDED_OUT') return trackerIsOut(deps, tracker);
  if (state === 'DECEASED') await endWithDeath(deps, tracker);
  if (detail.contact) {
    const body = { contactFrom: _id, judgedAt: detail.contact.at };
    await byPolicy(deps, { county, _id: about }, 'retriage', body, _id, 'CONTACT_FOUND');
  }
  await moveLink(deps, { county, about, link: 'TRACKER', how: 'finish', because: _id });
}

/** Somebody else follows the person: the link is theirs too, and the chain ends with the others. */
async function trackerIsOut(deps: ReturneeDeps, { county, about }: HealthTracker): Promise<void> {
  const link = (await linkRepository(deps.connection).linksOf(county, about)).get('TRACKER');
  if (link) await endLink(deps, link, 'handOut', 'TRACKER_HANDED_OUT');
  await settleTraveller(deps, county, about);
}

/** Moves a link as the record behind it says; what has happened already, or can happen no more, is passed over. */
export async function moveLink(deps: ReturneeDeps, move: LinkMove) {
  const { county, about, link, linkId, how, because } = move;
  const found = (await linkRepository(deps.connection).linksOf(county, about)).get(link);
  if (!found || isLinkOver(found) || (linkId !== undefined && linkId !== found._id)) return;
  // whatever ends had begun, also where the word of its beginning is still under way
  const hasBegun = how === 'finish' || how === 'moveEnd';
  if (hasBegun && found.state !== 'STARTED') await links(deps).follow(found, beginningOf(found), { because });
  await follow(deps, found, move);
  await settleTraveller(deps, county, about);
}

async function follow(deps: ReturneeDeps, found: Link, { how, reason, because, endsAt }: LinkMove): Promise<void> {
  const more = { because, ...(reason ? { reason } : {}) };
  switch (how) {
    case 'skip':
      return endLink(deps, found, 'skip', reason ?? 'NOT_CALLED_FOR');
    case 'fail':
      return void (await links(deps).follow(found, how, { ...more, reason: reason ?? 'FAILED' }));
    case 'moveEnd':
      return void (await links(deps).follow(found, how, {
        because,
        body: { dueAt: graceAfter(endsAt ?? deps.now()) },
      }));
    case 'finish':
      return void (await links(deps).follow(found, how, more));
    case 'start':
      return void (await links(deps).follow(found, beginningOf(found), more));
  }
}

function beginningOf({ variant, state }: Link): LinkAction {
  if (variant === 'LANDING_TEST') return 'swab';
  return state === 'FAILED' ? 'retry' : 'start';
}
