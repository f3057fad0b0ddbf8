import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { addHours, addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { type ChainLink, chainLinks } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { beginRecord } from '../../lifecycle';
import { atHome, feverTenthsOf } from '../quarantine';
import { askForCode } from './ask-for-code';
import { askForTransfer } from './ask-for-transfer';
import { episodeIdOf, generations, isLinkOver, type Link, type LinkAction, linkIdOf } from './chain-link';
import { dueTimer } from './chain-link.verbs';
import { tellOfLink } from './entries';
import { type HealthTracker, trackerIdOf, trackerMachine } from './health-tracker';
import { reportEveryHours, trackerTimers } from './health-tracker.verbs';
import type { StoredVerdict } from './judge.rules';
import { linkRepository } from './link.repository';
import { graceAfter, linkTable, ownerOf } from './link-table';
import type { ReturneeDeps } from './returnee.deps';
import { links, trackers } from './returnees';
import { identityKeys, openSaid, openVerdict } from './said';
import { countedHere, type Traveller } from './traveller';

type Chain = Map<ChainLink, Link>;

/** The category asks for something else. */
const notCalled = 'NOT_CALLED_FOR';

/**
 * Brings somebody's links in line with the verdict: what is called for is there, what is not is NOT_NEEDED from the
 * start, and times run from the arrival once there is one. However often, and from whichever delivery (handbook 2.2).
 */
export async function openChain(deps: ReturneeDeps, traveller: Traveller): Promise<Chain> {
  const { county, _id } = traveller;
  const stored = linkRepository(deps.connection);
  const [before, verdict] = await Promise.all([stored.linksOf(county, _id), openVerdict(deps, traveller)]);
  if (!verdict) return before;
  let hasMoved = await addMissingLinks(deps, traveller, verdict, before);
  for (const link of before.values()) hasMoved = (await inLine(deps, traveller, verdict, link)) || hasMoved;
  return hasMoved ? stored.linksOf(county, _id) : before;
}

/** Whoever knew of the arrival before has acknowledged it. */
const wasAcknowledged = ({ history }: Traveller) => history.some(({ action }) => action === 'acknowledge');

/**
 * What the verdict knows and the chain does not have yet, and what an earlier verdict left out, all in one write.
 * @returns whether there was any
 */
async function addMissingLinks(
  deps: ReturneeDeps,
  traveller: Traveller,
  verdict: StoredVerdict,
  before: Chain,
): Promise<boolean> {
  const fresh = chainLinks.flatMap((link) => {
    const there = before.get(link);
    const generation = there ? there.detail.generation + 1 : 0;
    const isCalledBack = there && isLeftOut(there) && verdict.links[link] === 'WAITING' && generation < generations;
    return !there || isCalledBack ? [newLink(deps, traveller, verdict, link, generation)] : [];
  });
  if (fresh.length > 0) await links(deps).insertMissing(fresh);
  for (const link of fresh.filter((one) => isDone(traveller, one))) await finishLink(deps, link);
  return fresh.length > 0;
}

const isDone = (traveller: Traveller, link: Link): boolean =>
  link.variant === 'ACKNOWLEDGEMENT' && !isLinkOver(link) && wasAcknowledged(traveller);

/** @returns whether anything was written */
async function inLine(deps: ReturneeDeps, traveller: Traveller, verdict: StoredVerdict, there: Link): Promise<boolean> {
  if (isLinkOver(there)) return false;
  if (verdict.links[there.variant] !== 'WAITING') {
    await notCalledFor(deps, traveller, there);
    return true;
  }
  const { arrivedAt } = traveller.detail;
  if (isDone(traveller, there)) {
    await finishLink(deps, there);
    return true;
  }
  if (arrivedAt === undefined || there.detail.countedFrom !== 'PLAN') return false;
  await links(deps).follow(there, 'retime', { body: { dueAt: arrivedAt } });
  return true;
}

/** The category calls for something else: its tracker ends first, so that a crash between the two comes here again. */
async function notCalledFor(deps: ReturneeDeps, traveller: Traveller, link: Link): Promise<void> {
  if (link.variant === 'TRACKER') await endTracker(deps, traveller, link);
  const isHome = link.variant === 'TRANSFER' && traveller.detail.homeAt !== undefined;
  // brought by a car that is still to be signed for: the trip ends the link
  if (isHome && (await isUnderWay(deps, traveller))) return;
  await endLink(deps, link, 'skip', isHome ? atHome : notCalled);
}

async function isUnderWay(deps: ReturneeDeps, { county, _id: about }: Traveller): Promise<boolean> {
  return (await deps.transfers.standing({ county, about })) === 'UNDER_WAY';
}

async function endTracker(deps: ReturneeDeps, { county }: Traveller, { _id }: Link): Promise<void> {
  await trackers(deps).follow({ county, _id: trackerIdOf(county, _id) }, 'convert', { reason: notCalled });
}

/** Why a verdict leaves out what was open already. */
const byVerdict: readonly (string | undefined)[] = [notCalled, atHome];

/**
 * Whether a verdict has left a link out, from the start or later: another verdict may call for it. What a person has decided,
 * or the quarantine behind it (a site feeds its people), stays decided.
 */
const isLeftOut = ({ state, history }: Link) =>
  state === 'NOT_NEEDED' && (history.length === 0 || byVerdict.includes(history.at(-1)?.reason));

function newLink(
  deps: ReturneeDeps,
  traveller: Traveller,
  verdict: StoredVerdict,
  link: ChainLink,
  generation: number,
): Link {
  const { county, _id: id, area, scope, detail } = traveller;
  const now = deps.now();
  const isCalledFor = verdict.links[link] === 'WAITING';
  const transfer = link === 'TRANSFER' ? verdict.decided?.rule.transferHours : undefined;
  const minutes = transfer === undefined ? linkTable[link].minutes : transfer * 60;
  const countedFrom = detail.arrivedAt ? ('ARRIVAL' as const) : ('PLAN' as const);
  const dueAt = addMinutes(countedHere(detail) ?? detail.plannedAt ?? now, minutes);
  const placed = { area, scope: [...scope], detail: { code: detail.code } };
  const tell = countedFrom === 'ARRIVAL' ? [tellOfLink(ownerOf(link, 0), link, placed, 'LINK_WAITS')] : [];
  const _id = linkIdOf(county, id, link, generation);
  const beginning = {
    ...{ _id, county, kind: 'CHAIN_LINK', variant: link, area, scope },
    state: isCalledFor ? 'WAITING' : 'NOT_NEEDED',
  };
  return {
    ...beginRecord(beginning, isCalledFor ? [dueTimer(dueAt), ...tell] : [], now),
    ...{ kind: 'CHAIN_LINK', variant: link, assignment: { excluded: [], rung: 0 } },
    ...{ priority: 1, createdAt: now, waitingSince: now },
    ...(isCalledFor ? { dueAt } : {}),
    detail: {
      ...{ traveller: id, code: detail.code, countedFrom, minutes, ringsAt: dueAt, generation },
      ...(isCalledFor ? {} : { endedAt: now }),
    },
  };
}

/** Started, then done; what it has done already fires into nothing. */
export async function finishLink(deps: ReturneeDeps, link: Pick<Link, 'county' | '_id'>): Promise<void> {
  await links(deps).follow(link, 'start');
  await links(deps).follow(link, 'finish');
}

/** Ends a link that nobody needs any more, or that another county has taken over; also one that has failed. */
export async function endLink(
  deps: ReturneeDeps,
  link: Link,
  how: Extract<LinkAction, 'skip' | 'handOut'>,
  reason: string,
): Promise<void> {
  if (isLinkOver(link)) return;
  const again = link.variant === 'LANDING_TEST' ? 'swab' : 'retry';
  if (link.state === 'FAILED') await links(deps).follow(link, again, { because: how });
  await links(deps).follow(link, how, { reason });
}

/**
 * What runs behind a link by itself, opened once, with the person here: an episode, a tracker, a request for a code, a trip.
 * @returns whether a link has begun by it
 */
export async function openBehind(deps: ReturneeDeps, traveller: Traveller, chain: Chain): Promise<boolean> {
  await askForCode(deps, traveller, chain.get('CODE_REQUEST'));
  await askForTransfer(deps, traveller, chain.get('TRANSFER'));
  const verdict = await openVerdict(deps, traveller);
  const [episode, tracker] = [chain.get('EPISODE'), chain.get('TRACKER')];
  if (!verdict?.decided) return false;
  if (episode?.state === 'WAITING') {
    await openEpisode(deps, traveller, verdict, episode);
    const dueAt = graceAfter(new Date(verdict.decided.endsAt));
    await links(deps).follow(episode, 'start', { body: { dueAt } });
  }
  const rule = verdict.decided.rule.tracker;
  if (tracker?.state === 'WAITING' && rule) {
    const record = await newTracker(deps, traveller, tracker, rule);
    await trackers(deps).insert(record);
    await links(deps).follow(tracker, 'start', { body: { dueAt: graceAfter(record.detail.until) } });
  }
  return episode?.state === 'WAITING' || tracker?.state === 'WAITING';
}

async function openEpisode(
  deps: ReturneeDeps,
  traveller: Traveller,
  { decided, policy, count, reason }: StoredVerdict,
  link: Link,
): Promise<void> {
  const said = await openSaid(deps, traveller);
  if (!said || !decided) return;
  const { county, _id, area, household, parties = [], detail } = traveller;
  const { name, phone, idNumber, birthYear } = said;
  await deps.openEpisode({
    ...{ id: episodeIdOf(county, link._id), county, about: _id, area: areaId(area), parties },
    ...(household ? { household } : {}),
    who: {
      name,
      ...(phone ? { phone } : {}),
      ...(idNumber ? { idNumber } : {}),
      ...(birthYear ? { birthYear } : {}),
    },
    keys: identityKeys(await deps.cipherOf(county), said),
    ...{ category: decided.category, policy, rule: decided.rule, reason },
    count: { ...count, anchor: new Date(decided.anchor), foundAt: countedHere(detail) ?? deps.now() },
  });
}

async function newTracker(
  deps: ReturneeDeps,
  traveller: Traveller,
  link: Link,
  { days, tests }: { readonly days: number; readonly tests: number },
): Promise<HealthTracker> {
  const { county, _id: about, area, scope, household, parties, detail } = traveller;
  const now = deps.now();
  const from = countedHere(detail) ?? now;
  const until = addHours(from, days * 24);
  const { policy } = await deps.judgementAt(county, now);
  const [state = 'ACTIVE'] = trackerMachine.initial;
  const beginning = {
    ...{ _id: trackerIdOf(county, link._id), county, kind: 'HEALTH_TRACKER', state, area, scope },
    ...(household ? { household } : {}),
    ...(parties ? { parties } : {}),
  };
  return {
    ...beginRecord(beginning, trackerTimers(from, until), now),
    ...{ kind: 'HEALTH_TRACKER', about, createdAt: now, dueAt: addHours(from, reportEveryHours) },
    detail: { code: detail.code, from, until, tests, feverTenths: feverTenthsOf(policy.parameters) },
  };
}
